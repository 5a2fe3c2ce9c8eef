#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.facts.defaultListeners.empty() || project.facts.services.empty()) return;
    const std::string file(project.configuration);
    for (const char* key : {"defaultListenerPort", "defaultListenerConfig"}) {
        const toml::Path path{"ballerina", "http", key};
        if (const toml::Node* node = project.find(file, path))
            findings.at({file, node->keyRange})
                .say({MESSAGE("rules", "no service of the program is on the default listener, the only one "
                                       "that '%1' is for: "
                                       "listeners with a port in the source keep theirs"),
                      key})
                .fix({MESSAGE("rules", "Remove '%1'"), key},
                     toml::planned::unset(file, project.toml(file), path));
    }
}

}

extern const Rule default_listener_settings_unused{
    .id = "default-listener-settings-unused",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "Settings of a listener that nobody uses"),
    .why = MESSAGE("rules", "Port, address or timeouts stay what the source says."),
    .cure = MESSAGE("rules", "Change them in the source, or put the service on http:getDefaultListener()."),
    .source = "ballerina/http, July 2026",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.http]
«defaultListenerPort» = 8080
traceLogConsole = false
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.http]
traceLogConsole = false
)"},
    .check = check,
    .eachConfiguration = true};

}
