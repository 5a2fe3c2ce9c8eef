#include "tests/core/topology/cases.h"

namespace arabesque::tests {

namespace {

const std::string passive = R"(pattern = "multi-region-active-passive"
[objectives]
peak = 200
decision_time = "15m"
[load_balancer]
max_fails = 1
zone = "64k"
connect_timeout = "1s"
[dns]
name = "api.example.com"
ttl = "60s"
check_interval = "10s"
check_fails = 3
[[region]]
name = "eu"
role = "primary"
zones = ["a", "b"]
[[region]]
name = "us"
role = "standby"
zones = ["a"]
[[database]]
name = "orders"
replication = "asynchronous"
promotion = "automatic"
promotion_time = "30s"
[[node]]
name = "eu-lb"
role = "load-balancer"
region = "eu"
zone = "b"
[[node]]
name = "eu-app-1"
role = "service"
region = "eu"
zone = "a"
capacity = 150
[[node]]
name = "eu-app-2"
role = "service"
region = "eu"
zone = "b"
capacity = 150
[[node]]
name = "eu-db"
role = "database"
region = "eu"
zone = "a"
[[node]]
name = "us-lb"
role = "load-balancer"
region = "us"
zone = "a"
[[node]]
name = "us-app"
role = "service"
region = "us"
zone = "a"
capacity = 120
[[node]]
name = "us-db"
role = "database"
region = "us"
zone = "a"
state = "standby"
)";

const std::string active = R"(pattern = "multi-region-active-active"
[objectives]
peak = 300
[load_balancer]
managed = true
[dns]
name = "api.example.com"
method = "latency"
ttl = "30s"
check_interval = "5s"
check_fails = 2
[[region]]
name = "eu"
[[region]]
name = "us"
[[database]]
name = "orders"
replication = "bidirectional"
conflicts = "last write wins"
lag = "2s"
[[node]]
name = "eu-app-1"
role = "service"
region = "eu"
capacity = 100
[[node]]
name = "eu-app-2"
role = "service"
region = "eu"
capacity = 100
[[node]]
name = "eu-db"
role = "database"
region = "eu"
[[node]]
name = "us-app-1"
role = "service"
region = "us"
capacity = 100
[[node]]
name = "us-app-2"
role = "service"
region = "us"
capacity = 100
[[node]]
name = "us-db"
role = "database"
region = "us"
)";

const std::string central = R"(pattern = "multi-region-active-active"
product = "api-manager"
[dns]
name = "api.example.com"
method = "latency"
[load_balancer]
managed = true
[[region]]
name = "eu"
[[region]]
name = "us"
[[database]]
name = "apim"
managed = true
[[node]]
name = "cp"
role = "control-plane"
region = "eu"
[[node]]
name = "eu-gw"
role = "gateway"
region = "eu"
capacity = 50
[[node]]
name = "us-gw"
role = "gateway"
region = "us"
capacity = 50
)";

const std::string zones = R"(pattern = "kubernetes-multi-zone"
targets = ["k8s"]
[objectives]
peak = 250
[load_balancer]
managed = true
[[region]]
name = "eu"
zones = ["a", "b", "c"]
[[database]]
name = "orders"
managed = true
[[node]]
name = "orders-api"
role = "service"
replicas = 5
capacity = 100
)";

const std::string euAll = "eu-lb eu-app-1 eu-app-2 eu-db";
const std::string usAll = "us-lb us-app us-db";

std::vector<SimulationCase> standbyRegion() {
    const ExpectedOutcome moved{.serves = usAll,
                                .down = euAll,
                                .detects = "eu>=90",
                                .recovers = "eu>=120",
                                .loses = "orders=?",
                                .capacity = "120/300",
                                .risk = ">=24000 fail, 0 slow"};
    ExpectedOutcome byHand = moved, cold = moved, noDns = moved, lagging = moved;
    byHand.recovers = "eu>=1020";
    byHand.risk = ">=204000 fail, 0 slow";
    cold.recovers = "eu>=420";
    cold.risk = ">=84000 fail, 0 slow";
    noDns.detects = "eu=?";
    noDns.recovers = "eu>=930";
    noDns.risk = ">=186000 fail, 0 slow";
    lagging.loses = "orders=4";
    const std::string dns =
        passive.substr(passive.find("[dns]"), passive.find("[[region]]") - passive.find("[dns]"));
    return {
        {"standby region: whole", passive, {}, {.serves = euAll, .waits = usAll, .capacity = "300/300"}},
        {"standby region: the primary", passive, {"region:eu"}, moved},
        {"standby region: promotion by hand",
         with(passive, "promotion = \"automatic\"", "promotion = \"manual\""),
         {"region:eu"},
         byHand},
        {"standby region: its servers do not run",
         with(passive, "capacity = 120", "capacity = 120\nstart_time = \"5m\""),
         {"region:eu"},
         cold},
        {"standby region: no DNS", with(passive, dns, ""), {"region:eu"}, noDns},
        {"standby region: a measured lag",
         with(passive, "promotion_time = \"30s\"", "promotion_time = \"30s\"\nlag = \"4s\""),
         {"region:eu"},
         lagging},
        {"standby region: only the standby",
         passive,
         {"region:us"},
         {.serves = euAll, .down = usAll, .capacity = "300/300"}},
        {"standby region: both",
         passive,
         {"region:eu", "region:us"},
         {.down = euAll + ' ' + usAll,
          .detects = "eu-lb=? eu-app-1=? eu-app-2=? eu-db=?",
          .loses = "orders=?",
          .capacity = "0/300",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"standby region: a zone with half of the servers and the database",
         passive,
         {"zone:eu/a"},
         {.serves = "eu-lb eu-app-2 us-db",
          .waits = "us-lb us-app",
          .down = "eu-app-1 eu-db",
          .detects = "eu-app-1=1.01 eu-db=?",
          .recovers = "orders>=30 eu-app-1=1.01",
          .loses = "orders=?",
          .capacity = "150/300",
          .risk = ">=6000 fail, 100 slow"}},
        {"standby region: the zone of the only balancer",
         passive,
         {"zone:b"},
         {.serves = "eu-db us-lb us-app",
          .waits = "us-db",
          .down = "eu-lb eu-app-2",
          .cutOff = "eu-app-1",
          .detects = "eu>=90",
          .recovers = "eu>=90",
          .capacity = "120/300",
          .risk = ">=18000 fail, 0 slow"}},
        {"standby region: the name",
         passive,
         {"dns:api.example.com"},
         {.serves = "eu-db",
          .waits = usAll,
          .cutOff = "eu-lb eu-app-1 eu-app-2",
          .capacity = "0/300",
          .risk = "? fail, 0 slow",
          .data = false}},
    };
}

std::vector<SimulationCase> activeRegions() {
    const std::string eu = "eu-app-1 eu-app-2 eu-db", us = "us-app-1 us-app-2 us-db";
    return {
        {"active regions: whole", active, {}, {.serves = eu + ' ' + us, .capacity = "400/400"}},
        {"active regions: one of them",
         active,
         {"region:eu"},
         {.serves = us,
          .down = eu,
          .detects = "eu>=40",
          .recovers = "eu>=40",
          .loses = "orders=2",
          .capacity = "200/400",
          .risk = ">=6000 fail, 0 slow"}},
        {"active regions: a database",
         active,
         {"node:eu-db"},
         {.serves = us,
          .down = eu,
          .detects = "eu>=40",
          .recovers = "eu>=40",
          .loses = "orders=2",
          .capacity = "200/400",
          .risk = ">=6000 fail, 0 slow"}},
        {"active regions: a server behind a managed balancer",
         active,
         {"node:eu-app-1"},
         {.serves = "eu-app-2 eu-db " + us,
          .down = "eu-app-1",
          .detects = "eu-app-1=?",
          .recovers = "eu-app-1>=0",
          .capacity = "300/400",
          .risk = "? fail, 0 slow"}},
        {"active regions: the managed balancer",
         active,
         {"balancer:eu"},
         {.serves = "eu-db " + us,
          .down = "balancer:eu",
          .cutOff = "eu-app-1 eu-app-2",
          .detects = "eu>=40",
          .recovers = "eu>=40",
          .capacity = "200/400",
          .risk = ">=6000 fail, 0 slow"}},
        {"active regions: the way between databases",
         active,
         {"link:eu-db->us-db"},
         {.serves = eu + ' ' + us, .capacity = "400/400"}},
        {"active regions: the one with the control plane",
         central,
         {"region:eu"},
         {.serves = "us-gw",
          .down = "cp eu-gw",
          .detects = "eu>=90",
          .recovers = "eu>=90",
          .capacity = "50/100",
          .risk = "? fail, 0 slow",
          .control = "no"}},
        {"active regions: the one without",
         central,
         {"region:us"},
         {.serves = "cp eu-gw",
          .down = "us-gw",
          .detects = "us>=90",
          .recovers = "us>=90",
          .capacity = "50/100",
          .risk = "? fail, 0 slow",
          .control = "yes"}},
    };
}

std::vector<SimulationCase> kubernetesZones() {
    const ExpectedOutcome gone{.down = "orders-api",
                               .detects = "orders-api=50",
                               .capacity = "0/500",
                               .risk = "? fail, 0 slow",
                               .data = false};
    ExpectedOutcome oneCopy = gone;
    oneCopy.capacity = "0/100";
    return {
        {"zones: whole", zones, {}, {.serves = "orders-api", .capacity = "500/500"}},
        {"zones: one",
         zones,
         {"zone:a"},
         {.serves = "orders-api",
          .detects = "orders-api=50",
          .recovers = "orders-api=50",
          .capacity = "300/500",
          .risk = "5000 fail, 0 slow"}},
        {"zones: two",
         zones,
         {"zone:a", "zone:b"},
         {.serves = "orders-api",
          .detects = "orders-api=50",
          .recovers = "orders-api=50",
          .capacity = "100/500",
          .risk = "10000 fail, 0 slow"}},
        {"zones: all", zones, {"zone:a", "zone:b", "zone:c"}, gone},
        {"zones: two copies",
         with(zones, "replicas = 5", "replicas = 2"),
         {"zone:c"},
         {.serves = "orders-api",
          .detects = "orders-api=50",
          .recovers = "orders-api=50",
          .capacity = "100/200",
          .risk = "6250 fail, 0 slow"}},
        {"zones: one copy", with(zones, "replicas = 5", "replicas = 1"), {"zone:a"}, oneCopy},
        {"zones: every copy's program",
         zones,
         {"node:orders-api"},
         {.down = "orders-api",
          .detects = "orders-api>=31",
          .capacity = "0/500",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"zones: quicker probes",
         with(zones, "[load_balancer]",
              "[kubernetes.readiness]\nperiod = \"5s\"\nfailures = 2\n[load_balancer]"),
         {"node:orders-api"},
         {.down = "orders-api",
          .detects = "orders-api>=11",
          .capacity = "0/500",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"zones: the region", zones, {"region:eu"}, gone},
        {"zones: the managed database",
         zones,
         {"database:orders"},
         {.down = "orders-api database:orders",
          .capacity = "0/500",
          .risk = "? fail, 0 slow",
          .data = false}},
    };
}

}

std::vector<SimulationCase> regionCases() {
    std::vector<SimulationCase> all;
    for (auto* some : {standbyRegion, activeRegions, kubernetesZones})
        for (SimulationCase& each : some()) all.push_back(std::move(each));
    return all;
}

}
