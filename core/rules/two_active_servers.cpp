#include "core/rules/layout.h"

namespace arabesque {

extern const Rule two_active_servers;

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.demands(two_active_servers.id)) return;
    const Topology& topology = project.deployment.topology;
    for (const std::string& place : regionNames(topology)) {
        const Nodes servers = serversIn(topology, place);
        // of those that stand by another rule speaks
        if (copiesIn(servers) != 1) continue;
        findings.at(placeOfPattern(project))
            .say({MESSAGE("rules", "only '%1' serves%2: active-active takes two"), *servers.front()->name,
                  whereText(place)})
            .fix(MESSAGE("rules", "Add a second node"),
                 Layout(project).add({.role = *servers.front()->role, .region = place}).edit());
    }
}

}

const Rule two_active_servers{.id = "two-active-servers",
                              .severity = Severity::Error,
                              .title = MESSAGE("rules", "One server where two have to share"),
                              .why = MESSAGE("rules", "Its loss is an outage: nobody is left to serve."),
                              .cure = MESSAGE("rules", "Add another, best in another zone."),
                              .source = "topologies, active-active",
                              .example = {.wrong = R"(=== Deployment.toml
pattern = «"active-active"»

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[[node]]
name = "orders-1"
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
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

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
)"},
                              .check = check};

}
