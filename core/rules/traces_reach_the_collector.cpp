#include "core/rules/deployment_table.h"
#include "core/toml/rewrite.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::int64_t usual = 55680;   ///< of the library
constexpr std::int64_t otlp = 4317;

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const std::string file(project.configuration);
    const auto tracing = topology.value(deploymentToml().observability.tracing);
    const toml::Node* observe = project.find(file, {"ballerina", "observe"});
    const toml::Node* provider = observe == nullptr ? nullptr : observe->member("tracingProvider");
    if (!topology.has("observability") || *tracing != "jaeger" || textOf(provider) != "jaeger") return;
    if (!isTrue(observe->member("tracingEnabled"))) return;
    const auto written = topology.written(deploymentToml().observability.collectorPort);
    const std::int64_t wanted = written ? **written : otlp;
    const toml::Path path{"ballerinax", "jaeger", "agentPort"};
    const toml::Node* port = project.find(file, path);
    const bool isNumber = port != nullptr && port->value != nullptr && port->value->integer != 0;
    const std::int64_t sent = isNumber ? port->value->integer : usual;
    if (sent == wanted) return;
    const std::string right = std::to_string(wanted);
    findings.at({file, isNumber ? port->range : provider->range})
        .say({MESSAGE("rules", "traces are sent to port %1, and the collector takes them on %2"),
              std::to_string(sent), right})
        .fix({MESSAGE("rules", "Write %1"), right}, toml::set(file, project.toml(file), path, right));
}

}

extern const Rule traces_reach_the_collector{
    .id = "traces-reach-the-collector",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Traces that are sent to another port"),
    .why = MESSAGE("rules",
                   "The program starts and works, and no trace arrives: nothing listens where it sends them. "
                   "55680 is the library's own default, and present collectors take OTLP on 4317."),
    .cure = MESSAGE("rules", "Send them to the collector's port."),
    .source = "WSO2 Integrator, observability",
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
agentPort = «55680»
=== Deployment.toml
[observability]
tracing = "jaeger"
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
=== Deployment.toml
[observability]
tracing = "jaeger"
)"},
    .check = check,
    .eachConfiguration = true};

}
