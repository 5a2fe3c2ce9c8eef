#include "core/rules/balancer.h"

#include <algorithm>

namespace arabesque {

namespace {

bool hasPortals(const Upstream& upstream) {
    return upstream.role == "control-plane" || upstream.role == "all-in-one";
}

void check(const Checked& project, Findings& findings) {
    const auto balancer = balancerOf(project);
    if (!balancer) return;
    const auto& keys = deploymentToml().loadBalancer;
    const auto portals = std::ranges::find_if(balancer->upstreams, [&](const Upstream& each) {
        return hasPortals(each) && copiesOf(balancer->topology, each.active) > 1;
    });
    if (portals == balancer->upstreams.end() || *balancer->topology.value(keys.affinity) != "none" ||
        *balancer->topology.value(keys.method) == "ip-hash")
        return;
    auto finding = findings.at(balancer->placeOf("affinity"));
    finding.say({MESSAGE("rules", "'%1' has portals and is one of %2: without affinity a request of somebody "
                                  "who logged in reaches a server that knows no such session"),
                 *balancer->topology.nodes[portals->first()].name,
                 std::to_string(copiesOf(balancer->topology, portals->active))});
    if (balancer->managed || balancer->knowsCookies())
        finding.fix(MESSAGE("rules", "Keep a client by cookie"),
                    balancer->table.set("affinity", "\"cookie\""));
    if (!*balancer->topology.value(keys.behindProxy) && portals->standby.empty())
        finding.fix(MESSAGE("rules", "Keep a client by its address"),
                    balancer->table.set("affinity", "\"source\""));
}

}

extern const Rule portals_keep_their_clients{
    .id = "portals-keep-their-clients",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Portals without affinity"),
    .why = MESSAGE("rules", "Publisher, developer portal and admin keep sessions in the server. People are "
                            "logged out at random, or never get in."),
    .cure = MESSAGE("rules", "Keep a client at its server by cookie, or by its address."),
    .source = "WSO2 API Manager 4.7, load balancer configuration",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "cp-1"
role = "control-plane"

[[node]]
name = "cp-2"
role = "control-plane"

[load_balancer]
affinity = «"none"»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "cp-1"
role = "control-plane"

[[node]]
name = "cp-2"
role = "control-plane"

[load_balancer]
affinity = "source"
)"},
    .check = check};

}
