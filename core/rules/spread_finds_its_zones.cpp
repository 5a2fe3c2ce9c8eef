#include "core/rules/kubernetes_design.h"

#include <algorithm>

namespace arabesque {

namespace {

/// Zones of the region with fewest, of those that declare any; 0 where none does.
std::int64_t fewestZones(const Topology& topology) {
    std::int64_t fewest = 0;
    for (const Region& region : topology.regions) {
        const auto zones = static_cast<std::int64_t>(region.zones->size());
        if (zones > 0 && (fewest == 0 || zones < fewest)) fewest = zones;
    }
    return fewest;
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().kubernetes;
    const auto wanted = topology.written(keys.minDomains);
    const std::int64_t zones = fewestZones(topology);
    if (!runsOnKubernetes(project) || !wanted || zones == 0 || **wanted <= zones ||
        !topology.value(keys.spreadKey)->ends_with("/zone") ||
        *topology.value(keys.whenUnsatisfiable) != "DoNotSchedule")
        return;
    const DeploymentTable table = kubernetesTable(project, "spread");
    findings.at(table.place("min_domains"))
        .say(
            {MESSAGE("rules", "%1 zones are asked for and there are %2: a missing zone counts as one with no "
                              "pod, so further pods stay pending"),
             std::to_string(**wanted), std::to_string(zones)})
        .fix({MESSAGE("rules", "Ask for %1"), std::to_string(zones)},
             table.set("min_domains", std::to_string(zones)))
        .fix({MESSAGE("rules", "Remove '%1'"), "min_domains"}, table.unset("min_domains"));
}

}

extern const Rule spread_finds_its_zones{
    .id = "spread-finds-its-zones",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A spread over more zones than there are"),
    .why =
        MESSAGE("rules", "Below min_domains the least number of pods counts as 0. With DoNotSchedule and a "
                         "difference of 1, one pod starts in each zone and no more."),
    .cure = MESSAGE("rules", "Ask for no more zones than there are, or let the scheduler do what it can."),
    .source = "Kubernetes API, topologySpreadConstraints",
    .example = {.wrong = R"(=== Deployment.toml
[[region]]
name = "eu-west"
zones = ["a", "b"]

[kubernetes.spread]
over = "topology.kubernetes.io/zone"
when_unsatisfiable = "DoNotSchedule"
min_domains = «3»
)",
                .right = R"(=== Deployment.toml
[[region]]
name = "eu-west"
zones = ["a", "b"]

[kubernetes.spread]
over = "topology.kubernetes.io/zone"
when_unsatisfiable = "DoNotSchedule"
min_domains = 2
)"},
    .check = check};

}
