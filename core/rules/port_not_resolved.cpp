#include "core/rules/rule.h"

namespace arabesque {

namespace {

/// Found where sources are read.
void check(const Checked& project, Findings& findings) {
    if (project.deployment.makesFiles()) findings.handOn(project.facts.diagnostics);
}

}

extern const Rule port_not_resolved{
    .id = "port-not-resolved",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A port that code-to-cloud cannot read"),
    .why = MESSAGE("rules", "The service is left out: no port is opened for it, no Service is made, and a "
                            "probe of it stops the build."),
    .cure = MESSAGE("rules", "Write the port where code-to-cloud looks for it: a number in `new (9090)` of a "
                             "typed listener, or a final int variable."),
    .source = "c2c 4.0.0, sections 4.2 and 5.3",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

listener http:Listener orders = new http:Listener(9090);

service /orders on «orders» {
}
)",
                .right = R"(=== main.bal
import ballerina/http;

listener http:Listener orders = new (9090);

service /orders on orders {
}
)"},
    .check = check};

}
