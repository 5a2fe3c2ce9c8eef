#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/schema/quantity.h"

namespace arabesque {

namespace {

constexpr double advised = 512 * 0x1p20, implausible = 6 * 0x1p20;

void check(const Checked& project, Findings& findings) {
    const Workload& workload = project.deployment.workload;
    const Origin* place = writtenAt(workload.maxMemory.origins);
    if (!project.deployment.makesKubernetes() || workload.isTask() || workload.native || place == nullptr)
        return;
    const auto limit = readQuantity(*workload.maxMemory);
    if (!limit || *limit < implausible || *limit >= advised) return;
    const char* right = "\"512Mi\"";
    findings.at(place->place())
        .say({MESSAGE("rules",
                      "%1 is little for a program on the JVM, which takes 150 to 300 MiB before the first "
                      "request: 512Mi is the least that is advised"),
              *workload.maxMemory})
        .fix({MESSAGE("rules", "Write %1"), right}, setAt(project, *place, right));
}

}

extern const Rule memory_for_a_jvm{
    .id = "memory-for-a-jvm",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "Little memory for a program on the JVM"),
    .why = MESSAGE("rules", "Under load the container may be killed and restarted, again and again."),
    .cure = MESSAGE("rules", "Allow 512Mi or more, or build a native image."),
    .source = "WSO2 Integrator, capacity planning and container deployment",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment]
max_memory = «"256Mi"»
)",
                .right = R"(=== Cloud.toml
[cloud.deployment]
max_memory = "512Mi"
)"},
    .check = check};

}
