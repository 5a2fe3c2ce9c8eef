#include "core/rules/request_and_limit.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Workload& workload = project.deployment.workload;
    checkWithinLimit(
        project, workload.minMemory, workload.maxMemory,
        MESSAGE("rules",
                "the memory request %1 is more than the limit %2: Kubernetes refuses the Deployment"),
        findings);
}

}

extern const Rule memory_request_within_limit{
    .id = "memory-request-within-limit",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A memory request above its limit"),
    .why = MESSAGE("rules", "The build succeeds and the cluster refuses the Deployment: nothing starts."),
    .cure = MESSAGE("rules", "Lower the request, or raise the limit."),
    .source = "c2c 4.0.0, section 3.1; Kubernetes, resource management for pods",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment]
min_memory = «"1Gi"»
max_memory = "512Mi"
)",
                .right = R"(=== Cloud.toml
[cloud.deployment]
min_memory = "512Mi"
max_memory = "512Mi"
)"},
    .check = check};

}
