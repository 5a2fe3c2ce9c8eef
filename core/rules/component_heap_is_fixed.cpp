#include "core/rules/component_sizes.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    for (const Component& component : project.deployment.topology.components) {
        if (!component.maxHeap || !component.minHeap) continue;
        const auto most = heapBytes(**component.maxHeap), least = heapBytes(**component.minHeap);
        if (!most || !least || *most == *least) continue;
        const DeploymentTable table = componentTable(project, component);
        findings.at(table.place("min_heap"))
            .say({MESSAGE("rules", "the heap of a %1 begins with %2 and grows to %3 while it serves"),
                  *component.role, **component.minHeap, **component.maxHeap})
            .fix({MESSAGE("rules", "Begin with %1"), **component.maxHeap},
                 table.set("min_heap", toml::quoted(**component.maxHeap)));
    }
}

}

extern const Rule component_heap_is_fixed{
    .id = "component-heap-is-fixed",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A server's heap that grows"),
    .why = MESSAGE("rules",
                   "A server takes the memory sooner or later. Growing costs pauses, and a machine that "
                   "has it no more is found out late."),
    .cure = MESSAGE("rules", "Give min_heap and max_heap the same size."),
    .source = "WSO2 helm-apim 4.7, resources.jvm.memory",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[component]]
role = "gateway"
min_heap = «"256m"»
max_heap = "2g"
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[component]]
role = "gateway"
min_heap = "2g"
max_heap = "2g"
)"},
    .check = check};

}
