#include "core/rules/kubernetes_design.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().kubernetes;
    const auto isZero = [](const std::string& written) { return written == "0" || written == "0%"; };
    if (!runsOnKubernetes(project) || *topology.value(keys.strategy) != "RollingUpdate" ||
        !isZero(*topology.value(keys.surge)) || !isZero(*topology.value(keys.unavailable)))
        return;
    const DeploymentTable table = kubernetesTable(project, "rollout");
    findings.at(table.place("max_surge"))
        .say(MESSAGE("rules",
                     "no pod may be added and none may be missing, so none can be replaced: the cluster "
                     "refuses the Deployment"))
        .fix(MESSAGE("rules", "Let one be added"), table.set("max_surge", "\"1\""))
        .fix(MESSAGE("rules", "Let one be missing"), table.set("max_unavailable", "\"1\""));
}

}

extern const Rule rollout_can_proceed{
    .id = "rollout-can-proceed",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A rollout that cannot begin"),
    .why = MESSAGE("rules", "A rolling update needs room on one side: a pod more, or a pod less."),
    .cure = MESSAGE("rules", "Let one pod be added, or one be missing."),
    .source = "Kubernetes API, Deployment",
    .example = {.wrong = R"(=== Deployment.toml
[kubernetes.rollout]
max_surge = «"0"»
max_unavailable = "0"
)",
                .right = R"(=== Deployment.toml
[kubernetes.rollout]
max_surge = "1"
max_unavailable = "0"
)"},
    .check = check};

}
