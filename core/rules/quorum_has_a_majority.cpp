#include "core/model/upstreams.h"
#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::int64_t least = 3;

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Database& database : topology.databases) {
        if (*database.managed || *database.replication != "quorum") continue;
        std::vector<std::size_t> members = topology.nodesOf("database");
        std::erase_if(members, [&](std::size_t n) { return *topology.nodes[n].database != *database.name; });
        const std::int64_t count = copiesOf(topology, members);
        if (count == 0 || (count >= least && count % 2 == 1)) continue;
        const DeploymentTable table(project, {"database", database.number});
        auto finding = findings.at(table.place("replication"));
        if (count < least)
            finding.say({MESSAGE("rules", "%1 of %2 members are no majority once one is lost: the database "
                                          "stops with the first loss"),
                         std::to_string(count - 1), std::to_string(count)});
        else
            finding.say(
                {MESSAGE("rules", "%1 members survive as many losses as %2 do: one of them only costs"),
                 std::to_string(count), std::to_string(count - 1)});
        if (count % 2 == 0)
            finding.fix(MESSAGE("rules", "Add a member"),
                        addNodeLike(project, topology.nodes[members.back()]));
        if (count > least)
            finding.fix({MESSAGE("rules", "Remove '%1'"), *topology.nodes[members.back()].name},
                        nodeTable(project, members.back()).remove());
    }
}

}

extern const Rule quorum_has_a_majority{
    .id = "quorum-has-a-majority",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A quorum without a majority to lose"),
    .why =
        MESSAGE("rules", "More than half of the members have to agree. Three survive one loss, four survive "
                         "one, five survive two; two survive none."),
    .cure = MESSAGE("rules", "Run three or five members, in as many zones as there are."),
    .source = "Majority rule of consensus",
    .example = {.wrong = R"(=== Deployment.toml
[[database]]
name = "orders"
replication = «"quorum"»

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
replication = "quorum"

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
