#include "core/rules/layout.h"

namespace arabesque {

extern const Rule single_load_balancer;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(single_load_balancer.id) ||
        isManaged(topology, deploymentToml().loadBalancer.managed))
        return;
    for (const std::string& place : regionNames(topology)) {
        const Nodes balancers = balancersIn(topology, place);
        if (copiesIn(balancers) != 1) continue;
        findings.at(placeOf(*balancers.front()))
            .say({MESSAGE("rules", "'%1' is the only load balancer%2: its loss is an outage"),
                  *balancers.front()->name, whereText(place)})
            .fix(MESSAGE("rules", "Add a second one that stands by"),
                 Layout(project)
                     .add({.role = "load-balancer", .region = place, .standby = true})
                     .addAddress()
                     .edit())
            .fix(MESSAGE("rules", "The cloud provides it"),
                 Layout(project).set({"load_balancer", "managed"}, "true").edit());
    }
}

}

const Rule single_load_balancer{
    .id = "single-load-balancer",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "One load balancer in front of several servers"),
    .why = MESSAGE("rules", "Its loss is an outage, however many servers are behind it: two servers of 99 % "
                            "behind one balancer of 99.9 % make 99.89 %."),
    .cure = MESSAGE("rules", "Add a second one that shares a virtual address with it, or use the balancer of "
                             "the cloud (managed)."),
    .source = "topologies, availability",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "active-active"

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"

[[node]]
name = «"lb-1"»
role = "load-balancer"

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
