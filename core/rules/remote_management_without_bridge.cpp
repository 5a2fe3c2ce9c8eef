#include "core/rules/imports.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const std::string file = "Ballerina.toml";
    const toml::Path path{"build-options", "remoteManagement"};
    const toml::Node* option = project.find(file, path);
    const std::string bridge = "wso2/icp.runtime.bridge";
    if (!isTrue(option) || project.facts.imports.empty() || isImported(project, bridge) ||
        isImported(project, "ballerinax/wso2.controlplane"))
        return;
    findings.at({file, option->range})
        .say({MESSAGE("rules", "no source imports %1, which does the reporting: the program does not appear "
                               "in the console"),
              bridge})
        .fix({MESSAGE("rules", "Import %1"), bridge}, addImport(project, bridge))
        .fix({MESSAGE("rules", "Remove '%1'"), "remoteManagement"},
             toml::planned::unset(file, project.toml(file), path));
}

}

extern const Rule remote_management_without_bridge{
    .id = "remote-management-without-bridge",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Remote management without its module"),
    .why = MESSAGE(
        "rules",
        "The build gets larger and nothing reports: the Integration Control Plane never sees the program."),
    .cure = MESSAGE("rules", "Import the module with 'as _'."),
    .source = "WSO2 Integrator, Integration Control Plane",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
remoteManagement = «true»
=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
remoteManagement = true
=== main.bal
import wso2/icp.runtime.bridge as _;
import ballerina/http;

service /orders on new http:Listener(9090) {
}
)"},
    .check = check};

}
