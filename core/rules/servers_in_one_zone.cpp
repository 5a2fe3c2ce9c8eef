#include "core/rules/cures.h"
#include "core/rules/layout.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

extern const Rule servers_in_one_zone;

namespace {

/// Another zone of the region, where two or more nodes all stand in one of several.
const std::string* shares(const Region& region, const Nodes& nodes) {
    if (region.zones->size() < 2 || nodes.size() < 2 || nodes.front()->zone->empty()) return nullptr;
    for (const Node* node : nodes)
        if (*node->zone != *nodes.front()->zone) return nullptr;
    const auto other = std::ranges::find_if(
        *region.zones, [&](const std::string& zone) { return zone != *nodes.front()->zone; });
    return other == region.zones->end() ? nullptr : &*other;
}

void check(const Checked& project, Findings& findings) {
    if (!project.demands(servers_in_one_zone.id)) return;
    const Topology& topology = project.deployment.topology;
    for (const Region& region : topology.regions)
        for (const NodeRole& role : allRoles()) {
            Nodes nodes;
            for (const Node& node : topology.nodes)
                if (node.is(role.id) && *node.region == *region.name) nodes.push_back(&node);
            const std::string* other = shares(region, nodes);
            const Origin* zone = other == nullptr ? nullptr : writtenAt(nodes.back()->zone.origins);
            if (zone == nullptr) continue;
            findings.at(zone->place())
                .say({MESSAGE("rules", "all nodes of role %1 stand in zone '%2': its loss takes all of them"),
                      std::string(role.id), *nodes.back()->zone})
                .fix({MESSAGE("rules", "Move '%1' to zone '%2'"), *nodes.back()->name, *other},
                     setAt(project, *zone, toml::quoted(*other)));
        }
}

}

const Rule servers_in_one_zone{
    .id = "servers-in-one-zone",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "All servers of a role in one zone"),
    .why = MESSAGE("rules", "The loss of the zone is an outage, although others are there."),
    .cure = MESSAGE("rules", "Move one of them to another zone."),
    .source = "topologies, failure domains",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "active-active"

[[region]]
name = "eu-west"
zones = ["a", "b"]

[[node]]
name = "orders-1"
role = "service"
zone = "a"

[[node]]
name = "orders-2"
role = "service"
zone = «"a"»

[[node]]
name = "lb-1"
role = "load-balancer"
zone = "a"

[[node]]
name = "lb-2"
role = "load-balancer"
zone = "b"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"
)",
                .right = R"(=== Deployment.toml
pattern = "active-active"

[[region]]
name = "eu-west"
zones = ["a", "b"]

[[node]]
name = "orders-1"
role = "service"
zone = "a"

[[node]]
name = "orders-2"
role = "service"
zone = "b"

[[node]]
name = "lb-1"
role = "load-balancer"
zone = "a"

[[node]]
name = "lb-2"
role = "load-balancer"
zone = "b"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"
)"},
    .check = check};

}
