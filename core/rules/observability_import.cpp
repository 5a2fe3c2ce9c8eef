#include "core/rules/imports.h"
#include "core/rules/rule.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

/// Names whose module is known; otel comes with the distribution.
constexpr std::array<const char*, 3> known{"prometheus", "jaeger", "zipkin"};

struct Switch {
    const char* enabled;
    const char* receiver;
};

void check(const Checked& project, Findings& findings) {
    constexpr std::array<Switch, 3> switches{{{"metricsEnabled", "metricsReporter"},
                                              {"tracingEnabled", "tracingProvider"},
                                              {"enabled", "provider"}}};
    const std::string file(project.configuration);
    const toml::Node* observe = project.find(file, {"ballerina", "observe"});
    if (observe == nullptr) return;
    for (const auto& [enabled, receiver] : switches) {
        const toml::Node* name = observe->member(receiver);
        const auto text = textOf(name);
        if (!text || !isTrue(observe->member(enabled)) || !std::ranges::contains(known, *text)) continue;
        const std::string module = "ballerinax/" + *text;
        if (isImported(project, module)) continue;
        findings.at({file, name->range})
            .say({MESSAGE("rules", "'%1' is found by its module, and no source imports %2: unless another "
                                   "package brings it "
                                   "along, the program stops at its start"),
                  *text, module})
            .fix({MESSAGE("rules", "Import %1"), module}, addImport(project, module));
    }
}

}

extern const Rule observability_import{
    .id = "observability-import",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A receiver of metrics or traces that is not linked"),
    .why = MESSAGE("rules", "The program does not find whom Config.toml names, and stops at its start."),
    .cure = MESSAGE("rules",
                    "Import the module with 'as _'. A [[dependency]] in Ballerina.toml does not link it."),
    .source = "WSO2 Integrator, observability; ballerina/observe, March 2026",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
observabilityIncluded = true
=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.observe]
tracingEnabled = true
tracingProvider = «"jaeger"»
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
import ballerinax/jaeger as _;
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.observe]
tracingEnabled = true
tracingProvider = "jaeger"
)"},
    .check = check,
    .eachConfiguration = true};

}
