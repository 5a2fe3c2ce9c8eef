#include "core/rules/request_and_limit.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Workload& workload = project.deployment.workload;
    checkWithinLimit(
        project, workload.minCpu, workload.maxCpu,
        MESSAGE("rules", "the CPU request %1 is more than the limit %2: Kubernetes refuses the Deployment"),
        findings);
}

}

extern const Rule cpu_request_within_limit{
    .id = "cpu-request-within-limit",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A CPU request above its limit"),
    .why = MESSAGE("rules", "The build succeeds and the cluster refuses the Deployment: nothing starts."),
    .cure = MESSAGE("rules", "Lower the request, or raise the limit."),
    .source = "c2c 4.0.0, section 3.1; Kubernetes, resource management for pods",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment]
min_cpu = «"1"»
max_cpu = "500m"
)",
                .right = R"(=== Cloud.toml
[cloud.deployment]
min_cpu = "500m"
max_cpu = "500m"
)"},
    .check = check};

}
