#include "core/rules/virtual_address.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto vip = virtualAddressOf(project);
    if (!vip || (!vip->topology.pattern->empty() && *vip->topology.pattern != "single-node")) return;
    const std::vector<std::size_t> balancers = vip->topology.nodesIn(NodeRole::Tier::Balancer);
    const auto alone = std::ranges::find_if(balancers, [&](std::size_t number) {
        return std::ranges::count_if(balancers, [&](std::size_t other) {
                   return *vip->topology.nodes[other].region == *vip->topology.nodes[number].region;
               }) == 1;
    });
    if (alone == balancers.end()) return;
    const Node& node = vip->topology.nodes[*alone];
    findings.at(vip->table.place())
        .say({MESSAGE("rules", "'%1' is the only balancer, so there is nobody the address could move to"),
              *node.name})
        .fix(MESSAGE("rules", "Add a second balancer"), addNodeLike(project, node))
        .fix(MESSAGE("rules", "Remove the virtual address"), vip->table.remove());
}

}

extern const Rule virtual_address_has_a_pair{
    .id = "virtual-address-has-a-pair",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A virtual address with one balancer"),
    .why = MESSAGE("rules", "keepalived has nobody to hand the address to. The one balancer stays a single "
                            "point of failure, with one more part that may fail."),
    .cure = MESSAGE("rules", "Add a second balancer, or use the balancer's own address."),
    .source = "keepalived.conf(5)",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "balancer-1"
role = "load-balancer"

«[load_balancer.vip]»
address = "10.0.1.10"
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "balancer-1"
role = "load-balancer"

[[node]]
name = "balancer-2"
role = "load-balancer"

[load_balancer.vip]
address = "10.0.1.10"
)"},
    .check = check};

}
