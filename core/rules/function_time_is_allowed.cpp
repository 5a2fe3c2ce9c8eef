#include "core/rules/deployment_table.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

constexpr double most = 15 * 60;

void check(const Checked& project, Findings& findings) {
    const auto timeout = project.deployment.topology.written(deploymentToml().serverless.timeout);
    if (!timeout || (*timeout)->seconds <= most) return;
    const DeploymentTable table(project, {"serverless"});
    findings.at(table.place("timeout"))
        .say({MESSAGE("rules", "functions of AWS run for at most 15 minutes, and this is %1"),
              toText(**timeout)})
        .fix({MESSAGE("rules", "Write %1"), "15m"}, table.set("timeout", "\"15m\""));
}

}

extern const Rule function_time_is_allowed{
    .id = "function-time-is-allowed",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A function that may run longer than the platform lets it"),
    .why = MESSAGE("rules", "AWS Lambda refuses the function: it runs for 15 minutes at most."),
    .cure = MESSAGE("rules", "Write a shorter time, and hand longer work to something else."),
    .source = "AWS Lambda, quotas",
    .example = {.wrong = R"(=== Deployment.toml
[serverless]
timeout = «"20m"»
)",
                .right = R"(=== Deployment.toml
[serverless]
timeout = "15m"
)"},
    .check = check};

}
