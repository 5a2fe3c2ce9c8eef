#include "core/rules/deployment_table.h"
#include "core/schema/deployment_toml.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const Field& roles = deploymentToml()[deploymentToml().pool.role];
    for (const Pool& pool : topology.pools) {
        if (topology.nodes.empty() || findRole(*pool.role) == nullptr ||
            !topology.nodesOf(*pool.role).empty())
            continue;
        const DeploymentTable table(project, {"pool", pool.number});
        auto finding = findings.at(table.place("role"));
        finding.say({MESSAGE("rules", "no node is a '%1', so nobody has this pool"), *pool.role});
        std::vector<std::string> offered;
        for (const Node& node : topology.nodes) {
            const std::string role = toml::quoted(*node.role);
            const bool taken = std::ranges::any_of(topology.pools, [&](const Pool& each) {
                return node.is(*each.role) && *each.database == *pool.database;
            });
            if (taken || !std::ranges::contains(roles.choices, role) || std::ranges::contains(offered, role))
                continue;
            offered.push_back(role);
            finding.fix({MESSAGE("rules", "It is that of each '%1'"), *node.role}, table.set("role", role));
        }
        finding.fix(MESSAGE("rules", "Remove the pool"), table.remove());
    }
}

}

extern const Rule pool_role_has_nodes{
    .id = "pool-role-has-nodes",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A pool that nobody has"),
    .why = MESSAGE("rules", "Its connections are not counted, and those of the nodes that really ask are "
                            "missing from the sum."),
    .cure = MESSAGE("rules", "Name the role of the nodes that ask the database, or remove the pool."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "orders"
role = "service"

[[database]]
name = "orders"
managed = true

[[pool]]
role = «"gateway"»
database = "orders"
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "orders"
role = "service"

[[database]]
name = "orders"
managed = true

[[pool]]
role = "service"
database = "orders"
)"},
    .check = check};

}
