#include "core/rules/cures.h"
#include "core/rules/layout.h"

namespace arabesque {

extern const Rule database_has_a_standby;

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.demands(database_has_a_standby.id)) return;
    for (const Database& database : project.deployment.topology.databases) {
        const Nodes copies = copiesOf(project.deployment.topology, database);
        const Origin* name = writtenAt(database.name.origins);
        if (*database.managed || copies.size() > 1 || name == nullptr) continue;
        Layout layout(project);
        if (copies.empty()) layout.add({.role = "database", .database = *database.name});
        layout.add({.role = "database", .standby = true, .database = *database.name});
        if (*database.replication == "none")
            layout.set({"database", database.number, "replication"}, "\"asynchronous\"");
        findings.at(name->place())
            .say({MESSAGE("rules", "database '%1' has no second copy: its loss stops everything"),
                  *database.name})
            .fix(MESSAGE("rules", "Add a copy that follows"), layout.edit())
            .fix(MESSAGE("rules", "The cloud keeps it available"),
                 Layout(project).set({"database", database.number, "managed"}, "true").edit());
    }
}

}

const Rule database_has_a_standby{
    .id = "database-has-a-standby",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A database without a standby"),
    .why = MESSAGE("rules",
                   "Everything else has a partner, and the loss of the database still stops all of it."),
    .cure = MESSAGE(
        "rules",
        "Add a second copy that follows the first, or use a database the cloud keeps available (managed)."),
    .source = "topologies, failure domains",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "active-active"

[[database]]
name = «"orders"»

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"

[[node]]
name = "db-1"
role = "database"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"
)",
                .right = R"(=== Deployment.toml
pattern = "active-active"

[[database]]
name = "orders"
replication = "asynchronous"

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"

[[node]]
name = "db-1"
role = "database"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[[node]]
name = "db-2"
role = "database"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"
)"},
    .check = check};

}
