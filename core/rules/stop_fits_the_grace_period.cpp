#include "core/rules/kubernetes_design.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr double margin = 5;

bool hasIntegrators(const Topology& topology) {
    return *topology.product == "micro-integrator" || !topology.nodesOf("micro-integrator").empty();
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().kubernetes;
    if (!runsOnKubernetes(project) || !topology.has("kubernetes")) return;
    const auto written = topology.written(keys.shutdownTime);
    const Duration end = *topology.value(deploymentToml().microIntegrator.gracefulShutdown);
    const Duration stop{written ? (*written)->seconds : hasIntegrators(topology) ? end.seconds : 0};
    // the objects of Micro Integrators get one that is long enough where none is written
    const bool own =
        !written && !topology.nodesOf("micro-integrator").empty() && topology.nodesOf("service").empty();
    if (own && !topology.written(keys.gracePeriod)) return;
    const Duration wait = *topology.value(keys.preStop), grace = *topology.value(keys.gracePeriod);
    const DeploymentTable table = kubernetesTable(project, "shutdown");
    if (grace.seconds > wait.seconds + stop.seconds || (!table.isWritten() && stop.seconds <= 0)) return;
    const char* key = "pre_stop";
    for (const char* each : {"time", "grace_period"})
        if (table.find(each) != nullptr) key = each;
    const std::string enough = toText(Duration{wait.seconds + stop.seconds + margin});
    findings.at(table.place(key))
        .say({MESSAGE("rules",
                      "after %1 the pod is killed, and %2 of waiting and %3 to stop count against that: "
                      "requests are cut off"),
              toText(grace), toText(wait), stop.seconds > 0 ? toText(stop) : "some time"})
        .fix({MESSAGE("rules", "Allow %1"), enough}, table.set("grace_period", toml::quoted(enough)));
}

}

extern const Rule stop_fits_the_grace_period{
    .id = "stop-fits-the-grace-period",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A pod that is killed while it stops"),
    .why = MESSAGE("rules", "The wait before the signal and the program's own end share one period. Each new "
                            "version and each move to another machine cuts requests off."),
    .cure = MESSAGE("rules", "Let the grace period be longer than both together."),
    .source = "Kubernetes, pod lifecycle; WSO2 Micro Integrator, default.json",
    .example = {.wrong = R"(=== Deployment.toml
[kubernetes.shutdown]
time = "60s"
grace_period = «"30s"»
)",
                .right = R"(=== Deployment.toml
[kubernetes.shutdown]
time = "60s"
grace_period = "1m20s"
)"},
    .check = check};

}
