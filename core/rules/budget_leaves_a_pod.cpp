#include "core/rules/cures.h"
#include "core/rules/kubernetes_design.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto most = project.deployment.topology.written(deploymentToml().kubernetes.maxUnavailable);
    const DeploymentTable table = kubernetesTable(project, "disruption_budget");
    if (!runsOnKubernetes(project) || !most || table.find("min_available") != nullptr ||
        leastReplicas(project) != 1 || podsOf(**most, 1) < 1)
        return;
    const Workload& workload = project.deployment.workload;
    const Origin* minimum =
        *workload.autoscaled ? writtenAt(workload.autoscaling.minReplicas.origins) : nullptr;
    auto finding = findings.at(table.place("max_unavailable"));
    finding.say(MESSAGE("rules",
                        "at low load there is one pod, and the budget lets it go: while a machine is "
                        "drained nothing serves"));
    if (minimum != nullptr)
        finding.fix(MESSAGE("rules", "Run two pods at least"), setAt(project, *minimum, "2"));
    for (const Node& node : project.deployment.topology.nodes)
        if (const DeploymentTable own = nodeTable(project, node.number);
            node.isIn(NodeRole::Tier::Traffic) && own.find("replicas") != nullptr && *node.replicas == 1)
            finding.fix({MESSAGE("rules", "Run %1 replicas of '%2'"), "2", *node.name},
                        own.set("replicas", "2"));
    if (minimum == nullptr && *workload.autoscaled)
        if (const Origin* key = keyOf(workload.autoscaling.minReplicas.origins))
            finding.fix(MESSAGE("rules", "Run two pods at least"), setAt(project, *key, "2"));
}

}

extern const Rule budget_leaves_a_pod{
    .id = "budget-leaves-a-pod",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A disruption budget over a single pod"),
    .why =
        MESSAGE("rules", "A budget promises that something is left. Of one pod nothing is left, and the new "
                         "one needs its time to start."),
    .cure = MESSAGE("rules", "Run two replicas at least."),
    .source = "Kubernetes API, PodDisruptionBudget; HorizontalPodAutoscaler",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
min_replicas = 1
max_replicas = 4
=== Deployment.toml
[kubernetes.disruption_budget]
max_unavailable = «"1"»
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
