#include "core/rules/layout.h"

namespace arabesque {

extern const Rule one_active_server;

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.demands(one_active_server.id)) return;
    const Topology& topology = project.deployment.topology;
    for (const std::string& place : regionNames(topology)) {
        const Nodes servers = serversIn(topology, place);
        const Nodes active = withState(servers, false);
        if (active.size() == servers.size()) continue;
        for (std::size_t i = 1; i < active.size(); ++i)
            findings.at(placeOf(*active[i]))
                .say({MESSAGE("rules", "'%1' is active beside '%2': active-passive has one at a time"),
                      *active[i]->name, *active[0]->name})
                .fix({MESSAGE("rules", "Let '%1' stand by"), *active[i]->name},
                     Layout(project).set({"node", active[i]->number, "state"}, "\"standby\"").edit());
    }
}

}

const Rule one_active_server{
    .id = "one-active-server",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Two active servers in active-passive"),
    .why = MESSAGE("rules", "They share the requests, and work that must run once runs twice."),
    .cure = MESSAGE("rules", "Let all but one stand by."),
    .source = "topologies, active-passive",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "active-passive"

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = «"orders-2"»
role = "service"

[[node]]
name = "orders-3"
role = "service"
state = "standby"

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
)",
                .right = R"(=== Deployment.toml
pattern = "active-passive"

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"
state = "standby"

[[node]]
name = "orders-3"
role = "service"
state = "standby"

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
