#include "core/rules/deployment_table.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Node& node : topology.nodes) {
        if (!node.is("database") || !node.database->empty()) continue;
        const DeploymentTable table = nodeTable(project, node.number);
        auto finding = findings.at(table.place("role"));
        if (topology.databases.empty()) {
            finding
                .say({MESSAGE("rules",
                              "'%1' holds a database, and no [[database]] says which: its engine and port "
                              "are not known"),
                      *node.name})
                .fix({MESSAGE("rules", "Declare a database '%1'"), *node.name},
                     addEntry(project, "database", {{"name", toml::quoted(*node.name)}}));
            return;
        }
        finding.say({MESSAGE("rules", "'%1' holds one of several databases, and nothing says which: %2"),
                     *node.name, listed(namesOf(topology.databases))});
        for (const Database& database : topology.databases)
            finding.fix({MESSAGE("rules", "It holds '%1'"), *database.name},
                        table.set("database", toml::quoted(*database.name)));
    }
}

}

extern const Rule database_node_holds_a_database{
    .id = "database-node-holds-a-database",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A database node without its database"),
    .why = MESSAGE("rules", "Nobody asks it, nothing is copied to it, and its loss seems to do no harm."),
    .cure = MESSAGE("rules", "Declare the [[database]], and name it in the node where there are several."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "orders-db"
role = «"database"»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "orders-db"
role = "database"

[[database]]
name = "orders-db"
)"},
    .check = check};

}
