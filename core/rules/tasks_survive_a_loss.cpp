#include "core/rules/integrators.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto wanted = topology.written(deploymentToml().microIntegrator.taskServers);
    const std::int64_t copies = integratorCopies(topology);
    if (!wanted || copies == 0 || **wanted < copies) return;
    const DeploymentTable table(project, {"micro_integrator"});
    auto finding = findings.at(table.place("task_servers"));
    const std::string count = std::to_string(copies);
    if (**wanted > copies)
        finding.severity(Severity::Error)
            .say({MESSAGE("rules", "tasks wait for %1 servers and there are %2, so none ever runs"),
                  std::to_string(**wanted), count});
    else
        finding.say(
            {MESSAGE("rules", "tasks wait for all %1 servers: when one is lost, every task stops"), count});
    if (copies > 1)
        finding.fix({MESSAGE("rules", "Wait for %1"), std::to_string(copies - 1)},
                    table.set("task_servers", std::to_string(copies - 1)));
    finding.fix(MESSAGE("rules", "Wait for none"), table.unset("task_servers"));
}

}

extern const Rule tasks_survive_a_loss{
    .id = "tasks-survive-a-loss",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Tasks that stop with the first loss"),
    .why =
        MESSAGE("rules", "task_server_count is no share but a condition: while fewer servers live, all tasks "
                         "are paused. It turns two servers into twice the risk."),
    .cure = MESSAGE("rules", "Wait for one server less than there are, or leave it out."),
    .source = "WSO2 Micro Integrator 4.6, task resolvers",
    .example = {.wrong = R"(=== Deployment.toml
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
task_servers = «2»
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
task_servers = 1
)"},
    .check = check};

}
