#include "core/rules/deployment_table.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto point = topology.written(deploymentToml().objectives.recoveryPoint);
    const DeploymentTable backup(project, {"backup"});
    constexpr double day = 24.0 * 60 * 60;
    if (!point || !backup.isWritten() || (*point)->seconds >= day) return;
    for (const Database& database : topology.databases) {
        if (*database.replication != "none" || *database.managed || *database.engine == "h2") continue;
        const DeploymentTable table(project, {"database", database.number});
        findings.at(DeploymentTable(project, {"objectives"}).place("rpo"))
            .say({MESSAGE("rules",
                          "'%1' has no copy and is backed up once a day, so its loss takes up to a day, not "
                          "%2"),
                  *database.name, toText(**point)})
            .fix({MESSAGE("rules", "Let a copy of '%1' follow"), *database.name},
                 table.set("replication", "\"asynchronous\""));
    }
}

}

extern const Rule backup_reaches_the_recovery_point{
    .id = "backup-reaches-the-recovery-point",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A recovery point that a daily backup cannot keep"),
    .why = MESSAGE("rules", "What was written after the last backup is gone with the database."),
    .cure = MESSAGE("rules", "Let a copy follow the database, or state what may really be lost."),
    .source = "Arabesque, interval of backups",
    .example = {.wrong = R"(=== Deployment.toml
[objectives]
rpo = «"1h"»

[backup]
daily = 7

[[database]]
name = "orders"

[[node]]
name = "db-1"
role = "database"
database = "orders"
)",
                .right = R"(=== Deployment.toml
[objectives]
rpo = "1h"

[backup]
daily = 7

[[database]]
name = "orders"
replication = "asynchronous"

[[node]]
name = "db-1"
role = "database"
database = "orders"
)"},
    .check = check};

}
