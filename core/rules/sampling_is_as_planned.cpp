#include "core/rules/deployment_table.h"
#include "core/toml/rewrite.h"

#include <charconv>
#include <cmath>
#include <format>
#include <optional>

namespace arabesque {

namespace {

/// "12.5%" as 0.125.
std::optional<double> shareIn(std::string_view percentage) {
    constexpr double whole = 100;
    double number = 0;
    const char* const end = percentage.data() + percentage.size();
    if (std::from_chars(percentage.data(), end, number).ec != std::errc()) return std::nullopt;
    return number / whole;
}

/// The share of requests that the library's sampler lets through; nothing where it counts them otherwise.
std::optional<double> sampledShare(const toml::Node* settings) {
    const toml::Node* type = settings == nullptr ? nullptr : settings->member("samplerType");
    const toml::Node* parameter = settings == nullptr ? nullptr : settings->member("samplerParam");
    const std::string kind = textOf(type).value_or("const");
    if (kind != "const" && kind != "probabilistic") return std::nullopt;
    if (parameter == nullptr) return 1;   // the library's own default
    if (parameter->value == nullptr || parameter->value->kind != toml::Kind::Float) return std::nullopt;
    return parameter->value->number;
}

/// As Config.toml wants a decimal: "1.0".
std::string decimalText(double number) {
    std::string text = std::format("{}", number);
    return text.contains('.') ? text : text + ".0";
}

void check(const Checked& project, Findings& findings) {
    constexpr double alike = 1e-9, whole = 100;
    const auto planned = project.deployment.topology.written(deploymentToml().observability.sampling);
    const std::string file(project.configuration);
    const toml::Node* observe = project.find(file, {"ballerina", "observe"});
    const toml::Node* provider = observe == nullptr ? nullptr : observe->member("tracingProvider");
    if (!planned || textOf(provider) != "jaeger" || !isTrue(observe->member("tracingEnabled"))) return;
    const toml::Node* settings = project.find(file, {"ballerinax", "jaeger"});
    const auto wanted = shareIn(**planned), sampled = sampledShare(settings);
    if (!wanted || !sampled || std::abs(*wanted - *sampled) < alike) return;
    const toml::Node* parameter = settings == nullptr ? nullptr : settings->member("samplerParam");
    auto finding = findings.at({file, parameter == nullptr ? provider->range : parameter->range});
    finding.say({MESSAGE("rules", "%1 of the requests are traced, and [observability] plans %2"),
                 std::format("{}%", *sampled * whole), **planned});
    const toml::Node* type = settings == nullptr ? nullptr : settings->member("samplerType");
    if (textOf(type) != "probabilistic" && *wanted != 0 && *wanted != 1)
        return;   // another sampler is needed
    const std::string right = decimalText(*wanted);
    finding.fix({MESSAGE("rules", "Write %1"), right},
                toml::set(file, project.toml(file), {"ballerinax", "jaeger", "samplerParam"}, right));
}

}

extern const Rule sampling_is_as_planned{
    .id = "sampling-is-as-planned",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Another share of requests is traced than planned"),
    .why =
        MESSAGE("rules", "Traces cost time and room with each request, or those that somebody looks for are "
                         "not there. The program goes by its Config.toml alone."),
    .cure =
        MESSAGE("rules", "Set samplerType to \"probabilistic\" and samplerParam to the share, 0.0 to 1.0."),
    .source = "ballerinax/jaeger",
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
import ballerinax/jaeger as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.observe]
tracingEnabled = true
tracingProvider = "jaeger"

[ballerinax.jaeger]
agentPort = 4317
samplerType = "probabilistic"
samplerParam = «0.5»
=== Deployment.toml
[observability]
tracing = "jaeger"
sampling = "10%"
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
import ballerinax/jaeger as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.observe]
tracingEnabled = true
tracingProvider = "jaeger"

[ballerinax.jaeger]
agentPort = 4317
samplerType = "probabilistic"
samplerParam = 0.1
=== Deployment.toml
[observability]
tracing = "jaeger"
sampling = "10%"
)"},
    .check = check,
    .eachConfiguration = true};

}
