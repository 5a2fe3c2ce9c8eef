#include "core/rules/rule.h"

namespace arabesque {

namespace {

/// Found where sources are read.
void check(const Checked& project, Findings& findings) {
    if (project.deployment.makesFiles()) findings.handOn(project.facts.diagnostics);
}

}

extern const Rule configurable_port_without_default{
    .id = "configurable-port-without-default",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A configurable port without a default"),
    .why = MESSAGE("rules", "Config.toml is not read when files are made, so the port is not known: the "
                            "service is left out of them."),
    .cure = MESSAGE("rules", "Give the variable the port as its default, or make it a final one."),
    .source = "c2c 4.0.0, section 5.5",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

«configurable int port = ?»;

service /orders on new http:Listener(port) {
}
)",
                .right = R"(=== main.bal
import ballerina/http;

final int port = 9090;

service /orders on new http:Listener(port) {
}
)"},
    .check = check};

}
