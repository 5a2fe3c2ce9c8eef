#include "core/rules/kubernetes_design.h"

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

/// A server of the API Manager needs a minute at least (WSO2 helm-apim 4.7, probes).
constexpr double managerSeconds = 60;

double neededSeconds(const Topology& topology) {
    double needed = *topology.product == "api-manager" ? managerSeconds : 0;
    for (const Node& node : topology.nodes)
        if (node.isIn(NodeRole::Tier::Traffic)) needed = std::max(needed, node.startTime->seconds);
    return needed;
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().kubernetes;
    const double needed = neededSeconds(topology);
    if (!runsOnKubernetes(project) || !topology.has("kubernetes.startup_probe") || needed <= 0) return;
    const double delay = topology.value(keys.startupDelay)->seconds;
    const double period = topology.value(keys.startupPeriod)->seconds;
    const Duration patience{delay + period * static_cast<double>(*topology.value(keys.startupFailures))};
    if (patience.seconds >= needed || period <= 0) return;
    const std::string enough =
        std::to_string(static_cast<std::int64_t>(std::ceil((needed - delay) / period)));
    const DeploymentTable table = kubernetesTable(project, "startup_probe");
    findings.at(table.place("failures"))
        .say({MESSAGE("rules",
                      "a program that takes %1 to start is started again after %2, and never gets there"),
              toText(Duration{needed}), toText(patience)})
        .fix({MESSAGE("rules", "Look %1 times"), enough}, table.set("failures", enough));
}

}

extern const Rule startup_probe_waits_long_enough{
    .id = "startup-probe-waits-long-enough",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A startup probe that gives up too early"),
    .why = MESSAGE("rules", "The pod is killed just before it would serve, and again, and again; with a slow "
                            "database it begins on a day when nothing was changed."),
    .cure = MESSAGE("rules", "Let delay and period times failures be longer than the slowest start."),
    .source = "WSO2 helm-apim 4.7, probes; Kubernetes API, Probe",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[kubernetes.startup_probe]
path = "/services/Version"
period = "10s"
failures = «3»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[kubernetes.startup_probe]
path = "/services/Version"
period = "10s"
failures = 6
)"},
    .check = check};

}
