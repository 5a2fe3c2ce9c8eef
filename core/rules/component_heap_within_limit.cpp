#include "core/rules/component_sizes.h"
#include "core/schema/quantity.h"

namespace arabesque {

namespace {

/// What Java needs beside its heap is about a third of it.
constexpr double usualShare = 0.75;

void check(const Checked& project, Findings& findings) {
    for (const Component& component : project.deployment.topology.components) {
        if (!component.maxHeap || !component.memoryLimit) continue;
        const auto heap = heapBytes(**component.maxHeap);
        const auto limit = readQuantity(**component.memoryLimit);
        if (!heap || !limit || *heap <= usualShare * *limit) continue;
        const DeploymentTable table = componentTable(project, component);
        const std::string less = heapText(usualShare * *limit);
        auto finding = findings.at(table.place("max_heap"));
        finding.severity(*heap >= *limit ? Severity::Error : Severity::Warning)
            .say({*heap >= *limit
                      ? MESSAGE("rules", "the heap of a %1 may grow to %2, and Kubernetes kills it at %3")
                      : MESSAGE("rules", "the heap of a %1 may grow to %2 of %3: what Java needs beside it "
                                         "does not fit under load"),
                  *component.role, **component.maxHeap, **component.memoryLimit})
            .fix({MESSAGE("rules", "Let the heap grow to %1"), less},
                 table.set("max_heap", '"' + less + '"'));
    }
}

}

extern const Rule component_heap_within_limit{
    .id = "component-heap-within-limit",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A server's heap as large as its memory limit"),
    .why =
        MESSAGE("rules", "Classes, threads and network buffers need memory beside the heap. The container is "
                         "killed under load, without a word in its log."),
    .cure = MESSAGE("rules", "Keep the heap within three quarters of the limit."),
    .source = "WSO2 helm-apim 4.7 and helm-mi, resources",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[component]]
role = "gateway"
max_heap = «"2g"»
memory_limit = "2Gi"
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[component]]
role = "gateway"
max_heap = "1536m"
memory_limit = "2Gi"
)"},
    .check = check};

}
