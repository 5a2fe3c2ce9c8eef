#include "core/rules/kubernetes_design.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().kubernetes;
    const DeploymentTable table = kubernetesTable(project, "rollout");
    const auto surge = topology.written(keys.surge);
    const bool rolls = *topology.value(keys.strategy) == "RollingUpdate" &&
                       (table.find("strategy") != nullptr || surge.has_value());
    const auto control = std::ranges::find_if(
        topology.nodes, [](const Node& node) { return node.is("control-plane") || node.is("all-in-one"); });
    if (!runsOnKubernetes(project) || !rolls || (surge && podsOf(**surge, 1) == 0) ||
        control == topology.nodes.end())
        return;
    findings.at(table.place(table.find("strategy") != nullptr ? "strategy" : "max_surge"))
        .say({MESSAGE("rules",
                      "while '%1' is replaced, the old and the new version write to one schema at the "
                      "same time"),
              *control->name})
        .fix(MESSAGE("rules", "Stop the old version first"), table.set("strategy", "\"Recreate\""));
}

}

extern const Rule one_version_on_one_schema{
    .id = "one-version-on-one-schema",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Two versions on one schema"),
    .why = MESSAGE("rules",
                   "A new version may change tables the old one still uses. Gateways serve on meanwhile, "
                   "so an outage of the control plane is the smaller harm."),
    .cure = MESSAGE("rules", "Use Recreate for control planes and all-in-ones, as the charts do."),
    .source = "WSO2 helm-apim 4.7, deployment of the control plane",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "cp-1"
role = "control-plane"

[kubernetes.rollout]
strategy = «"RollingUpdate"»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "cp-1"
role = "control-plane"

[kubernetes.rollout]
strategy = "Recreate"
)"},
    .check = check};

}
