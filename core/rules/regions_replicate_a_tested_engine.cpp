#include "core/rules/deployment_table.h"
#include "core/rules/product_regions.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!replicatesEverything(topology)) return;
    for (const Database& database : topology.databases) {
        if (*database.engine != "mysql" || *database.replication != "bidirectional") continue;
        const DeploymentTable table(project, {"database", database.number});
        findings.at(table.place("engine"))
            .say({MESSAGE("rules", "'%1' is MySQL, with which the API Manager was not tested over several "
                                   "regions that all write"),
                  *database.name})
            .fix(MESSAGE("rules", "Use PostgreSQL"), table.set("engine", "\"postgresql\""))
            .fix(MESSAGE("rules", "Use SQL Server"), table.set("engine", "\"mssql\""))
            .fix(MESSAGE("rules", "Use Oracle"), table.set("engine", "\"oracle\""));
    }
}

}

extern const Rule regions_replicate_a_tested_engine{
    .id = "regions-replicate-a-tested-engine",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Regions that replicate an untested database"),
    .why = MESSAGE("rules", "The schema for several regions and its rules on conflicts exist for SQL Server, "
                            "Oracle and PostgreSQL only."),
    .cure = MESSAGE("rules", "Use one of these, or one central control plane."),
    .source = "WSO2 API Manager, multi data centre patterns",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[region]]
name = "eu-west"

[[region]]
name = "eu-north"

[[node]]
name = "cp-west"
role = "control-plane"
region = "eu-west"

[[node]]
name = "cp-north"
role = "control-plane"
region = "eu-north"

[[database]]
name = "shared"
engine = «"mysql"»
replication = "bidirectional"
conflicts = "the last change counts"

[api_manager]
event_publishers = true
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[region]]
name = "eu-west"

[[region]]
name = "eu-north"

[[node]]
name = "cp-west"
role = "control-plane"
region = "eu-west"

[[node]]
name = "cp-north"
role = "control-plane"
region = "eu-north"

[[database]]
name = "shared"
engine = "postgresql"
replication = "bidirectional"
conflicts = "the last change counts"

[api_manager]
event_publishers = true
)"},
    .check = check};

}
