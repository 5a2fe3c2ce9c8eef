#include "core/rules/component_sizes.h"
#include "core/schema/quantity.h"

#include <cmath>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    for (const Component& component : project.deployment.topology.components) {
        if (!component.maxHeap || !component.memoryRequest) continue;
        const auto heap = heapBytes(**component.maxHeap);
        const auto request = readQuantity(**component.memoryRequest);
        if (!heap || !request || *request >= *heap) continue;
        const DeploymentTable table = componentTable(project, component);
        const std::string enough =
            std::to_string(static_cast<std::int64_t>(std::ceil(*heap / 0x1p20))) + "Mi";
        findings.at(table.place("memory_request"))
            .say({MESSAGE("rules", "%1 is kept for a %2 whose heap alone may grow to %3"),
                  **component.memoryRequest, *component.role, **component.maxHeap})
            .fix({MESSAGE("rules", "Ask for %1"), enough}, table.set("memory_request", '"' + enough + '"'));
    }
}

}

extern const Rule component_request_covers_heap{
    .id = "component-request-covers-heap",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Less memory asked for than the heap takes"),
    .why = MESSAGE("rules",
                   "Kubernetes puts the server on a machine that has less than it will use. When memory "
                   "runs out there, it is among the first to be thrown out."),
    .cure = MESSAGE("rules", "Ask for at least the heap."),
    .source = "Kubernetes, resource requests; WSO2 helm-apim 4.7, resources",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[component]]
role = "gateway"
max_heap = "2g"
memory_request = «"1Gi"»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[component]]
role = "gateway"
max_heap = "2g"
memory_request = "2048Mi"
)"},
    .check = check};

}
