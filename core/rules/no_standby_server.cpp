#include "core/rules/cures.h"
#include "core/rules/layout.h"

namespace arabesque {

extern const Rule no_standby_server;

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.demands(no_standby_server.id)) return;
    const Topology& topology = project.deployment.topology;
    for (const std::string& place : regionNames(topology))
        for (const Node* node : withState(serversIn(topology, place), true)) {
            const Origin* state = writtenAt(node->state.origins);
            if (state == nullptr) continue;
            findings.at(state->place())
                .say({MESSAGE("rules", "'%1' stands by, and active-active uses all servers"), *node->name})
                .fix({MESSAGE("rules", "Make '%1' active"), *node->name}, unsetAt(project, *state));
        }
}

}

const Rule no_standby_server{
    .id = "no-standby-server",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A standby among servers that all serve"),
    .why = MESSAGE("rules", "It gets no requests while another is left, so that the others carry its share."),
    .cure = MESSAGE("rules", "Make it active, or declare active-passive."),
    .source = "topologies, active-active",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "active-active"

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"
state = «"standby"»

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
