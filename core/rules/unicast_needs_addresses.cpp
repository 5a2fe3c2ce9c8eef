#include "core/model/address.h"
#include "core/rules/layout.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto unicast = topology.written(deploymentToml().vip.unicast);
    if (!unicast || !**unicast || !topology.isFor("vm") ||
        isManaged(topology, deploymentToml().loadBalancer.managed))
        return;
    for (const std::string& place : regionNames(topology)) {
        const Nodes balancers = balancersIn(topology, place);
        if (balancers.size() < 2) continue;
        for (const Node* each : balancers)
            if (!isIpAddress(*each->host))
                findings.at(placeOf(*each))
                    .say({MESSAGE(
                              "rules",
                              "'%1' is called %2, which is no IP address: keepalived sends its signs of life "
                              "to everybody in the network instead of to the other balancer"),
                          *each->name, *each->host});
    }
}

}

extern const Rule unicast_needs_addresses{
    .id = "unicast-needs-addresses",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Unicast between balancers without addresses"),
    .why = MESSAGE("rules",
                   "keepalived takes the other balancer by its IP address only. Without, it falls back to "
                   "multicast, which most clouds drop: both balancers then claim the address."),
    .cure = MESSAGE("rules", "Give the balancers a `host` that is an IP address."),
    .source = "keepalived.conf(5), unicast_peer",
    .example = {.wrong = R"(=== Deployment.toml
targets = ["vm"]

[load_balancer.vip]
address = "10.0.1.10"
unicast = true

[[node]]
name = «"lb-1"»
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
host = "10.0.1.2"
)",
                .right = R"(=== Deployment.toml
targets = ["vm"]

[load_balancer.vip]
address = "10.0.1.10"
unicast = true

[[node]]
name = "lb-1"
role = "load-balancer"
host = "10.0.1.1"

[[node]]
name = "lb-2"
role = "load-balancer"
host = "10.0.1.2"
)"},
    .check = check};

}
