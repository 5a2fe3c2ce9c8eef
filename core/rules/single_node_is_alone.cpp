#include "core/rules/layout.h"

#include <algorithm>
#include <iterator>

namespace arabesque {

extern const Rule single_node_is_alone;

namespace {

/// All but the first node of a tier.
Nodes excess(const std::vector<Node>& nodes, NodeRole::Tier tier) {
    Nodes found;
    for (const Node& node : nodes)
        if (node.isIn(tier)) found.push_back(&node);
    if (!found.empty()) found.erase(found.begin());
    return found;
}

void check(const Checked& project, Findings& findings) {
    if (!project.demands(single_node_is_alone.id)) return;
    const Topology& topology = project.deployment.topology;
    Nodes more = excess(topology.nodes, NodeRole::Tier::Traffic);
    std::ranges::move(excess(topology.nodes, NodeRole::Tier::Balancer), std::back_inserter(more));
    std::ranges::sort(more, {}, &Node::number);
    if (more.empty()) return;
    findings.at(placeOf(*more.front()))
        .say({MESSAGE("rules", "the pattern is single-node, and '%1' is one more"), *more.front()->name})
        .fix(MESSAGE("rules", "Keep the first node only"), Layout(project).remove(more).edit());
}

}

const Rule single_node_is_alone{
    .id = "single-node-is-alone",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "More than one node in a single-node deployment"),
    .why = MESSAGE(
        "rules",
        "The pattern promises nothing for more: no balancer shares the load, and no standby takes over."),
    .cure = MESSAGE("rules", "Remove what is too much, or declare active-active or active-passive."),
    .source = "Arabesque, patterns",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "single-node"

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = «"orders-2"»
role = "service"
)",
                .right = R"(=== Deployment.toml
pattern = "single-node"

[[node]]
name = "orders-1"
role = "service"
)"},
    .check = check};

}
