#include "core/rules/cures.h"
#include "core/rules/layout.h"

namespace arabesque {

extern const Rule zones_to_spread_over;

namespace {

constexpr const char* usualZones = R"(["a", "b", "c"])";

void check(const Checked& project, Findings& findings) {
    if (!project.demands(zones_to_spread_over.id)) return;
    const Topology& topology = project.deployment.topology;
    Layout layout(project);
    if (topology.regions.empty())
        layout.draft().append("region", {{"name", "\"main\""}, {"zones", usualZones}});
    else if (topology.regions.front().zones->size() < 2)
        layout.set({"region", std::size_t{0}, "zones"}, usualZones);
    else
        return;
    const Origin* name =
        topology.regions.empty() ? nullptr : writtenAt(topology.regions.front().name.origins);
    findings.at(name == nullptr ? placeOfPattern(project) : name->place())
        .say({MESSAGE("rules", "no two zones are declared to spread replicas over")})
        .fix(MESSAGE("rules", "Declare three zones"), layout.edit());
}

}

const Rule zones_to_spread_over{
    .id = "zones-to-spread-over",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "No zones to spread over"),
    .why = MESSAGE("rules", "Replicas in one zone are lost together."),
    .cure = MESSAGE("rules", "List the zones of the region the cluster has machines in."),
    .source = "Kubernetes, running in multiple zones",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "kubernetes-multi-zone"
targets = ["k8s"]

[[region]]
name = «"eu-west"»

[[node]]
name = "orders"
role = "service"
replicas = 3

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
