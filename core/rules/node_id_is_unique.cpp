#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const std::vector<Node>& nodes = project.deployment.topology.nodes;
    for (const Node& node : nodes) {
        if (!node.is("micro-integrator") || node.nodeId->empty()) continue;
        const auto same = std::ranges::find_if(nodes, [&](const Node& each) {
            return each.is("micro-integrator") && *each.nodeId == *node.nodeId;
        });
        const bool taken = same->number < node.number;
        if (!taken && *node.replicas < 2) continue;
        const DeploymentTable table = nodeTable(project, node.number);
        auto finding = findings.at(table.place("node_id"));
        if (taken)
            finding.say({MESSAGE("rules", "'%1' has the node id %2 already: in the cluster both are one"),
                         *same->name, *node.nodeId});
        else
            finding.say(
                {MESSAGE("rules", "all %1 replicas would have the node id %2: in the cluster they are "
                                  "one"),
                 std::to_string(*node.replicas), *node.nodeId});
        finding.fix(MESSAGE("rules", "Let each have a random one"), table.unset("node_id"));
    }
}

}

extern const Rule node_id_is_unique{
    .id = "node-id-is-unique",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Two Micro Integrators of one node id"),
    .why =
        MESSAGE("rules", "Coordination goes by the id. Work of one is given to both or to none, and the loss "
                         "of one is never noticed."),
    .cure = MESSAGE("rules", "Leave node_id out, so that each start has one of its own, or write different "
                             "ones."),
    .source = "WSO2 Micro Integrator 4.6, cluster_config",
    .example = {.wrong = R"(=== Deployment.toml
product = "micro-integrator"

[[node]]
name = "mi-1"
role = "micro-integrator"
node_id = "mi"

[[node]]
name = "mi-2"
role = "micro-integrator"
node_id = «"mi"»
)",
                .right = R"(=== Deployment.toml
product = "micro-integrator"

[[node]]
name = "mi-1"
role = "micro-integrator"
node_id = "mi"

[[node]]
name = "mi-2"
role = "micro-integrator"
)"},
    .check = check};

}
