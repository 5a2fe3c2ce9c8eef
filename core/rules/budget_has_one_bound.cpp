#include "core/rules/kubernetes_design.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const DeploymentTable table = kubernetesTable(project, "disruption_budget");
    if (table.find("min_available") == nullptr || table.find("max_unavailable") == nullptr ||
        !runsOnKubernetes(project))
        return;
    findings.at(table.place("min_available"))
        .say(MESSAGE("rules", "a disruption budget has one bound, and this has both: the cluster refuses it"))
        .fix({MESSAGE("rules", "Remove '%1'"), "min_available"}, table.unset("min_available"))
        .fix({MESSAGE("rules", "Remove '%1'"), "max_unavailable"}, table.unset("max_unavailable"));
}

}

extern const Rule budget_has_one_bound{
    .id = "budget-has-one-bound",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A disruption budget with two bounds"),
    .why = MESSAGE("rules",
                   "The API takes minAvailable or maxUnavailable. With both, nothing protects the pods."),
    .cure = MESSAGE("rules", "Keep max_unavailable, which suits any number of replicas."),
    .source = "Kubernetes API, PodDisruptionBudget",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
min_replicas = 2
max_replicas = 4
=== Deployment.toml
[kubernetes.disruption_budget]
min_available = «"1"»
max_unavailable = "1"
)",
                .right = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
min_replicas = 2
max_replicas = 4
=== Deployment.toml
[kubernetes.disruption_budget]
max_unavailable = "1"
)"},
    .check = check};

}
