#include "core/rules/deployment_table.h"

#include <map>

namespace arabesque {

namespace {

constexpr std::int64_t most = 2;

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    std::map<std::pair<std::string, std::string>, std::int64_t> counted;
    for (const Node& node : topology.nodes) {
        if (!node.is("control-plane") && !node.is("all-in-one")) continue;
        std::int64_t& copies = counted[{*node.region, *node.role}];
        const std::int64_t before = copies;
        copies += *node.replicas;
        if (copies <= most || before > most) continue;
        const DeploymentTable table = nodeTable(project, node.number);
        auto finding = findings.at(table.place(*node.replicas > 1 ? "replicas" : "role"));
        finding.say(
            {MESSAGE("rules", "with '%1' there are more than two of role %2 in one place: they publish "
                              "each event to each other, and are not meant to be three"),
             *node.name, *node.role});
        if (*node.replicas > 1 && before < most)
            finding.fix({MESSAGE("rules", "Run %1"), std::to_string(most - before)},
                        table.set("replicas", std::to_string(most - before)));
        else
            finding.fix({MESSAGE("rules", "Remove '%1'"), *node.name}, table.remove());
    }
}

}

extern const Rule control_planes_are_few{
    .id = "control-planes-are-few",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "More than two control planes"),
    .why = MESSAGE("rules", "Two are an answer to the loss of one. More of them get out of step with each "
                            "other: an API is published and one gateway does not have it."),
    .cure = MESSAGE("rules", "Run two, and more gateways where there is more load."),
    .source = "WSO2 API Manager 4.7, deployment overview",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "cp-1"
role = "control-plane"

[[node]]
name = "cp-2"
role = "control-plane"

[[node]]
name = "cp-3"
role = «"control-plane"»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "cp-1"
role = "control-plane"

[[node]]
name = "cp-2"
role = "control-plane"
)"},
    .check = check};

}
