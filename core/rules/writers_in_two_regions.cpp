#include "core/rules/deployment_table.h"

#include <set>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Database& database : topology.databases) {
        if (!*database.manyWriters || !database.conflicts->empty()) continue;
        std::set<std::string> regions;
        for (const Node& node : topology.nodes)
            if (node.is("database") && *node.database == *database.name && !node.isStandby())
                regions.insert(*node.region);
        if (regions.size() < 2) continue;
        const DeploymentTable table(project, {"database", database.number});
        const bool bidirectional = *database.replication == "bidirectional";
        const char* key = bidirectional ? "replication" : "writers";
        auto finding = findings.at(table.place(key));
        finding.say(
            {MESSAGE("rules", "'%1' is written in %2 regions, and nothing says what happens when both "
                              "change the same row"),
             *database.name, std::to_string(regions.size())});
        if (bidirectional)
            finding.fix(MESSAGE("rules", "Write in one region, and copy to the other"),
                        table.set("replication", "\"asynchronous\""));
        else
            finding.fix(MESSAGE("rules", "Write in one place"), table.set("writers", "\"one\""));
    }
}

}

extern const Rule writers_in_two_regions{
    .id = "writers-in-two-regions",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Two regions that write, and no word on conflicts"),
    .why = MESSAGE("rules", "Both change the row before they hear of each other. From then on the regions "
                            "answer differently, and no later copy mends it."),
    .cure =
        MESSAGE("rules", "Say in `conflicts` what decides: the replication tool's rule and schema. Or let "
                         "one region write."),
    .source = "WSO2 API Manager, multi data centre patterns",
    .example = {.wrong = R"(=== Deployment.toml
[[region]]
name = "eu-west"

[[region]]
name = "eu-north"

[[database]]
name = "orders"
replication = «"bidirectional"»

[[node]]
name = "db-west"
role = "database"
region = "eu-west"

[[node]]
name = "db-north"
role = "database"
region = "eu-north"
)",
                .right = R"(=== Deployment.toml
[[region]]
name = "eu-west"

[[region]]
name = "eu-north"

[[database]]
name = "orders"
replication = "asynchronous"

[[node]]
name = "db-west"
role = "database"
region = "eu-west"

[[node]]
name = "db-north"
role = "database"
region = "eu-north"
)"},
    .check = check};

}
