#include "core/rules/rule.h"

namespace arabesque {

namespace {

/// Found where sources are read.
void check(const Checked& project, Findings& findings) {
    if (project.deployment.makesFiles()) findings.handOn(project.facts.diagnostics);
}

}

extern const Rule configurable_port_may_change{
    .id = "configurable-port-may-change",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A port that configuration may move"),
    .why = MESSAGE("rules", "The default is opened in the files. With another value at run time the program "
                            "listens where nobody asks it."),
    .cure = MESSAGE("rules", "Make the port a final variable, or leave the value alone."),
    .source = "c2c 4.0.0, section 5.5",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

«configurable int port = 9090»;

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
