#include "core/rules/component_sizes.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Component& component : topology.components) {
        const Component* first = topology.component(*component.role);
        if (component.role->empty() || first == nullptr || first->number >= component.number) continue;
        const DeploymentTable table = componentTable(project, component);
        findings.at(table.place("role"))
            .say(
                {MESSAGE("rules", "there is a component of role '%1' already, and only the first one counts"),
                 *component.role})
            .fix(MESSAGE("rules", "Remove the entry"), table.remove());
    }
}

}

extern const Rule component_is_unique{
    .id = "component-is-unique",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Two components of one role"),
    .why = MESSAGE("rules", "All servers of a role get the same. What the second entry says is in no file."),
    .cure = MESSAGE("rules", "Write what a role gets in one entry."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[component]]
role = "gateway"
cpu_limit = "2"

[[component]]
role = «"gateway"»
cpu_limit = "3"
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[component]]
role = "gateway"
cpu_limit = "2"
)"},
    .check = check};

}
