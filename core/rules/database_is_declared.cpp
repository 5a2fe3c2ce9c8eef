#include "core/rules/deployment_table.h"
#include "core/schema/shape.h"

namespace arabesque {

namespace {

void say(const Checked& project, const DeploymentTable& table, const std::string& written,
         Findings& findings) {
    const std::vector<std::string> names = namesOf(project.deployment.topology.databases);
    auto finding = findings.at(table.place("database"));
    if (names.empty())
        finding.say({MESSAGE("rules", "there is no database '%1': no [[database]] is declared"), written});
    else
        finding.say({MESSAGE("rules", "there is no database '%1'; there is %2"), written, listed(names)});
    std::string meant = nearestOf(names, written);
    if (meant.empty() && names.size() == 1) meant = names.front();
    if (!meant.empty())
        finding.fix({MESSAGE("rules", "Did you mean '%1'?"), meant},
                    table.set("database", toml::quoted(meant)));
    finding.fix({MESSAGE("rules", "Declare the database '%1'"), written},
                addEntry(project, "database", {{"name", toml::quoted(written)}}));
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Node& node : topology.nodes)
        if (node.is("database") && !node.database->empty() && topology.database(*node.database) == nullptr)
            say(project, nodeTable(project, node.number), *node.database, findings);
    for (const Pool& pool : topology.pools)
        if (!pool.database->empty() && topology.database(*pool.database) == nullptr)
            say(project, {project, {"pool", pool.number}}, *pool.database, findings);
}

}

extern const Rule database_is_declared{
    .id = "database-is-declared",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A database that is not declared"),
    .why = MESSAGE("rules",
                   "Its engine, its copies and the connections it takes are not known, so the node or pool "
                   "counts nowhere."),
    .cure = MESSAGE("rules", "Write the name as its [[database]] has it, or declare it."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[database]]
name = "orders"

[[node]]
name = "store-1"
role = "database"
database = «"order"»
)",
                .right = R"(=== Deployment.toml
[[database]]
name = "orders"

[[node]]
name = "store-1"
role = "database"
database = "orders"
)"},
    .check = check};

}
