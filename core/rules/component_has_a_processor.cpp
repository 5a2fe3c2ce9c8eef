#include "core/rules/component_sizes.h"
#include "core/schema/quantity.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    for (const Component& component : project.deployment.topology.components) {
        const auto limit = component.cpuLimit ? readQuantity(**component.cpuLimit) : std::nullopt;
        if (!limit || *limit >= 1) continue;
        const DeploymentTable table = componentTable(project, component);
        findings.at(table.place("cpu_limit"))
            .say({MESSAGE("rules",
                          "a %1 gets %2 of a processor, which its Java shares with collecting garbage and "
                          "compiling"),
                  *component.role, **component.cpuLimit})
            .fix(MESSAGE("rules", "Give it one processor"), table.set("cpu_limit", "\"1\""))
            .fix(MESSAGE("rules", "Leave it without a limit"), table.unset("cpu_limit"));
    }
}

}

extern const Rule component_has_a_processor{
    .id = "component-has-a-processor",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A server with less than one processor"),
    .why = MESSAGE("rules",
                   "Java sees one processor and collects garbage with one thread, while everything waits. "
                   "Starts take minutes, and probes give up."),
    .cure = MESSAGE("rules", "Give it one processor or more, or no limit."),
    .source = "WSO2 helm-apim 4.7, resources; JDK, ergonomics",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[component]]
role = "gateway"
cpu_limit = «"500m"»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[component]]
role = "gateway"
cpu_limit = "1"
)"},
    .check = check};

}
