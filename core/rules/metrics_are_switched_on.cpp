#include "core/rules/deployment_table.h"
#include "core/toml/draft.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

bool isMeasured(const toml::Node* observe) {
    if (observe == nullptr) return false;
    return isTrue(observe->member("metricsEnabled")) || isTrue(observe->member("enabled"));
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const std::string file(project.configuration);
    const auto metrics = topology.written(deploymentToml().observability.metrics);
    const bool wanted = metrics && **metrics == "prometheus" && *topology.product == "integrator";
    if (!wanted || project.facts.services.empty()) return;
    const toml::Node* observe = project.find(file, {"ballerina", "observe"});
    const auto reporter = observe == nullptr ? std::nullopt : textOf(observe->member("metricsReporter"));
    if (isMeasured(observe) && (!reporter || *reporter == "prometheus")) return;
    toml::Draft draft(file, project.toml(file));
    draft.set({"ballerina", "observe", "metricsEnabled"}, "true");
    draft.set({"ballerina", "observe", "metricsReporter"}, "\"prometheus\"");
    const DeploymentTable table(project, {"observability"});
    findings.at(table.place("metrics"))
        .say({MESSAGE("rules", "Prometheus is to collect metrics, and %1 does not publish them to it"), file})
        .fix({MESSAGE("rules", "Switch them on in %1"), file}, draft.edit());
}

}

extern const Rule metrics_are_switched_on{
    .id = "metrics-are-switched-on",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Metrics that nobody publishes"),
    .why = MESSAGE("rules", "Prometheus is configured, finds no port, and every instance counts as down."),
    .cure = MESSAGE("rules", "Switch metrics on in Config.toml, build them in and import the module."),
    .source = "WSO2 Integrator, observability; Ballerina 2201.13, ballerina/observe",
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
tracingEnabled = false
=== Deployment.toml
[observability]
metrics = «"prometheus"»
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
tracingEnabled = false
metricsEnabled = true
metricsReporter = "prometheus"
=== Deployment.toml
[observability]
metrics = "prometheus"
)"},
    .check = check,
    .eachConfiguration = true};

}
