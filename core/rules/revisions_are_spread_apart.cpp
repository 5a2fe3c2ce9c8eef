#include "core/rules/kubernetes_design.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().kubernetes;
    if (!runsOnKubernetes(project) || topology.value(keys.spreadKey)->empty() ||
        *topology.value(keys.spreadPerRevision) || *topology.value(keys.strategy) != "RollingUpdate")
        return;
    const DeploymentTable table = kubernetesTable(project, "spread");
    findings.at(table.place("per_revision"))
        .say(MESSAGE("rules",
                     "old and new pods are counted together: when the old ones are gone, the new ones "
                     "may all stand in one zone"))
        .fix(MESSAGE("rules", "Count each revision by itself"), table.set("per_revision", "true"));
}

}

extern const Rule revisions_are_spread_apart{
    .id = "revisions-are-spread-apart",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A spread that counts old pods"),
    .why =
        MESSAGE("rules", "A rolling update looks evenly spread in the middle, and is not at its end. Nothing "
                         "moves pods afterwards."),
    .cure = MESSAGE("rules", "Count pods of the same revision only."),
    .source = "Kubernetes API, topologySpreadConstraints, matchLabelKeys",
    .example = {.wrong = R"(=== Deployment.toml
[kubernetes.spread]
over = "topology.kubernetes.io/zone"
per_revision = «false»
)",
                .right = R"(=== Deployment.toml
[kubernetes.spread]
over = "topology.kubernetes.io/zone"
per_revision = true
)"},
    .check = check};

}
