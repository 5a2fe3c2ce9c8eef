#include "core/rules/balancer.h"

#include <algorithm>
#include <set>

namespace arabesque {

namespace {

/// Zones that balancers and servers of a region stand in; more than one where copies are spread over all of them.
std::set<std::string> zonesOf(const Topology& topology, const Upstream& upstream) {
    std::set<std::string> zones;
    const Region* region = topology.region(upstream.place);
    const auto add = [&](const Node& node) {
        if (!node.zone->empty())
            zones.insert(*node.zone);
        else if (region != nullptr && *node.replicas > 1)
            zones.insert(region->zones->begin(), region->zones->end());
    };
    for (const Node& node : topology.nodes)
        if (*node.region == upstream.place && (node.isIn(NodeRole::Tier::Balancer) || node.is(upstream.role)))
            add(node);
    return zones;
}

void check(const Checked& project, Findings& findings) {
    const auto balancer = balancerOf(project);
    if (!balancer) return;
    const auto& keys = deploymentToml().loadBalancer;
    const auto encrypted = balancer->topology.written(keys.encryptUpstream);
    if (!encrypted || **encrypted || !*balancer->topology.value(keys.tls)) return;
    const bool crosses = std::ranges::any_of(balancer->upstreams, [&](const Upstream& each) {
        return zonesOf(balancer->topology, each).size() > 1;
    });
    if (!crosses) return;
    findings.at(balancer->placeOf("encrypt_upstream"))
        .say(MESSAGE("rules", "clients come over TLS, and from the balancer on their requests cross zones in "
                              "plain text"))
        .fix(MESSAGE("rules", "Encrypt them again"), balancer->table.set("encrypt_upstream", "true"));
}

}

extern const Rule traffic_between_places_is_encrypted{
    .id = "traffic-between-places-is-encrypted",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Plain text between zones"),
    .why = MESSAGE("rules", "Zones are buildings apart, and the lines between them belong to somebody else. "
                            "Tokens and data of clients can be read on the way."),
    .cure = MESSAGE("rules", "Let the balancer speak TLS to the servers as well."),
    .source = "WSO2 API Manager, production deployment guidelines",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[region]]
name = "eu-west"
zones = ["a", "b"]

[[node]]
name = "balancer"
role = "load-balancer"
zone = "a"

[[node]]
name = "gateway-1"
role = "gateway"
zone = "b"

[load_balancer]
tls = true
encrypt_upstream = «false»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[region]]
name = "eu-west"
zones = ["a", "b"]

[[node]]
name = "balancer"
role = "load-balancer"
zone = "a"

[[node]]
name = "gateway-1"
role = "gateway"
zone = "b"

[load_balancer]
tls = true
encrypt_upstream = true
)"},
    .check = check};

}
