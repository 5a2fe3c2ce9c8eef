#include "core/rules/deployment_table.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().observability;
    const auto metrics = topology.written(keys.metrics);
    if (!metrics || **metrics != "none") return;
    const DeploymentTable table(project, {"observability"});
    for (const char* key : {"latency", "errors"}) {
        if (table.find(key) == nullptr) continue;
        findings.at(table.place(key))
            .say({MESSAGE("rules", "no metrics are collected, so nothing watches '%1'"), key})
            .fix(MESSAGE("rules", "Let Prometheus collect them"), table.set("metrics", "\"prometheus\""));
    }
}

}

extern const Rule objectives_are_measured{
    .id = "objectives-are-measured",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "An objective that nothing measures"),
    .why = MESSAGE(
        "rules",
        "The alert on it is not made: without metrics nobody knows how long answers take or how many fail."),
    .cure = MESSAGE("rules", "Let Prometheus collect metrics."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[observability]
metrics = "none"
latency = «"500ms"»
)",
                .right = R"(=== Deployment.toml
[observability]
metrics = "prometheus"
latency = "500ms"
)"},
    .check = check};

}
