#include "core/rules/deployment_table.h"
#include "core/schema/shape.h"

#include <algorithm>

namespace arabesque {

namespace {

struct Reference {
    const char* key;
    Setting<std::string> setting;
    std::vector<std::string> names;
    MessageText none, others;
};

void checkOne(const Checked& project, Findings& findings, std::size_t number, const Reference& reference) {
    const auto written = project.deployment.topology.written(reference.setting, number);
    if (!written || std::ranges::contains(reference.names, **written)) return;
    const DeploymentTable entry(project, {"api_endpoint", number});
    auto finding = findings.at(entry.place(reference.key));
    if (reference.names.empty())
        finding.say({reference.none, **written});
    else
        finding.say({reference.others, **written, listed(reference.names)});
    if (const std::string meant = nearestOf(reference.names, **written); !meant.empty())
        finding.fix({MESSAGE("rules", "Did you mean '%1'?"), meant},
                    entry.set(reference.key, toml::quoted(meant)));
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml();
    std::vector<std::string> apis;
    for (std::size_t i = 0; i < topology.count(keys.api.all); ++i)
        apis.push_back(*topology.value(keys.api.name, i));
    const Reference references[] = {
        {"api", keys.apiEndpoint.api, apis,
         MESSAGE("rules", "there is no API '%1': no [[api]] is declared, so nothing is made of this"),
         MESSAGE("rules", "there is no API '%1'; there is %2")},
        {"environment", keys.apiEndpoint.environment, namesOf(project.deployment.environments),
         MESSAGE("rules", "there is no environment '%1': no [[environment]] is declared"),
         MESSAGE("rules", "there is no environment '%1'; there is %2")}};
    for (std::size_t i = 0; i < topology.count(keys.apiEndpoint.all); ++i)
        for (const Reference& reference : references) checkOne(project, findings, i, reference);
}

}

extern const Rule api_endpoint_names_what_is_there{
    .id = "api-endpoint-names-what-is-there",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "What an API calls, for an API or environment that is not there"),
    .why =
        MESSAGE("rules", "It is in no params, so the API keeps calling what the environment before calls."),
    .cure = MESSAGE("rules", "Write the name of an [[api]], and that of an [[environment]]."),
    .source = "apictl, params environments[].name",
    .example = {.wrong = R"(=== Deployment.toml
[[environment]]
name = "production"

[[api]]
name = "EmployeeAPI"
version = "1.0.0"

[[api_endpoint]]
api = «"EmployeAPI"»
environment = "production"
production = "https://backend.example.com/api"
)",
                .right = R"(=== Deployment.toml
[[environment]]
name = "production"

[[api]]
name = "EmployeeAPI"
version = "1.0.0"

[[api_endpoint]]
api = "EmployeeAPI"
environment = "production"
production = "https://backend.example.com/api"
)"},
    .check = check};

}
