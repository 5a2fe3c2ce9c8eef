#include "core/rules/cures.h"
#include "core/rules/layout.h"

namespace arabesque {

extern const Rule a_server_is_active;

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.demands(a_server_is_active.id)) return;
    const Topology& topology = project.deployment.topology;
    for (const std::string& place : regionNames(topology)) {
        const Nodes servers = serversIn(topology, place);
        if (servers.empty() || !withState(servers, false).empty()) continue;
        const Origin* state = writtenAt(servers.front()->state.origins);
        if (state == nullptr) continue;
        auto finding = findings.at(state->place());
        finding.say({MESSAGE("rules", "all servers stand by%1: none serves"), whereText(place)});
        if (servers.size() > 1)
            finding.fix({MESSAGE("rules", "Make '%1' active"), *servers.front()->name},
                        unsetAt(project, *state));
        else
            finding.fix(MESSAGE("rules", "Add an active node"),
                        Layout(project).add({.role = *servers.front()->role, .region = place}).edit());
    }
}

}

const Rule a_server_is_active{
    .id = "a-server-is-active",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Only servers that stand by"),
    .why = MESSAGE("rules", "NGINX does not load a group of backup servers only: nothing starts."),
    .cure = MESSAGE("rules", "Make one of them active."),
    .source = "NGINX 1.22, \"no servers in upstream\"",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "active-passive"

[[node]]
name = "orders-1"
role = "service"
state = «"standby"»

[[node]]
name = "orders-2"
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
