#include "core/rules/balancer.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto balancer = balancerOf(project);
    if (!balancer || balancer->upstreams.empty() || balancer->table.find("affinity") == nullptr ||
        *balancer->topology.value(deploymentToml().loadBalancer.affinity) == "none")
        return;
    if (std::ranges::any_of(balancer->upstreams, [](const Upstream& each) {
            return each.role == "control-plane" || each.role == "all-in-one";
        }))
        return;
    findings.at(balancer->placeOf("affinity"))
        .say({MESSAGE("rules", "'%1' keeps nothing of a client between two requests, so affinity only makes "
                               "the load uneven"),
              *balancer->topology.nodes[balancer->upstreams.front().first()].name})
        .fix({MESSAGE("rules", "Remove '%1'"), "affinity"}, balancer->table.unset("affinity"));
}

}

extern const Rule affinity_without_need{
    .id = "affinity-without-need",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "Affinity that nothing needs"),
    .why =
        MESSAGE("rules", "A client that asks much stays with one server, and a server that is to be stopped "
                         "keeps its clients for long."),
    .cure = MESSAGE("rules", "Remove it, unless the program keeps state of its clients."),
    .source = "WSO2 API Manager 4.7 and Micro Integrator 4.6, load balancer configuration",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "orders-1"
role = "service"

[load_balancer]
method = "least-conn"
affinity = «"source"»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "orders-1"
role = "service"

[load_balancer]
method = "least-conn"
)"},
    .check = check};

}
