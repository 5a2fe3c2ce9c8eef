#include "tests/core/topology/cases.h"

namespace arabesque::tests {

namespace {

const std::string passive = R"(pattern = "active-passive"
[objectives]
peak = 50
decision_time = "10m"
[load_balancer]
max_fails = 3
fail_timeout = "30s"
zone = "64k"
connect_timeout = "2s"
[load_balancer.vip]
address = "10.0.1.10"
[[database]]
name = "orders"
replication = "asynchronous"
promotion = "manual"
promotion_time = "30s"
lag = "5s"
[[node]]
name = "lb-1"
role = "load-balancer"
[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"
[[node]]
name = "app-1"
role = "service"
capacity = 100
[[node]]
name = "app-2"
role = "service"
capacity = 80
state = "standby"
start_time = "40s"
[[node]]
name = "db-1"
role = "database"
[[node]]
name = "db-2"
role = "database"
state = "standby"
)";

const std::string integrators = R"(pattern = "active-active"
product = "micro-integrator"
[objectives]
peak = 100
[load_balancer]
zone = "64k"
connect_timeout = "1s"
[micro_integrator]
coordination = true
scheduled_work = true
task_servers = 2
[[database]]
name = "coordination"
managed = true
[[node]]
name = "lb-1"
role = "load-balancer"
[[node]]
name = "mi-1"
role = "micro-integrator"
[[node]]
name = "mi-2"
role = "micro-integrator"
[[node]]
name = "icp"
role = "integration-control-plane"
)";

const std::string quorum = R"(pattern = "active-active"
[[database]]
name = "orders"
replication = "quorum"
promotion = "automatic"
promotion_time = "10s"
[[node]]
name = "app-1"
role = "service"
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
)";

const std::string whole = "lb-1 app-1 db-1";

std::vector<SimulationCase> servers() {
    const std::string hot = with(passive, "start_time = \"40s\"\n", "");
    return {
        {"standby: whole", passive, {}, {.serves = whole, .waits = "lb-2 app-2 db-2", .capacity = "100/100"}},
        {"standby: the server",
         passive,
         {"node:app-1"},
         {.serves = "lb-1 app-2 db-1",
          .waits = "lb-2 db-2",
          .down = "app-1",
          .detects = "app-1=0.06",
          .recovers = "app-1=40.06",
          .capacity = "80/100",
          .risk = "2003 fail, 0 slow"}},
        {"standby: the server, and the standby runs",
         hot,
         {"node:app-1"},
         {.serves = "lb-1 app-2 db-1",
          .waits = "lb-2 db-2",
          .down = "app-1",
          .detects = "app-1=0.06",
          .recovers = "app-1=0.06",
          .capacity = "80/100"}},
        {"standby: the server's machine",
         passive,
         {"host:app-1"},
         {.serves = "lb-1 app-2 db-1",
          .waits = "lb-2 db-2",
          .down = "app-1",
          .detects = "app-1=2.06",
          .recovers = "app-1=42.06",
          .capacity = "80/100",
          .risk = "2103 fail, 0 slow"}},
        {"standby: only the standby",
         passive,
         {"node:app-2"},
         {.serves = whole, .waits = "lb-2 db-2", .down = "app-2", .capacity = "100/100"}},
        {"standby: both servers",
         passive,
         {"node:app-1", "node:app-2"},
         {.serves = "lb-1 db-1",
          .waits = "lb-2 db-2",
          .down = "app-1 app-2",
          .detects = "app-1=?",
          .capacity = "0/100",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"standby: the way to the server",
         passive,
         {"link:lb-1->app-1"},
         {.serves = "lb-1 app-2 db-1",
          .waits = "lb-2 db-2",
          .cutOff = "app-1",
          .detects = "app-1=2.06",
          .recovers = "app-1=42.06",
          .capacity = "80/100",
          .risk = "2103 fail, 0 slow"}},
    };
}

std::vector<SimulationCase> balancers() {
    const auto vip = [](const char* line) {
        return with(passive, "address = \"10.0.1.10\"", std::string("address = \"10.0.1.10\"\n") + line);
    };
    const ExpectedOutcome stuck{.serves = "db-1",
                                .waits = "lb-2 db-2",
                                .down = "lb-1",
                                .cutOff = "app-1 app-2",
                                .detects = "lb-1=?",
                                .capacity = "0/100",
                                .risk = "? fail, 0 slow",
                                .data = false};
    const ExpectedOutcome moved{.serves = "lb-2 app-1 db-1",
                                .waits = "app-2 db-2",
                                .down = "lb-1",
                                .detects = "lb-1=5",
                                .recovers = "lb-1=5",
                                .capacity = "100/100",
                                .risk = "250 fail, 0 slow"};
    return {
        {"pair: its program", passive, {"balancer:lb-1"}, moved},
        {"pair: its program, and nobody looks", vip("check_process = false"), {"balancer:lb-1"}, stuck},
        {"pair: its program, and it stays ahead", vip("check_weight = -20"), {"balancer:lb-1"}, stuck},
        {"pair: its program, and it falls behind", vip("check_weight = -60"), {"balancer:lb-1"}, moved},
        {"pair: a machine at priority 128",
         vip("standby_priority = 128"),
         {"host:lb-1"},
         {.serves = "lb-2 app-1 db-1",
          .waits = "app-2 db-2",
          .down = "lb-1",
          .detects = "lb-1=3.5",
          .recovers = "lb-1=3.5",
          .capacity = "100/100",
          .risk = "175 fail, 0 slow"}},
        {"pair: both",
         passive,
         {"node:lb-1", "node:lb-2"},
         {.serves = "db-1",
          .waits = "db-2",
          .down = "lb-1 lb-2",
          .cutOff = "app-1 app-2",
          .detects = "lb-1=?",
          .capacity = "0/100",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"pair: they do not hear each other",
         passive,
         {"link:lb-1->lb-2"},
         {.serves = whole, .waits = "lb-2 app-2 db-2", .capacity = "100/100"}},
    };
}

std::vector<SimulationCase> databases() {
    const std::string automatic = with(passive, "promotion = \"manual\"", "promotion = \"automatic\"");
    const std::string alone = with(passive, "replication = \"asynchronous\"", "replication = \"none\"");
    const std::string strict =
        with(passive, "replication = \"asynchronous\"", "replication = \"synchronous\"");
    const std::string lenient = with(strict, "lag = \"5s\"", "degrades = true");
    const ExpectedOutcome gone{.serves = "lb-1",
                               .waits = "lb-2 db-2",
                               .down = "app-1 app-2 db-1",
                               .detects = "db-1=?",
                               .loses = "orders=?",
                               .capacity = "0/100",
                               .risk = "? fail, 0 slow",
                               .data = false};
    ExpectedOutcome promoted{.serves = "lb-1 app-1 db-2",
                             .waits = "lb-2 app-2",
                             .down = "db-1",
                             .detects = "db-1=?",
                             .recovers = "orders>=630",
                             .loses = "orders=5",
                             .capacity = "100/100",
                             .risk = ">=31500 fail, 0 slow"};
    const ExpectedOutcome manual = promoted;
    promoted.recovers = "orders>=30";
    promoted.risk = ">=1500 fail, 0 slow";
    ExpectedOutcome synchronous = manual;
    synchronous.loses = "orders=0";
    return {
        {"database: the primary, by hand", passive, {"node:db-1"}, manual},
        {"database: by its name", passive, {"database:orders"}, manual},
        {"database: nobody knows how long a decision takes",
         with(passive, "decision_time = \"10m\"", ""),
         {"node:db-1"},
         promoted},
        {"database: the primary, by itself", automatic, {"node:db-1"}, promoted},
        {"database: the primary of a synchronous pair", strict, {"node:db-1"}, synchronous},
        {"database: nothing is replicated", alone, {"node:db-1"}, gone},
        {"database: writes wait for the lost copy",
         strict,
         {"node:db-2"},
         {.serves = "lb-1",
          .waits = "lb-2",
          .down = "app-1 app-2 db-1 db-2",
          .capacity = "0/100",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"database: writes go on without the copy",
         lenient,
         {"node:db-2"},
         {.serves = whole, .waits = "lb-2 app-2", .down = "db-2", .capacity = "100/100"}},
        {"database: writes wait for a copy that hears nothing",
         strict,
         {"link:db-1->db-2"},
         {.serves = "lb-1",
          .waits = "lb-2 db-2",
          .down = "app-1 app-2 db-1",
          .capacity = "0/100",
          .risk = "? fail, 0 slow",
          .data = false}},
        {"database: primary and copy",
         passive,
         {"node:db-1", "node:db-2"},
         {.serves = "lb-1",
          .waits = "lb-2",
          .down = "app-1 app-2 db-1 db-2",
          .detects = "db-1=?",
          .loses = "orders=?",
          .capacity = "0/100",
          .risk = "? fail, 0 slow",
          .data = false}},
    };
}

std::vector<SimulationCase> quorums() {
    return {
        {"quorum: its primary",
         quorum,
         {"node:db-1"},
         {.serves = "app-1 db-2",
          .waits = "db-3",
          .down = "db-1",
          .detects = "db-1=?",
          .recovers = "orders>=10",
          .loses = "orders=0",
          .capacity = "?/?",
          .risk = "? fail, 0 slow"}},
        {"quorum: one member",
         quorum,
         {"node:db-3"},
         {.serves = "app-1 db-1", .waits = "db-2", .down = "db-3", .capacity = "?/?"}},
        {"quorum: two members",
         quorum,
         {"node:db-2", "node:db-3"},
         {.down = "app-1 db-1 db-2 db-3", .capacity = "0/?", .risk = "? fail, 0 slow", .data = false}},
    };
}

std::vector<SimulationCase> tasks() {
    return {
        {"tasks: whole",
         integrators,
         {},
         {.serves = "lb-1 mi-1 mi-2 icp", .capacity = "?/?", .control = "yes"}},
        {"tasks: a node",
         integrators,
         {"node:mi-1"},
         {.serves = "lb-1 mi-2 icp",
          .down = "mi-1",
          .detects = "mi-1=0.02 tasks>=15",
          .recovers = "mi-1=0.02",
          .capacity = "?/?",
          .control = "yes"}},
        {"tasks: both nodes",
         integrators,
         {"node:mi-1", "node:mi-2"},
         {.serves = "lb-1 icp",
          .down = "mi-1 mi-2",
          .detects = "mi-1=0.02 mi-2=0.02",
          .capacity = "0/?",
          .risk = "? fail, 0 slow",
          .data = false,
          .control = "yes"}},
        {"tasks: the control plane",
         integrators,
         {"node:icp"},
         {.serves = "lb-1 mi-1 mi-2", .down = "icp", .capacity = "?/?", .control = "no"}},
    };
}

}

std::vector<SimulationCase> standbyCases() {
    std::vector<SimulationCase> all;
    for (auto* some : {servers, balancers, databases, quorums, tasks})
        for (SimulationCase& each : some()) all.push_back(std::move(each));
    return all;
}

}
