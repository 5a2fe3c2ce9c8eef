#include "core/rules/rule.h"

namespace arabesque {

namespace {

/// c2c 4.0.0, section 4.2: C2C_016 and C2C_017.
void check(const Checked& project, Findings& findings) {
    if (project.deployment.target != Deployment::Cloud::Choreo) return;
    if (const CheckedDocument* checked = project.document("Cloud.toml"))
        findings.at({checked->file, {0, checked->document.text().size()}})
            .code("C2C_016")
            .say(MESSAGE("rules", "Cloud.toml is not supported and will be ignored in choreo"));
    if (project.facts.services.size() > 1)
        findings.at(project.facts.services[1].place)
            .code("C2C_017")
            .say(MESSAGE("rules", "choreo only supports one service at the moment"));
}

}

extern const Rule choreo_limits{
    .id = "choreo-limits",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "What Choreo passes over"),
    .why = MESSAGE("rules", "What is written there has no effect on the platform: it takes its settings from "
                            "its console, and one service."),
    .cure = MESSAGE("rules", "Keep one service in the program, and set the rest in the console."),
    .source = "c2c 4.0.0, sections 4.2 and 9",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "choreo"
=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}

«service /billing on new http:Listener(9091)» {
}
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "choreo"
=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
)"},
    .check = check};

}
