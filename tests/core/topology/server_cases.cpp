#include "tests/core/topology/cases.h"

namespace arabesque::tests {

namespace {

const std::string single = R"(pattern = "single-node"
[objectives]
peak = 100
[[database]]
name = "orders"
[[node]]
name = "app-1"
role = "service"
capacity = 150
[[node]]
name = "db-1"
role = "database"
)";

const std::string distributed = R"(pattern = "distributed"
product = "api-manager"
[objectives]
peak = 600
[load_balancer]
max_fails = 3
fail_timeout = "30s"
zone = "64k"
connect_timeout = "2s"
[load_balancer.vip]
address = "10.0.1.10"
[[database]]
name = "apim"
replication = "synchronous"
degrades = true
promotion = "automatic"
promotion_time = "30s"
[[node]]
name = "lb-1"
role = "load-balancer"
[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"
[[node]]
name = "gw-1"
role = "gateway"
capacity = 500
[[node]]
name = "gw-2"
role = "gateway"
capacity = 500
[[node]]
name = "cp-1"
role = "control-plane"
[[node]]
name = "cp-2"
role = "control-plane"
[[node]]
name = "tm-1"
role = "traffic-manager"
[[node]]
name = "db-1"
role = "database"
[[node]]
name = "db-2"
role = "database"
state = "standby"
)";

const std::string passive = R"(pattern = "active-active"
[objectives]
peak = 300
[load_balancer]
max_fails = 1
workers = 4
connect_timeout = "3s"
[[database]]
name = "orders"
managed = true
[[node]]
name = "lb-1"
role = "load-balancer"
[[node]]
name = "app-1"
role = "service"
capacity = 200
[[node]]
name = "app-2"
role = "service"
capacity = 200
[[node]]
name = "app-3"
role = "service"
capacity = 200
)";

const std::string checks = R"(pattern = "active-active-checks"
[objectives]
peak = 300
[load_balancer]
engine = "haproxy"
connect_timeout = "2s"
[load_balancer.health_check]
path = "/health"
[[node]]
name = "lb-1"
role = "load-balancer"
[[node]]
name = "app-1"
role = "service"
capacity = 200
[[node]]
name = "app-2"
role = "service"
capacity = 200
)";

std::vector<SimulationCase> singleNode() {
    const std::string all = "app-1 db-1";
    return {
        {"single: whole", single, {}, {.serves = all, .capacity = "150/150"}},
        {"single: its program",
         single,
         {"node:app-1"},
         {.serves = "db-1",
          .down = "app-1",
          .detects = "app-1=?",
          .capacity = "0/150",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"single: its machine",
         single,
         {"host:app-1"},
         {.serves = "db-1",
          .down = "app-1",
          .detects = "app-1=?",
          .capacity = "0/150",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"single: its database",
         single,
         {"node:db-1"},
         {.down = "app-1 db-1",
          .detects = "db-1=?",
          .loses = "orders=?",
          .capacity = "0/150",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"single: the database by name",
         single,
         {"database:orders"},
         {.down = "app-1 db-1",
          .detects = "db-1=?",
          .loses = "orders=?",
          .capacity = "0/150",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"single: the way to the database",
         single,
         {"link:app-1->db-1"},
         {.serves = "db-1", .down = "app-1", .capacity = "0/150", .risk = "? fail, 0 slow", .data = false}},
        {"single: the way to it",
         single,
         {"link:clients->app-1"},
         {.serves = "db-1",
          .cutOff = "app-1",
          .detects = "app-1=?",
          .capacity = "0/150",
          .risk = "? fail, 0 slow",
          .data = false}},
    };
}

std::vector<SimulationCase> apiManager() {
    return {
        {"distributed: whole",
         distributed,
         {},
         {.serves = "lb-1 gw-1 gw-2 cp-1 cp-2 tm-1 db-1",
          .waits = "lb-2 db-2",
          .capacity = "1000/1000",
          .control = "yes"}},
        {"distributed: a gateway",
         distributed,
         {"node:gw-1"},
         {.serves = "lb-1 gw-2 cp-1 cp-2 tm-1 db-1",
          .waits = "lb-2 db-2",
          .down = "gw-1",
          .detects = "gw-1=0.01",
          .recovers = "gw-1=0.01",
          .capacity = "500/1000",
          .control = "yes"}},
        {"distributed: a gateway's machine",
         distributed,
         {"host:gw-1"},
         {.serves = "lb-1 gw-2 cp-1 cp-2 tm-1 db-1",
          .waits = "lb-2 db-2",
          .down = "gw-1",
          .detects = "gw-1=2.01",
          .recovers = "gw-1=2.01",
          .capacity = "500/1000",
          .risk = "0 fail, 600 slow",
          .control = "yes"}},
        {"distributed: both gateways",
         distributed,
         {"node:gw-1", "node:gw-2"},
         {.serves = "lb-1 cp-1 cp-2 tm-1 db-1",
          .waits = "lb-2 db-2",
          .down = "gw-1 gw-2",
          .detects = "gw-1=0.01 gw-2=0.01",
          .capacity = "0/1000",
          .risk = "? fail, 0 slow",
          .data = false,
          .control = "yes"}},
        {"distributed: a control plane",
         distributed,
         {"node:cp-1"},
         {.serves = "lb-1 gw-1 gw-2 cp-2 tm-1 db-1",
          .waits = "lb-2 db-2",
          .down = "cp-1",
          .detects = "cp-1=?",
          .capacity = "1000/1000",
          .control = "yes"}},
        {"distributed: both control planes",
         distributed,
         {"node:cp-1", "node:cp-2"},
         {.serves = "lb-1 gw-1 gw-2 tm-1 db-1",
          .waits = "lb-2 db-2",
          .down = "cp-1 cp-2",
          .detects = "cp-1=? cp-2=?",
          .capacity = "1000/1000",
          .control = "no"}},
        {"distributed: the traffic manager",
         distributed,
         {"node:tm-1"},
         {.serves = "lb-1 gw-1 gw-2 cp-1 cp-2 db-1",
          .waits = "lb-2 db-2",
          .down = "tm-1",
          .capacity = "1000/1000",
          .control = "yes"}},
        {"distributed: the database's primary",
         distributed,
         {"node:db-1"},
         {.serves = "lb-1 gw-1 gw-2 cp-1 cp-2 tm-1 db-2",
          .waits = "lb-2",
          .down = "db-1",
          .detects = "db-1=?",
          .recovers = "apim>=30",
          .loses = "apim=0",
          .capacity = "1000/1000",
          .control = "yes"}},
        {"distributed: the database",
         distributed,
         {"node:db-1", "node:db-2"},
         {.serves = "lb-1 gw-1 gw-2 tm-1",
          .waits = "lb-2",
          .down = "cp-1 cp-2 db-1 db-2",
          .detects = "db-1=?",
          .loses = "apim=?",
          .capacity = "1000/1000",
          .control = "no"}},
        {"distributed: the balancer's machine",
         distributed,
         {"node:lb-1"},
         {.serves = "lb-2 gw-1 gw-2 cp-1 cp-2 tm-1 db-1",
          .waits = "db-2",
          .down = "lb-1",
          .detects = "lb-1=3.609",
          .recovers = "lb-1=3.609",
          .capacity = "1000/1000",
          .risk = "2166 fail, 0 slow",
          .control = "yes"}},
        {"distributed: the balancer's program",
         distributed,
         {"balancer:lb-1"},
         {.serves = "lb-2 gw-1 gw-2 cp-1 cp-2 tm-1 db-1",
          .waits = "db-2",
          .down = "lb-1",
          .detects = "lb-1=5",
          .recovers = "lb-1=5",
          .capacity = "1000/1000",
          .risk = "3000 fail, 0 slow",
          .control = "yes"}},
        {"distributed: both balancers",
         distributed,
         {"node:lb-1", "node:lb-2"},
         {.serves = "tm-1 db-1",
          .waits = "db-2",
          .down = "lb-1 lb-2",
          .cutOff = "gw-1 gw-2 cp-1 cp-2",
          .detects = "lb-1=?",
          .capacity = "0/1000",
          .risk = "? fail, 0 slow",
          .data = false,
          .control = "no"}},
        {"distributed: what keeps a gateway informed",
         distributed,
         {"link:gw-1->cp-1"},
         {.serves = "lb-1 gw-1 gw-2 cp-1 cp-2 tm-1 db-1",
          .waits = "lb-2 db-2",
          .capacity = "1000/1000",
          .control = "yes"}},
    };
}

std::vector<SimulationCase> passiveChecks() {
    const std::string noPeak = with(passive, "peak = 300", "");
    const std::string pair =
        with(passive, "[[node]]\nname = \"app-1\"",
             "[[node]]\nname = \"lb-2\"\nrole = \"load-balancer\"\n[[node]]\nname = \"app-1\"");
    const std::string oneHost = with(with(passive, "name = \"app-1\"", "name = \"app-1\"\nhost = \"vm-1\""),
                                     "name = \"app-2\"", "name = \"app-2\"\nhost = \"vm-1\"");
    return {
        {"passive: whole", passive, {}, {.serves = "lb-1 app-1 app-2 app-3", .capacity = "600/600"}},
        {"passive: a server",
         passive,
         {"node:app-1"},
         {.serves = "lb-1 app-2 app-3",
          .down = "app-1",
          .detects = "app-1=0.04",
          .recovers = "app-1=0.04",
          .capacity = "400/600"}},
        {"passive: a machine",
         passive,
         {"host:app-1"},
         {.serves = "lb-1 app-2 app-3",
          .down = "app-1",
          .detects = "app-1=3.04",
          .recovers = "app-1=3.04",
          .capacity = "400/600",
          .risk = "0 fail, 300 slow"}},
        {"passive: two servers",
         passive,
         {"node:app-1", "node:app-3"},
         {.serves = "lb-1 app-2",
          .down = "app-1 app-3",
          .detects = "app-1=0.04 app-3=0.04",
          .recovers = "app-1=0.04 app-3=0.04",
          .capacity = "200/600"}},
        {"passive: all servers",
         passive,
         {"node:app-1", "node:app-2", "node:app-3"},
         {.serves = "lb-1",
          .down = "app-1 app-2 app-3",
          .detects = "app-1=0.04 app-2=0.04 app-3=0.04",
          .capacity = "0/600",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"passive: the only balancer",
         passive,
         {"node:lb-1"},
         {.down = "lb-1",
          .cutOff = "app-1 app-2 app-3",
          .detects = "lb-1=?",
          .capacity = "0/600",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"passive: the managed database",
         passive,
         {"database:orders"},
         {.serves = "lb-1",
          .down = "app-1 app-2 app-3 database:orders",
          .capacity = "0/600",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"passive: the way to a server",
         passive,
         {"link:lb-1->app-2"},
         {.serves = "lb-1 app-1 app-3",
          .cutOff = "app-2",
          .detects = "app-2=3.04",
          .recovers = "app-2=3.04",
          .capacity = "400/600",
          .risk = "0 fail, 300 slow"}},
        {"passive: nobody knows how many requests",
         noPeak,
         {"node:app-1"},
         {.serves = "lb-1 app-2 app-3",
          .down = "app-1",
          .detects = "app-1=?",
          .recovers = "app-1>=0",
          .capacity = "400/600"}},
        {"passive: failures never count",
         with(passive, "max_fails = 1", "max_fails = 0"),
         {"node:app-1"},
         {.serves = "lb-1 app-2 app-3",
          .down = "app-1",
          .detects = "app-1=?",
          .recovers = "app-1>=0",
          .capacity = "400/600"}},
        {"passive: nobody knows how many workers",
         with(passive, "workers = 4", ""),
         {"node:app-1"},
         {.serves = "lb-1 app-2 app-3",
          .down = "app-1",
          .detects = "app-1>=0.01",
          .recovers = "app-1>=0.01",
          .capacity = "400/600"}},
        {"passive: refused requests stay refused",
         with(passive, "workers = 4", "workers = 4\nretry_on = [\"timeout\"]"),
         {"node:app-1"},
         {.serves = "lb-1 app-2 app-3",
          .down = "app-1",
          .detects = "app-1=0.04",
          .recovers = "app-1=0.04",
          .capacity = "400/600",
          .risk = "? fail, 0 slow"}},
        {"passive: two balancers share the requests",
         pair,
         {"node:app-1"},
         {.serves = "lb-1 lb-2 app-2 app-3",
          .down = "app-1",
          .detects = "app-1=0.08",
          .recovers = "app-1=0.08",
          .capacity = "400/600"}},
        {"passive: two servers on one machine",
         oneHost,
         {"host:vm-1"},
         {.serves = "lb-1 app-3",
          .down = "app-1 app-2",
          .detects = "app-1=3.04 app-2=3.04",
          .recovers = "app-1=3.04 app-2=3.04",
          .capacity = "200/600",
          .risk = "0 fail, 600 slow"}},
    };
}

std::vector<SimulationCase> activeChecks() {
    const std::string plus = with(checks, "engine = \"haproxy\"", "engine = \"nginx-plus\"");
    const std::string set = with(checks, "path = \"/health\"",
                                 "path = \"/health\"\ninterval = \"3s\"\nfails = 2\ntimeout = \"2s\"");
    const std::string none = with(checks, "[load_balancer.health_check]\npath = \"/health\"\n", "");
    return {
        {"checks: whole", checks, {}, {.serves = "lb-1 app-1 app-2", .capacity = "400/400"}},
        {"checks: HAProxy",
         checks,
         {"node:app-1"},
         {.serves = "lb-1 app-2",
          .down = "app-1",
          .detects = "app-1=7",
          .recovers = "app-1=7",
          .capacity = "200/400"}},
        {"checks: a machine",
         checks,
         {"host:app-1"},
         {.serves = "lb-1 app-2",
          .down = "app-1",
          .detects = "app-1=7",
          .recovers = "app-1=7",
          .capacity = "200/400",
          .risk = "0 fail, 300 slow"}},
        {"checks: NGINX Plus",
         plus,
         {"node:app-1"},
         {.serves = "lb-1 app-2",
          .down = "app-1",
          .detects = "app-1=6",
          .recovers = "app-1=6",
          .capacity = "200/400"}},
        {"checks: as declared",
         set,
         {"node:app-1"},
         {.serves = "lb-1 app-2",
          .down = "app-1",
          .detects = "app-1=8",
          .recovers = "app-1=8",
          .capacity = "200/400"}},
        {"checks: HAProxy without",
         none,
         {"node:app-1"},
         {.serves = "lb-1 app-2",
          .down = "app-1",
          .detects = "app-1=?",
          .recovers = "app-1>=0",
          .capacity = "200/400"}},
        {"checks: open-source NGINX has none",
         with(checks, "engine = \"haproxy\"", "zone = \"64k\""),
         {"node:app-1"},
         {.serves = "lb-1 app-2",
          .down = "app-1",
          .detects = "app-1=0.007",
          .recovers = "app-1=0.007",
          .capacity = "200/400"}},
    };
}

}

std::vector<SimulationCase> serverCases() {
    std::vector<SimulationCase> all;
    for (auto* some : {singleNode, apiManager, passiveChecks, activeChecks})
        for (SimulationCase& each : some()) all.push_back(std::move(each));
    return all;
}

}
