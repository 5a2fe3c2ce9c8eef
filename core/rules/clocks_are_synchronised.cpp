#include "core/rules/integrators.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (integratorCopies(topology) < 2 || *topology.value(deploymentToml().microIntegrator.clockSynchronised))
        return;
    const DeploymentTable table(project, {"micro_integrator"});
    findings.at(table.place("synchronised_clocks"))
        .say(MESSAGE("rules", "servers go by each other's times: with clocks apart they take each other for "
                              "lost, or do not see a loss"))
        .fix(MESSAGE("rules", "Their clocks are set by NTP"), table.set("synchronised_clocks", "true"));
}

}

extern const Rule clocks_are_synchronised{
    .id = "clocks-are-synchronised",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Clocks that are apart"),
    .why =
        MESSAGE("rules", "Heartbeats are times in one database. Work moves to and fro between servers that "
                         "both run."),
    .cure = MESSAGE("rules", "Take the time of all servers from NTP."),
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
synchronised_clocks = «false»
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
synchronised_clocks = true
)"},
    .check = check};

}
