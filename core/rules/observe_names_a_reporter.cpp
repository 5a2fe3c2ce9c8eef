#include "core/rules/imports.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// Who to name, where the program imports the module of one.
std::string proposed(const Checked& project, std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (isImported(project, std::string("ballerinax/") + name)) return name;
    return *names.begin();
}

void look(const Checked& project, const toml::Node& observe, const char* enabled, const char* receiver,
          std::initializer_list<const char*> names, Findings& findings) {
    const toml::Node* on = observe.member(enabled);
    const bool named = !textOf(observe.member(receiver)).value_or("").empty() ||
                       !textOf(observe.member("provider")).value_or("").empty();
    if (!isTrue(on) || named) return;
    const std::string file(project.configuration);
    const std::string name = toml::quoted(proposed(project, names));
    findings.at({file, on->range})
        .say(
            {MESSAGE("rules",
                     "nobody is named to receive it: with '%1' the program stops at its start unless '%2' or "
                     "'provider' says who"),
             enabled, receiver})
        .fix({MESSAGE("rules", "Set '%1' to %2"), receiver, name},
             toml::planned::set(file, project.toml(file), {"ballerina", "observe", receiver}, name));
}

void check(const Checked& project, Findings& findings) {
    const toml::Node* observe = project.find(project.configuration, {"ballerina", "observe"});
    if (observe == nullptr || observe->kind != toml::Node::Kind::Table) return;
    look(project, *observe, "metricsEnabled", "metricsReporter", {"prometheus"}, findings);
    look(project, *observe, "tracingEnabled", "tracingProvider", {"jaeger", "zipkin"}, findings);
}

}

extern const Rule observe_names_a_reporter{
    .id = "observe-names-a-reporter",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Metrics or traces that nobody receives"),
    .why = MESSAGE("rules", "The module observe stops the program at its start."),
    .cure = MESSAGE("rules", "Name who receives them."),
    .source = "ballerina/observe, March 2026",
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
import ballerinax/prometheus as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.observe]
metricsEnabled = «true»
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
