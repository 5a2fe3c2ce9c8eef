#include "core/rules/integrators.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().microIntegrator;
    const std::int64_t copies = integratorCopies(topology);
    if (copies < 2 || !*topology.value(keys.scheduledWork) || *topology.value(keys.coordination)) return;
    const DeploymentTable table(project, {"micro_integrator"});
    findings.at(table.place("scheduled_work"))
        .say({MESSAGE("rules", "each of %1 Micro Integrators does all scheduled work: without a coordination "
                               "database they do not know of each other"),
              std::to_string(copies)})
        .fix(MESSAGE("rules", "Coordinate them"), table.set("coordination", "true"));
}

}

extern const Rule scheduled_work_is_coordinated{
    .id = "scheduled-work-is-coordinated",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Scheduled work that every server does"),
    .why = MESSAGE("rules", "Files are read twice, messages are sent twice, and the second to finish finds "
                            "nothing. The data source WSO2_COORDINATION_DB alone switches coordination on."),
    .cure = MESSAGE("rules", "Set up WSO2_COORDINATION_DB on all of them."),
    .source = "WSO2 Micro Integrator 4.6, deployment",
    .example = {.wrong = R"(=== Deployment.toml
product = "micro-integrator"

[[node]]
name = "mi-1"
role = "micro-integrator"

[[node]]
name = "mi-2"
role = "micro-integrator"

[micro_integrator]
scheduled_work = «true»
)",
                .right = R"(=== Deployment.toml
product = "micro-integrator"

[[node]]
name = "mi-1"
role = "micro-integrator"

[[node]]
name = "mi-2"
role = "micro-integrator"

[micro_integrator]
scheduled_work = true
coordination = true
)"},
    .check = check};

}
