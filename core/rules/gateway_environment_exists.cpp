#include "core/model/api_manager.h"
#include "core/rules/deployment_table.h"
#include "core/schema/shape.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (topology.nodes.empty()) return;
    std::vector<std::string> names;
    for (const GatewayEnvironment& each : gatewayEnvironmentsOf(topology)) names.push_back(*each.name);
    for (const Node& node : topology.nodes) {
        const std::string& meant = *node.gatewayEnvironment;
        if (meant.empty() || !isApiManager(node) || std::ranges::contains(names, meant)) continue;
        const DeploymentTable table = nodeTable(project, node.number);
        auto finding = findings.at(table.place("gateway_environment"));
        finding.say(
            {MESSAGE("rules", "there is no gateway environment '%1', so '%2' loads no API; there is %3"),
             meant, *node.name, listed(names)});
        if (const std::string nearest = nearestOf(names, meant); !nearest.empty())
            finding.fix({MESSAGE("rules", "Did you mean '%1'?"), nearest},
                        table.set("gateway_environment", toml::quoted(nearest)));
        finding.fix({MESSAGE("rules", "Serve '%1'"), names.front()}, table.unset("gateway_environment"));
    }
}

}

extern const Rule gateway_environment_exists{
    .id = "gateway-environment-exists",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A gateway of an environment that is not there"),
    .why = MESSAGE("rules",
                   "A gateway loads what was deployed to its label. One that no control plane knows gets "
                   "nothing, and answers every call with 404."),
    .cure = MESSAGE("rules", "Write the name as its [[api_manager.environment]] has it."),
    .source = "WSO2 API Manager 4.7, gateway_labels",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"
gateway_environment = «"Partner"»

[[api_manager.environment]]
name = "Public"

[[api_manager.environment]]
name = "Partners"
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"
gateway_environment = "Partners"

[[api_manager.environment]]
name = "Public"

[[api_manager.environment]]
name = "Partners"
)"},
    .check = check};

}
