#include "core/rules/rule.h"

namespace arabesque {

namespace {

constexpr std::int64_t highest = 65535;

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesFiles()) return;
    for (const auto& port : project.deployment.workload.ports)
        if ((*port < 0 || *port > highest) && !port.origins.empty() &&
            !port.origins.front().place().file.empty())
            findings.at(port.origins.front().place())
                .say({MESSAGE(
                          "rules",
                          "%1 is no port: they go from 1 to 65535. The program stops at its start, and the "
                          "cluster refuses the Service"),
                      std::to_string(*port)});
}

}

extern const Rule listener_port_range{
    .id = "listener-port-range",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A port that does not exist"),
    .why = MESSAGE("rules",
                   "The files are made with the number; nothing takes them, and the program itself stops."),
    .cure = MESSAGE("rules", "Choose a number from 1024 to 65535."),
    .source = "Kubernetes, services",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(«90900») {
}
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
)"},
    .check = check};

}
