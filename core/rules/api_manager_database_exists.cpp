#include "core/rules/deployment_table.h"
#include "core/schema/shape.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto named = topology.written(deploymentToml().apiManager.database);
    if (!named || (*named)->empty() || topology.database(**named) != nullptr) return;
    const DeploymentTable table(project, {"api_manager"});
    const std::vector<std::string> names = namesOf(topology.databases);
    auto finding = findings.at(table.place("database"));
    if (names.empty())
        finding.say({MESSAGE("rules", "there is no database '%1': no [[database]] is declared"), **named});
    else
        finding.say({MESSAGE("rules", "there is no database '%1'; there is %2"), **named, listed(names)});
    if (const std::string nearest = nearestOf(names, **named); !nearest.empty())
        finding.fix({MESSAGE("rules", "Did you mean '%1'?"), nearest},
                    table.set("database", toml::quoted(nearest)));
    finding.fix({MESSAGE("rules", "Remove '%1'"), "database"}, table.unset("database"));
}

}

extern const Rule api_manager_database_exists{
    .id = "api-manager-database-exists",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "An API Manager on a database that is not there"),
    .why = MESSAGE("rules",
                   "Without a database each server keeps its own H2, and none knows what another publishes."),
    .cure = MESSAGE("rules", "Write the name as its [[database]] has it."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "cp-1"
role = "control-plane"

[[database]]
name = "apim"
managed = true

[api_manager]
database = «"apis"»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "cp-1"
role = "control-plane"

[[database]]
name = "apim"
managed = true

[api_manager]
database = "apim"
)"},
    .check = check};

}
