#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::int64_t highestPort = 65535;

bool meet(const Node& a, const Node& b) {
    return *a.host == *b.host && *a.port == *b.port && *a.name != *b.name;
}

void check(const Checked& project, Findings& findings) {
    const std::vector<Node>& nodes = project.deployment.topology.nodes;
    for (const Node& node : nodes) {
        if (node.isIn(NodeRole::Tier::Outside) || *node.port == 0) continue;
        const auto before = nodes.begin() + static_cast<std::ptrdiff_t>(node.number);
        const auto same = std::find_if(nodes.begin(), before, [&](const Node& each) {
            return meet(each, node) && !each.isIn(NodeRole::Tier::Outside);
        });
        if (same == before) continue;
        std::int64_t free = *node.port + 1;
        while (free < highestPort &&
               std::ranges::any_of(
                   nodes, [&](const Node& each) { return *each.host == *node.host && *each.port == free; }))
            ++free;
        const DeploymentTable table = nodeTable(project, node.number);
        auto finding = findings.at(table.place(table.find("port") != nullptr ? "port" : "host"));
        finding.say(
            {MESSAGE("rules", "'%1' serves at %2, port %3, already: the second one cannot listen there"),
             *same->name, *node.host, std::to_string(*node.port)});
        if (free < highestPort)
            finding.fix({MESSAGE("rules", "Serve on port %1"), std::to_string(free)},
                        table.set("port", std::to_string(free)));
    }
}

}

const Rule node_address_is_unique{
    .id = "node-address-is-unique",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Two nodes at one address"),
    .why = MESSAGE("rules",
                   "A port of a machine belongs to one program: the second does not start, and the balancer "
                   "asks the same one twice."),
    .cure = MESSAGE("rules", "Give the second node another host or port."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
host = "10.0.1.11"
port = 9090

[[node]]
name = "orders-2"
role = "service"
host = "10.0.1.11"
port = «9090»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
host = "10.0.1.11"
port = 9090

[[node]]
name = "orders-2"
role = "service"
host = "10.0.1.11"
port = 9091
)"},
    .check = check};

}
