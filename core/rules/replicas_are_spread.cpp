#include "core/rules/layout.h"
#include "core/toml/rewrite.h"

namespace arabesque {

extern const Rule replicas_are_spread;

namespace {

constexpr const char* zoneLabel = "topology.kubernetes.io/zone";

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(replicas_are_spread.id) ||
        *topology.value(deploymentToml().kubernetes.spreadKey) == zoneLabel)
        return;
    findings.at(placeOfPattern(project))
        .say({MESSAGE("rules", "nothing spreads replicas over zones: all of them may run in one")})
        .fix(MESSAGE("rules", "Spread them over zones"),
             Layout(project).set({"kubernetes", "spread", "over"}, toml::quoted(zoneLabel)).edit());
}

}

const Rule replicas_are_spread{.id = "replicas-are-spread",
                               .severity = Severity::Error,
                               .title = MESSAGE("rules", "Replicas that are not spread over zones"),
                               .why = MESSAGE("rules", "The scheduler may put all of them into one zone, and "
                                                       "preferred anti-affinity does not keep it from that."),
                               .cure = MESSAGE("rules", "Spread them over topology.kubernetes.io/zone."),
                               .source = "Kubernetes API, topologySpreadConstraints",
                               .example = {.wrong = R"(=== Deployment.toml
pattern = «"kubernetes-multi-zone"»
targets = ["k8s"]

[[region]]
name = "eu-west"
zones = ["a", "b", "c"]

[[node]]
name = "orders"
role = "service"
replicas = 3

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

[kubernetes.disruption_budget]
max_unavailable = "1"

[kubernetes.spread]
over = "topology.kubernetes.io/zone"
)"},
                               .check = check};

}
