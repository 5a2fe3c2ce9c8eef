#include "core/rules/kubernetes_design.h"

namespace arabesque {

namespace {

constexpr double leastSeconds = 5;

void check(const Checked& project, Findings& findings) {
    const auto wait = project.deployment.topology.written(deploymentToml().kubernetes.preStop);
    if (!runsOnKubernetes(project) || !wait || (*wait)->seconds >= leastSeconds) return;
    const DeploymentTable table = kubernetesTable(project, "shutdown");
    findings.at(table.place("pre_stop"))
        .say({MESSAGE("rules",
                      "after %1 the program stops, and balancers have not all heard of it by then: some "
                      "requests reach a pod that is gone"),
              toText(**wait)})
        .fix({MESSAGE("rules", "Wait %1"), "15s"}, table.set("pre_stop", "\"15s\""));
}

}

extern const Rule pods_wait_before_they_stop{
    .id = "pods-wait-before-they-stop",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A pod that stops before balancers know"),
    .why = MESSAGE("rules",
                   "The order to stop and the news of it travel at the same time. Each new version costs "
                   "some requests."),
    .cure = MESSAGE("rules", "Wait 5 to 15 seconds before the program is told to stop."),
    .source = "c2c 4.0.0, section 6.3; Kubernetes, pod lifecycle",
    .example = {.wrong = R"(=== Deployment.toml
[kubernetes.shutdown]
pre_stop = «"0s"»
)",
                .right = R"(=== Deployment.toml
[kubernetes.shutdown]
pre_stop = "15s"
)"},
    .check = check};

}
