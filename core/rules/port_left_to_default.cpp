#include "core/rules/rule.h"

namespace arabesque {

namespace {

/// Found where sources are read.
void check(const Checked& project, Findings& findings) {
    if (project.deployment.makesFiles()) findings.handOn(project.facts.diagnostics);
}

}

extern const Rule port_left_to_default{
    .id = "port-left-to-default",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A listener's port that is left to its default"),
    .why =
        MESSAGE("rules", "Defaults of a listener's class are not read: no port is opened for the service."),
    .cure = MESSAGE("rules", "Pass the port, even where it is the default."),
    .source = "c2c 4.0.0, section 5.4",
    .example = {.wrong = R"(=== main.bal
import ballerina/cloud;

public class Listener {
    public function init(«@cloud:Expose int port = 8090») {
    }
}

service "orders" on new Listener() {
}
)",
                .right = R"(=== main.bal
import ballerina/cloud;

public class Listener {
    public function init(@cloud:Expose int port = 8090) {
    }
}

service "orders" on new Listener(8090) {
}
)"},
    .check = check};

}
