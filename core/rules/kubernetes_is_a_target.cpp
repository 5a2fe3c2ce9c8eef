#include "core/rules/layout.h"
#include "core/toml/rewrite.h"

namespace arabesque {

extern const Rule kubernetes_is_a_target;

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.demands(kubernetes_is_a_target.id)) return;
    const auto written = project.deployment.topology.written(deploymentToml().targets);
    if (!written && project.deployment.makesKubernetes()) return;
    std::string with = "[";
    for (const std::string& target : written ? **written : std::vector<std::string>()) {
        if (target == "k8s" || target == "openshift") return;
        with += toml::quoted(target) + ", ";
    }
    findings.at(placeOfPattern(project))
        .say({MESSAGE("rules", "the pattern runs on Kubernetes, and files are made for something else")})
        .fix(MESSAGE("rules", "Make files for Kubernetes"),
             Layout(project).set({"targets"}, with + "\"k8s\"]").edit());
}

}

const Rule kubernetes_is_a_target{
    .id = "kubernetes-is-a-target",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A Kubernetes pattern for something else"),
    .why = MESSAGE("rules", "No Kubernetes files are made, so that nothing of the pattern comes true."),
    .cure = MESSAGE("rules", "Add k8s or openshift to the targets."),
    .source = "Arabesque, patterns",
    .example = {.wrong = R"(=== Deployment.toml
pattern = «"kubernetes-multi-zone"»
targets = ["docker"]

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
)",
                .right = R"(=== Deployment.toml
pattern = "kubernetes-multi-zone"
targets = ["docker", "k8s"]

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
