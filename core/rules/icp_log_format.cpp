#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const std::string file(project.configuration);
    const toml::Path path{"ballerina", "log", "format"};
    const toml::Node* format = project.find(file, path);
    if (textOf(format) != "json" ||
        !isTrue(project.find(file, {"ballerina", "observe", "metricsLogsEnabled"})))
        return;
    const char* right = "\"logfmt\"";
    findings.at({file, format->range})
        .say(MESSAGE(
            "rules",
            "metrics in the log are for the Integration Control Plane, whose log shipper reads logfmt and "
            "not json"))
        .fix({MESSAGE("rules", "Write %1"), right},
             toml::planned::set(file, project.toml(file), path, right));
}

}

extern const Rule icp_log_format{.id = "icp-log-format",
                          .severity = Severity::Info,
                          .title = MESSAGE("rules", "A log format that the control plane does not read"),
                          .why =
                              MESSAGE("rules", "Logs and metrics of the program are missing in the console."),
                          .cure = MESSAGE("rules", "Write logfmt, or read the log with tools of your own."),
                          .source = "WSO2 Integrator, Integration Control Plane",
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
[ballerina.log]
format = «"json"»

[ballerina.observe]
metricsLogsEnabled = true
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

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.log]
format = "logfmt"

[ballerina.observe]
metricsLogsEnabled = true
)"},
                          .check = check,
                          .eachConfiguration = true};

}
