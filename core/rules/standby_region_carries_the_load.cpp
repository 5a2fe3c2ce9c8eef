#include "core/model/capacity.h"
#include "core/rules/peak.h"

#include <algorithm>

namespace arabesque {

namespace {

/// What has to be carried: the peak, else all that regions which serve carry now.
std::optional<std::int64_t> neededOf(const Topology& topology, std::string_view role) {
    if (const auto peak = peakOf(topology)) return peak;
    for (const Region& region : topology.regions)
        if (*region.role == "primary") return capacityIn(topology, *region.name, role);
    return std::nullopt;
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Region& region : topology.regions) {
        if (*region.role != "standby") continue;
        for (const NodeRole& role : allRoles()) {
            if (role.tier != NodeRole::Tier::Traffic) continue;
            const auto there = capacityIn(topology, *region.name, role.id);
            const auto needed = neededOf(topology, role.id);
            if (!there || !needed || *there >= *needed) continue;
            auto finding = findings.at(DeploymentTable(project, {"region", region.number}).place("role"));
            finding.say(
                {MESSAGE("rules", "'%1' carries %2 requests per second of role %3, and %4 come to it when "
                                  "the primary region is lost"),
                 *region.name, std::to_string(*there), std::string(role.id), std::to_string(*needed)});
            const auto node = std::ranges::find_if(topology.nodes, [&](const Node& each) {
                return each.is(role.id) && *each.region == *region.name && **each.capacity > 0;
            });
            if (node == topology.nodes.end()) continue;
            const DeploymentTable table = nodeTable(project, node->number);
            const std::int64_t each = **node->capacity;
            const std::int64_t enough = *node->replicas + (*needed - *there + each - 1) / each;
            if (table.find("replicas") != nullptr)
                finding.fix(
                    {MESSAGE("rules", "Run %1 replicas of '%2'"), std::to_string(enough), *node->name},
                    table.set("replicas", std::to_string(enough)));
            else if (each >= *needed - *there)
                finding.fix({MESSAGE("rules", "Add a node like '%1'"), *node->name},
                            addNodeLike(project, *node));
        }
    }
}

}

extern const Rule standby_region_carries_the_load{
    .id = "standby-region-carries-the-load",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A standby region that is too small"),
    .why =
        MESSAGE("rules", "All clients come to it in one moment. It is overloaded, and the switch that worked "
                         "looks like a second outage."),
    .cure = MESSAGE("rules", "Size it for the peak, or plan which requests are turned away."),
    .source = "Arabesque, from declared capacities",
    .example = {.wrong = R"(=== Deployment.toml
[objectives]
peak = 900

[[region]]
name = "eu-west"
role = "primary"

[[region]]
name = "eu-north"
role = «"standby"»

[[node]]
name = "orders-west"
role = "service"
region = "eu-west"
replicas = 3
capacity = 500

[[node]]
name = "orders-north"
role = "service"
region = "eu-north"
replicas = 1
capacity = 500
)",
                .right = R"(=== Deployment.toml
[objectives]
peak = 900

[[region]]
name = "eu-west"
role = "primary"

[[region]]
name = "eu-north"
role = "standby"

[[node]]
name = "orders-west"
role = "service"
region = "eu-west"
replicas = 3
capacity = 500

[[node]]
name = "orders-north"
role = "service"
region = "eu-north"
replicas = 2
capacity = 500
)"},
    .check = check};

}
