#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// A switch in Config.toml that does nothing in a program built without an option.
struct Switch {
    toml::Path path;
    const char* option;
};

void check(const Checked& project, Findings& findings) {
    static const Switch switches[] = {
        {{"ballerina", "observe", "enabled"}, "observabilityIncluded"},
        {{"ballerina", "observe", "metricsEnabled"}, "observabilityIncluded"},
        {{"ballerina", "observe", "tracingEnabled"}, "observabilityIncluded"},
        {{"wso2", "icp", "runtime", "bridge"}, "remoteManagement"},
    };
    const CheckedDocument* config = project.document(project.configuration);
    const CheckedDocument* package = project.document("Ballerina.toml");
    if (config == nullptr || package == nullptr) return;
    for (const Switch& each : switches) {
        const toml::Node* node = config->document.find(each.path);
        const toml::Path option{"build-options", each.option};
        const bool on = node != nullptr && (isTrue(node) || node->kind == toml::Node::Kind::Table);
        if (!on || isTrue(package->document.find(option))) continue;
        findings.at({config->file, node->range})
            .say({MESSAGE("rules", "this has no effect: the program is built without '%1'"), each.option})
            .fix({MESSAGE("rules", "Set '%1' to %2"), each.option, "true"},
                 toml::set(package->file, package->document, option, "true"));
    }
}

}

extern const Rule observability_is_built_in{
    .id = "observability-is-built-in",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Observability that is not built in"),
    .why = MESSAGE("rules", "The program starts and works, and dashboards stay empty: what measures and "
                            "reports is added when it is built."),
    .cure = MESSAGE("rules", "Set the build option and build again."),
    .source = "Ballerina 2201.13, ballerina/observe",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
=== main.bal
import ballerina/http;
import ballerinax/prometheus as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.observe]
metricsEnabled = «true»
metricsReporter = "prometheus"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
observabilityIncluded = true
=== main.bal
import ballerina/http;
import ballerinax/prometheus as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.observe]
metricsEnabled = true
metricsReporter = "prometheus"
)"},
    .check = check,
    .eachConfiguration = true};

}
