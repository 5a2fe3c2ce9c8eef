#include "core/rules/layout.h"

namespace arabesque {

extern const Rule balancers_share_an_address;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(balancers_share_an_address.id) || topology.has("load_balancer.vip") ||
        isManaged(topology, deploymentToml().loadBalancer.managed))
        return;
    for (const std::string& place : regionNames(topology)) {
        const Nodes balancers = balancersIn(topology, place);
        if (balancers.empty()) continue;
        findings.at(placeOfPattern(project))
            .say({MESSAGE("rules", "'%1' and its partner share no address: clients stay with the lost one"),
                  *balancers.front()->name})
            .fix(MESSAGE("rules", "Add a virtual address"), Layout(project).addAddress().edit());
        return;
    }
}

}

const Rule balancers_share_an_address{
    .id = "balancers-share-an-address",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A pair of balancers without a common address"),
    .why = MESSAGE("rules",
                   "Clients are sent to one of them. When that is lost nobody moves them to the other."),
    .cure = MESSAGE("rules", "Declare [load_balancer.vip] with an address that keepalived moves, or use the "
                             "balancer of the cloud."),
    .source = "keepalived.conf(5)",
    .example = {.wrong = R"(=== Deployment.toml
pattern = «"active-active"»

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"
)",
                .right = R"(=== Deployment.toml
pattern = "active-active"

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "192.0.2.10"
)"},
    .check = check};

}
