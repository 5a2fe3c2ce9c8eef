#include "core/rules/rule.h"

namespace arabesque {

namespace {

/// Found where sources are read.
void check(const Checked& project, Findings& findings) {
    if (project.deployment.makesFiles()) findings.handOn(project.facts.diagnostics);
}

}

extern const Rule listener_not_exposed{
    .id = "listener-not-exposed",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A listener that code-to-cloud passes over"),
    .why = MESSAGE(
        "rules", "The program listens and nobody reaches it: no port is opened, and the tool says nothing."),
    .cure = MESSAGE("rules", "Pass the port without its name."),
    .source = "c2c 4.0.0, section 5.3",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on «new http:Listener(port = 9090)» {
}
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
)"},
    .check = check};

}
