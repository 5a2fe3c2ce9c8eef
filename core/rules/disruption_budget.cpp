#include "core/rules/layout.h"

namespace arabesque {

extern const Rule disruption_budget;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().kubernetes;
    if (!project.demands(disruption_budget.id) || topology.written(keys.minAvailable) ||
        topology.written(keys.maxUnavailable))
        return;
    findings.at(placeOfPattern(project))
        .say({MESSAGE("rules", "no disruption budget keeps a drain from taking all replicas at once")})
        .fix(MESSAGE("rules", "Allow one pod to be gone"),
             Layout(project).set({"kubernetes", "disruption_budget", "max_unavailable"}, "\"1\"").edit());
}

}

const Rule disruption_budget{
    .id = "disruption-budget",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "No disruption budget"),
    .why = MESSAGE(
        "rules",
        "An upgrade of the cluster drains machines; without a budget it may take all replicas at once."),
    .cure = MESSAGE("rules", "Allow one pod to be gone at a time."),
    .source = "Kubernetes API, PodDisruptionBudget",
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

[kubernetes.spread]
over = "topology.kubernetes.io/zone"
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
