#include "core/rules/kubernetes_design.h"

namespace arabesque {

namespace {

void sayAll(const DeploymentTable& table, const std::string& written, std::int64_t replicas,
            Findings& findings) {
    auto finding = findings.at(table.place("min_available"));
    finding.say(
        {MESSAGE("rules", "%1 have to stay, and at low load there are %2: no pod may ever be moved, so "
                          "the drain of a machine waits for good"),
         written, std::to_string(replicas)});
    finding.fix(
        MESSAGE("rules", "Let one pod go at a time"),
        together(table.rename("min_available", "max_unavailable"), table.set("min_available", "\"1\"")));
    if (replicas > 1)
        finding.fix({MESSAGE("rules", "Keep %1"), std::to_string(replicas - 1)},
                    table.set("min_available", toml::quoted(std::to_string(replicas - 1))));
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().kubernetes;
    const auto replicas = leastReplicas(project);
    const auto least = topology.written(keys.minAvailable);
    const auto most = topology.written(keys.maxUnavailable);
    if (!runsOnKubernetes(project) || !replicas || least.has_value() == most.has_value()) return;
    const DeploymentTable table = kubernetesTable(project, "disruption_budget");
    if (least && podsOf(**least, *replicas) >= *replicas) sayAll(table, **least, *replicas, findings);
    if (most && podsOf(**most, *replicas) == 0)
        findings.at(table.place("max_unavailable"))
            .say({MESSAGE("rules", "%1 lets no pod go, so the drain of a machine waits for good"), **most})
            .fix({MESSAGE("rules", "Write %1"), "\"1\""}, table.set("max_unavailable", "\"1\""));
}

}

extern const Rule budget_lets_pods_go{
    .id = "budget-lets-pods-go",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A disruption budget that blocks every drain"),
    .why =
        MESSAGE("rules", "Upgrades of the cluster stop at the first machine that runs a pod. Somebody then "
                         "deletes the budget, or the pod, by hand."),
    .cure = MESSAGE("rules", "Write max_unavailable = \"1\", which suits any number of replicas."),
    .source = "Kubernetes API, PodDisruptionBudget",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
min_replicas = 2
max_replicas = 4
=== Deployment.toml
[kubernetes.disruption_budget]
min_available = «"2"»
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
