#include "core/rules/cures.h"
#include "core/rules/layout.h"

namespace arabesque {

extern const Rule replicas_cover_zones;

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.demands(replicas_cover_zones.id)) return;
    const Topology& topology = project.deployment.topology;
    for (const Node& node : topology.nodes) {
        const Region* region = topology.region(*node.region);
        if (region == nullptr || !node.isIn(NodeRole::Tier::Traffic) || !node.zone->empty()) continue;
        const std::string zones = std::to_string(region->zones->size());
        if (*node.replicas >= static_cast<std::int64_t>(region->zones->size())) continue;
        const Origin* replicas = writtenAt(node.replicas.origins);
        findings.at(replicas == nullptr ? placeOf(node) : replicas->place())
            .say({MESSAGE("rules", "%1 replicas of '%2' do not cover the %3 zones of the region"),
                  std::to_string(*node.replicas), *node.name, zones})
            .fix({MESSAGE("rules", "Run %1 replicas"), zones},
                 Layout(project).set({"node", node.number, "replicas"}, zones).edit());
    }
}

}

const Rule replicas_cover_zones{
    .id = "replicas-cover-zones",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Fewer replicas than zones"),
    .why = MESSAGE("rules", "A zone without a replica adds nothing; with one replica its loss is an outage."),
    .cure = MESSAGE("rules", "Run as many replicas as there are zones."),
    .source = "topologies, Kubernetes over zones",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "kubernetes-multi-zone"
targets = ["k8s"]

[[region]]
name = "eu-west"
zones = ["a", "b", "c"]

[[node]]
name = "orders"
role = "service"
replicas = «1»

[kubernetes.spread]
over = "topology.kubernetes.io/zone"

[kubernetes.disruption_budget]
max_unavailable = "1"
)",
                .right = R"(=== Deployment.toml
pattern = "kubernetes-multi-zone"
targets = ["k8s"]

[[region]]
name = "eu-west"
zones = ["a", "b", "c"]

[[node]]
name = "orders"
role = "service"
replicas = 3

[kubernetes.spread]
over = "topology.kubernetes.io/zone"

[kubernetes.disruption_budget]
max_unavailable = "1"
)"},
    .check = check};

}
