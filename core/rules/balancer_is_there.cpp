#include "core/rules/layout.h"

namespace arabesque {

extern const Rule balancer_is_there;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(balancer_is_there.id) || isManaged(topology, deploymentToml().loadBalancer.managed))
        return;
    for (const std::string& place : regionNames(topology)) {
        if (!balancersIn(topology, place).empty()) continue;
        findings.at(placeOfPattern(project))
            .say({MESSAGE("rules", "no load balancer stands in front of the servers%1"), whereText(place)})
            .fix(MESSAGE("rules", "Add a pair of load balancers"), Layout(project).addBalancers(place).edit())
            .fix(MESSAGE("rules", "The cloud provides it"),
                 Layout(project).set({"load_balancer", "managed"}, "true").edit());
    }
}

}

const Rule balancer_is_there{
    .id = "balancer-is-there",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Nothing in front of the servers"),
    .why =
        MESSAGE("rules",
                "Clients know one address. Without a balancer nobody sends them to the server that is left."),
    .cure = MESSAGE("rules", "Add a pair of load balancers, or say that the cloud provides one (managed)."),
    .source = "Arabesque, patterns",
    .example = {.wrong = R"(=== Deployment.toml
pattern = «"active-active"»

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"
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
address = "10.0.1.10"
)"},
    .check = check};

}
