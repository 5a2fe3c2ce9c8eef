#include "core/rules/cures.h"
#include "core/rules/layout.h"

#include <algorithm>

namespace arabesque {

extern const Rule database_in_each_region;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(database_in_each_region.id)) return;
    for (const Database& database : topology.databases) {
        const Nodes copies = copiesOf(topology, database);
        const Origin* name = writtenAt(database.name.origins);
        if (*database.managed || name == nullptr) continue;
        bool first = copies.empty();
        for (const Region& region : topology.regions) {
            if (std::ranges::contains(copies, *region.name, [](const Node* n) { return *n->region; }))
                continue;
            Layout layout(project);
            layout.add({.role = "database",
                        .region = *region.name,
                        .standby = !first && !*database.manyWriters,
                        .database = *database.name});
            if (!first && *database.replication == "none")
                layout.set({"database", database.number, "replication"}, "\"asynchronous\"");
            first = false;
            findings.at(name->place())
                .say({MESSAGE("rules", "no copy of database '%1' is in region '%2'"), *database.name,
                      *region.name})
                .fix({MESSAGE("rules", "Add a copy in '%1'"), *region.name}, layout.edit())
                .fix(MESSAGE("rules", "The cloud keeps it in all regions"),
                     Layout(project).set({"database", database.number, "managed"}, "true").edit());
        }
    }
}

}

const Rule database_in_each_region{
    .id = "database-in-each-region",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A region without a copy of the database"),
    .why = MESSAGE("rules", "When the others are lost it has no data to serve."),
    .cure = MESSAGE("rules", "Add a copy there, or use a database the cloud keeps in all regions (managed)."),
    .source = "topologies, multi-region",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "multi-region-active-passive"

[[region]]
name = "eu-west"
role = "primary"

[[region]]
name = "eu-north"
vip = "192.0.2.11"
role = "standby"

[[node]]
name = "orders-1"
role = "service"
region = "eu-west"

[[node]]
name = "lb-1"
role = "load-balancer"
region = "eu-west"

[[node]]
name = "lb-2"
role = "load-balancer"
region = "eu-west"
state = "standby"

[[node]]
name = "orders-2"
role = "service"
region = "eu-north"

[[node]]
name = "lb-3"
role = "load-balancer"
region = "eu-north"

[[node]]
name = "lb-4"
role = "load-balancer"
region = "eu-north"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"

[dns]
name = "api.acme.io"

[[database]]
name = «"orders"»
replication = "asynchronous"

[[node]]
name = "db-1"
role = "database"
region = "eu-west"
)",
                .right = R"(=== Deployment.toml
pattern = "multi-region-active-passive"

[[region]]
name = "eu-west"
role = "primary"

[[region]]
name = "eu-north"
vip = "192.0.2.11"
role = "standby"

[[node]]
name = "orders-1"
role = "service"
region = "eu-west"

[[node]]
name = "lb-1"
role = "load-balancer"
region = "eu-west"

[[node]]
name = "lb-2"
role = "load-balancer"
region = "eu-west"
state = "standby"

[[node]]
name = "orders-2"
role = "service"
region = "eu-north"

[[node]]
name = "lb-3"
role = "load-balancer"
region = "eu-north"

[[node]]
name = "lb-4"
role = "load-balancer"
region = "eu-north"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"

[dns]
name = "api.acme.io"

[[database]]
name = "orders"
replication = "asynchronous"

[[node]]
name = "db-1"
role = "database"
region = "eu-west"

[[node]]
name = "db-2"
role = "database"
region = "eu-north"
state = "standby"
)"},
    .check = check};

}
