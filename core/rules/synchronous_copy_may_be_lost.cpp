#include "core/rules/deployment_table.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Database& database : topology.databases) {
        if (*database.managed || *database.replication != "synchronous" || *database.degrades) continue;
        const Node* standby = nullptr;
        std::int64_t standbys = 0;
        for (const Node& node : topology.nodes)
            if (node.is("database") && *node.database == *database.name && node.isStandby())
                standby = &node, standbys += *node.replicas;
        if (standbys != 1) continue;
        const DeploymentTable table(project, {"database", database.number});
        const auto point = topology.written(deploymentToml().objectives.recoveryPoint);
        auto finding = findings.at(table.place("replication"));
        finding.say(
            {MESSAGE("rules", "each write waits for '%1': when that one is lost, the primary takes no "
                              "writes either"),
             *standby->name});
        finding.fix(MESSAGE("rules", "Add a second standby"), addNodeLike(project, *standby));
        if (!point || (*point)->seconds > 0)
            finding.fix(MESSAGE("rules", "Go on without it then"), table.set("degrades", "true"));
    }
}

}

extern const Rule synchronous_copy_may_be_lost{
    .id = "synchronous-copy-may-be-lost",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A synchronous copy whose loss stops writes"),
    .why =
        MESSAGE("rules", "Two machines then have to live where one had to: the standby halves availability "
                         "in place of raising it."),
    .cure =
        MESSAGE("rules", "Run two standbys, of which one has to confirm, or let writes go on without it."),
    .source = "PostgreSQL manual, synchronous replication",
    .example = {.wrong = R"(=== Deployment.toml
[[database]]
name = "orders"
replication = «"synchronous"»

[[node]]
name = "db-1"
role = "database"

[[node]]
name = "db-2"
role = "database"
state = "standby"
)",
                .right = R"(=== Deployment.toml
[[database]]
name = "orders"
replication = "synchronous"

[[node]]
name = "db-1"
role = "database"

[[node]]
name = "db-2"
role = "database"
state = "standby"

[[node]]
name = "db-3"
role = "database"
state = "standby"
)"},
    .check = check};

}
