#include "core/rules/kubernetes_design.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().kubernetes;
    if (!runsOnKubernetes(project) || !topology.written(keys.minDomains) ||
        *topology.value(keys.whenUnsatisfiable) == "DoNotSchedule")
        return;
    const DeploymentTable table = kubernetesTable(project, "spread");
    findings.at(table.place("min_domains"))
        .say(MESSAGE("rules", "min_domains counts with DoNotSchedule only; otherwise the cluster refuses the "
                              "Deployment"))
        .fix({MESSAGE("rules", "Remove '%1'"), "min_domains"}, table.unset("min_domains"))
        .fix({MESSAGE("rules", "Write %1"), "\"DoNotSchedule\""},
             table.set("when_unsatisfiable", "\"DoNotSchedule\""));
}

}

extern const Rule least_places_are_binding{
    .id = "least-places-are-binding",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A least number of places that does not bind"),
    .why = MESSAGE("rules", "The API takes minDomains together with DoNotSchedule and refuses it otherwise: "
                            "nothing is deployed."),
    .cure = MESSAGE("rules", "Remove min_domains, or write DoNotSchedule."),
    .source = "Kubernetes API, topologySpreadConstraints",
    .example = {.wrong = R"(=== Deployment.toml
[kubernetes.spread]
over = "topology.kubernetes.io/zone"
min_domains = «2»
)",
                .right = R"(=== Deployment.toml
[kubernetes.spread]
over = "topology.kubernetes.io/zone"
)"},
    .check = check};

}
