#include "core/rules/deployment_table.h"
#include "core/schema/shape.h"

#include <algorithm>

namespace arabesque {

namespace {

std::string arrayOf(const std::vector<std::string>& texts) {
    std::string array;
    for (const std::string& text : texts) array += (array.empty() ? "" : ", ") + toml::quoted(text);
    return '[' + array + ']';
}

/// The zone is one of a region, but not of this node's.
void sayInRegion(const Checked& project, const Node& node, const Region& region, Findings& findings) {
    const DeploymentTable table = nodeTable(project, node.number);
    auto finding = findings.at(table.place("zone"));
    if (region.zones->empty())
        finding.say(
            {MESSAGE("rules", "there is no zone '%1': the region '%2' has none"), *node.zone, *region.name});
    else
        finding.say({MESSAGE("rules", "there is no zone '%1' in the region '%2'; there is %3"), *node.zone,
                     *region.name, listed(*region.zones)});
    if (const std::string meant = nearestOf(*region.zones, *node.zone); !meant.empty())
        finding.fix({MESSAGE("rules", "Did you mean '%1'?"), meant}, table.set("zone", toml::quoted(meant)));
    std::vector<std::string> zones = *region.zones;
    zones.push_back(*node.zone);
    finding.fix({MESSAGE("rules", "Add the zone '%1' to '%2'"), *node.zone, *region.name},
                DeploymentTable(project, {"region", region.number}).set("zones", arrayOf(zones)));
    finding.fix({MESSAGE("rules", "Remove '%1'"), "zone"}, table.unset("zone"));
}

void sayWithoutRegion(const Checked& project, const Node& node, Findings& findings) {
    const DeploymentTable table = nodeTable(project, node.number);
    auto finding = findings.at(table.place("zone"));
    finding.say(
        {MESSAGE("rules", "zones are parts of a region, and nothing says which region '%1' stands in"),
         *node.name});
    for (const Region& region : project.deployment.topology.regions)
        if (std::ranges::contains(*region.zones, *node.zone))
            finding.fix({MESSAGE("rules", "It stands in '%1'"), *region.name},
                        table.set("region", toml::quoted(*region.name)));
    finding.fix({MESSAGE("rules", "Remove '%1'"), "zone"}, table.unset("zone"));
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Node& node : topology.nodes) {
        if (node.zone->empty()) continue;
        const Region* region = topology.region(*node.region);
        if (region != nullptr && !std::ranges::contains(*region->zones, *node.zone))
            sayInRegion(project, node, *region, findings);
        else if (region == nullptr && node.region->empty())
            sayWithoutRegion(project, node, findings);
    }
}

}

extern const Rule node_zone_is_declared{
    .id = "node-zone-is-declared",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A node in a zone its region does not have"),
    .why = MESSAGE("rules", "Losses are counted zone by zone. A node in an unknown zone looks safe when the "
                            "real one is lost."),
    .cure = MESSAGE("rules", "Write the zone as the region has it, or add it to the region's zones."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[region]]
name = "eu-west"
zones = ["zone-a", "zone-b"]

[[node]]
name = "orders-1"
role = "service"
zone = «"zone-ab"»
)",
                .right = R"(=== Deployment.toml
[[region]]
name = "eu-west"
zones = ["zone-a", "zone-b"]

[[node]]
name = "orders-1"
role = "service"
zone = "zone-a"
)"},
    .check = check};

}
