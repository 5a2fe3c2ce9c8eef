#include "core/rules/layout.h"

namespace arabesque {

extern const Rule database_is_there;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(database_is_there.id) || !topology.databases.empty()) return;
    const std::string place = regionNames(topology).front();
    Layout layout(project);
    layout.draft().append("database", {{"name", "\"apim\""}, {"replication", "\"asynchronous\""}});
    layout.add({.role = "database", .region = place});
    layout.add({.role = "database", .region = place, .standby = true});
    findings.at(placeOfPattern(project))
        .say({MESSAGE("rules",
                      "no [[database]] is declared: each node would keep what it knows in its own H2")})
        .fix(MESSAGE("rules", "Add a database with a standby"), layout.edit());
}

}

const Rule database_is_there{
    .id = "database-is-there",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "An API Manager without a database"),
    .why = MESSAGE("rules", "Control planes without a common database run on H2, each on its own: what one "
                            "publishes the others do not have."),
    .cure = MESSAGE("rules", "Declare a [[database]], run by the cloud or with nodes of role database."),
    .source = "WSO2 API Manager 4.7, deployment patterns",
    .example = {.wrong = R"(=== Deployment.toml
pattern = «"distributed"»
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[node]]
name = "gateway-2"
role = "gateway"

[[node]]
name = "control-plane-1"
role = "control-plane"

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

[api_manager]
encryption_key = "apim-encryption-key"
)",
                .right = R"(=== Deployment.toml
pattern = "distributed"
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[node]]
name = "gateway-2"
role = "gateway"

[[node]]
name = "control-plane-1"
role = "control-plane"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[[node]]
name = "db-1"
role = "database"

[[node]]
name = "db-2"
role = "database"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"

[api_manager]
encryption_key = "apim-encryption-key"

[[database]]
name = "apim"
replication = "asynchronous"
)"},
    .check = check};

}
