#include "core/rules/deployment_table.h"

#include <cmath>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().microIntegrator;
    const auto pause = topology.written(keys.longestPause);
    const Duration heartbeat = *topology.value(keys.heartbeat);
    const std::int64_t retries = *topology.value(keys.heartbeatRetries);
    const Duration patience{heartbeat.seconds * static_cast<double>(retries)};
    if (!pause || heartbeat.seconds <= 0 || patience.seconds >= (*pause)->seconds) return;
    const auto enough = static_cast<std::int64_t>(std::ceil((*pause)->seconds / heartbeat.seconds)) + 1;
    const DeploymentTable table(project, {"micro_integrator"});
    findings.at(table.place("longest_pause"))
        .say({MESSAGE("rules", "a server counts as lost after %1 without a heartbeat, and pauses of %2 were "
                               "measured: its tasks are started elsewhere while it still runs them"),
              toText(patience), toText(**pause)})
        .fix({MESSAGE("rules", "Miss %1 heartbeats before"), std::to_string(enough)},
             table.set("heartbeat_retries", std::to_string(enough)));
}

}

extern const Rule heartbeat_outlasts_pauses{
    .id = "heartbeat-outlasts-pauses",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A pause that looks like a loss"),
    .why =
        MESSAGE("rules", "A collection of garbage or a slow network is no loss. Taken for one, the same task "
                         "runs twice."),
    .cure = MESSAGE("rules",
                    "Let heartbeat times heartbeat_retries be longer than the longest pause; the same on "
                    "all servers."),
    .source = "WSO2 Micro Integrator, RDBMSConstantUtils",
    .example = {.wrong = R"(=== Deployment.toml
product = "micro-integrator"

[micro_integrator]
longest_pause = «"20s"»
heartbeat_retries = 3
)",
                .right = R"(=== Deployment.toml
product = "micro-integrator"

[micro_integrator]
longest_pause = "20s"
heartbeat_retries = 5
)"},
    .check = check};

}
