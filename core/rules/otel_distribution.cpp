#include "core/rules/rule.h"

#include <charconv>
#include <optional>

namespace arabesque {

namespace {

constexpr int first = 14;

/// 13 of "2201.13.4"; nothing of another text.
std::optional<int> updateOf(std::string_view distribution) {
    constexpr std::string_view year = "2201.";
    if (!distribution.starts_with(year)) return std::nullopt;
    int update = 0;
    const char* begin = distribution.data() + year.size();
    const auto [end, error] = std::from_chars(begin, distribution.data() + distribution.size(), update);
    return error == std::errc{} && end != begin ? std::optional(update) : std::nullopt;
}

void check(const Checked& project, Findings& findings) {
    const std::string file(project.configuration);
    const toml::Node* observe = project.find(file, {"ballerina", "observe"});
    if (observe == nullptr) return;
    const auto distribution = textOf(project.find("Ballerina.toml", {"package", "distribution"}));
    const auto update = distribution ? updateOf(*distribution) : std::nullopt;
    if (!update || *update >= first) return;
    for (const char* key : {"provider", "metricsReporter", "tracingProvider"})
        if (const toml::Node* node = observe->member(key); textOf(node) == "otel")
            findings.at({file, node->range})
                .say({MESSAGE(
                          "rules",
                          "'otel' comes with distribution 2201.14.0, and this package is made with %1: the "
                          "program finds no such receiver and stops at its start"),
                      *distribution});
}

}

extern const Rule otel_distribution{
    .id = "otel-distribution",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "OpenTelemetry before it was there"),
    .why =
        MESSAGE("rules", "The program stops at its start: nobody of that name receives metrics or traces."),
    .cure = MESSAGE("rules", "Build with 2201.14.0 or later, or name another receiver."),
    .source = "ballerina/otel, with 2201.14.0",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
distribution = "2201.13.0"

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
tracingProvider = «"otel"»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
distribution = "2201.14.0"

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
tracingProvider = "otel"
)"},
    .check = check,
    .eachConfiguration = true};

}
