#include "core/rules/deployment_table.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto point = topology.written(deploymentToml().objectives.recoveryPoint);
    if (!point) return;
    const DeploymentTable objectives(project, {"objectives"});
    for (const Database& database : topology.databases) {
        if (*database.replication != "asynchronous") continue;
        const bool late = database.lag && (*database.lag)->seconds > (*point)->seconds;
        if (!late && (*point)->seconds > 0) continue;
        const DeploymentTable table(project, {"database", database.number});
        auto finding = findings.at(table.place("replication"));
        if (late)
            finding.say(
                {MESSAGE("rules", "the copy of '%1' is up to %2 behind, so a loss takes more than the %3 "
                                  "that may be lost"),
                 *database.name, toText(**database.lag), toText(**point)});
        else
            finding.say(
                {MESSAGE("rules", "nothing may be lost, and '%1' answers before its copy has the data: "
                                  "what is on the way goes with the primary"),
                 *database.name});
        finding.fix(MESSAGE("rules", "Wait for the copy"), table.set("replication", "\"synchronous\""));
        if (late)
            finding.fix({MESSAGE("rules", "Let %1 be lost"), toText(**database.lag)},
                        objectives.set("rpo", toml::quoted(toText(**database.lag))));
        else
            finding.fix(MESSAGE("rules", "Promise no recovery point"), objectives.unset("rpo"));
    }
}

}

extern const Rule recovery_point_is_reachable{
    .id = "recovery-point-is-reachable",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A recovery point the replication cannot keep"),
    .why = MESSAGE("rules", "What was confirmed to clients is missing after the switch, and they do not ask "
                            "again."),
    .cure = MESSAGE("rules", "Replicate synchronously or by quorum, or state what may really be lost."),
    .source = "Arabesque, from declared replication and lag",
    .example = {.wrong = R"(=== Deployment.toml
[objectives]
rpo = "0s"

[[database]]
name = "orders"
replication = «"asynchronous"»

[[node]]
name = "db-1"
role = "database"

[[node]]
name = "db-2"
role = "database"
state = "standby"

[[node]]
name = "db-3"
role = "database"
state = "standby"
)",
                .right = R"(=== Deployment.toml
[objectives]
rpo = "0s"

[[database]]
name = "orders"
replication = "synchronous"

[[node]]
name = "db-1"
role = "database"

[[node]]
name = "db-2"
role = "database"
state = "standby"

[[node]]
name = "db-3"
role = "database"
state = "standby"
)"},
    .check = check};

}
