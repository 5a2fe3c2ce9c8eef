#include "core/model/capacity.h"
#include "core/rules/peak.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto peak = peakOf(topology);
    if (!peak) return;
    for (const RoleCapacity& capacity : capacitiesOf(topology)) {
        if (capacity.withoutCopy < *peak || !capacity.withoutZone || *capacity.withoutZone >= *peak) continue;
        auto finding = findings.at(objectivesTable(project).place("peak"));
        finding.say(
            {MESSAGE("rules", "without the zone '%1' copies of role %2 carry %3 requests per second, less "
                              "than the peak of %4"),
             capacity.zone, capacity.role, std::to_string(*capacity.withoutZone), std::to_string(*peak)});
        for (const Node& node : topology.nodes) {
            const Region* region = topology.region(*node.region);
            if (!node.is(capacity.role) || !node.zone->empty() || !node.capacity || **node.capacity <= 0 ||
                region == nullptr || region->zones->size() < 2)
                continue;
            const auto zones = static_cast<std::int64_t>(region->zones->size());
            const std::int64_t each = (*peak + **node.capacity - 1) / **node.capacity;
            const std::string enough = std::to_string(zones * ((each + zones - 2) / (zones - 1)));
            finding.fix({MESSAGE("rules", "Run %1 replicas of '%2'"), enough, *node.name},
                        nodeTable(project, node.number).set("replicas", enough));
            break;
        }
    }
}

}

extern const Rule capacity_survives_a_zone{
    .id = "capacity-survives-a-zone",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Too little is left after the loss of one zone"),
    .why =
        MESSAGE("rules", "A zone takes all its copies with it at once, and new ones need minutes to start in "
                         "the others, if there is room."),
    .cure = MESSAGE("rules", "Run so many copies that those of all zones but one carry the peak."),
    .source = "Arabesque, from declared capacities",
    .example = {.wrong = R"(=== Deployment.toml
[objectives]
peak = «1000»

[[region]]
name = "eu-west"
zones = ["a", "b"]

[[node]]
name = "orders"
role = "service"
replicas = 3
capacity = 500
)",
                .right = R"(=== Deployment.toml
[objectives]
peak = 1000

[[region]]
name = "eu-west"
zones = ["a", "b"]

[[node]]
name = "orders"
role = "service"
replicas = 4
capacity = 500
)"},
    .check = check};

}
