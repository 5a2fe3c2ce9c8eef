#include "core/model/connections.h"
#include "core/model/upstreams.h"
#include "core/rules/deployment_table.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Database& database : topology.databases) {
        if (*database.engine != "h2") continue;
        std::vector<std::size_t> asking;
        for (const Node& node : topology.nodes)
            if (asksDatabase(topology, node, database)) asking.push_back(node.number);
        const std::int64_t copies = copiesOf(topology, asking);
        if (copies < 2) continue;
        const DeploymentTable table(project, {"database", database.number});
        findings.at(table.place("engine"))
            .say(
                {MESSAGE("rules", "H2 lives inside one process, and %1 copies use '%2': each has data of its "
                                  "own, or does not start"),
                 std::to_string(copies), *database.name})
            .fix(MESSAGE("rules", "Use PostgreSQL"), table.set("engine", "\"postgresql\""))
            .fix(MESSAGE("rules", "Use MySQL"), table.set("engine", "\"mysql\""));
    }
}

}

extern const Rule h2_is_not_shared{
    .id = "h2-is-not-shared",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "H2 for more than one server"),
    .why = MESSAGE("rules", "What is written through one server is not there on the next. H2 is for "
                            "development."),
    .cure = MESSAGE("rules", "Use a database server."),
    .source = "WSO2 API Manager, database configuration",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "am-1"
role = "all-in-one"

[[node]]
name = "am-2"
role = "all-in-one"

[[database]]
name = "shared"
engine = «"h2"»
managed = true
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "am-1"
role = "all-in-one"

[[node]]
name = "am-2"
role = "all-in-one"

[[database]]
name = "shared"
engine = "postgresql"
managed = true
)"},
    .check = check};

}
