#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Workload& workload = project.deployment.workload;
    const std::string file(project.configuration);
    const toml::Path path{"wso2", "icp", "runtime", "bridge", "runtime"};
    const toml::Node* name = project.find(file, path);
    const bool several = *workload.autoscaled && *workload.autoscaling.maxReplicas > 1;
    if (!project.deployment.makesKubernetes() || workload.isTask() || !several ||
        textOf(name).value_or("").empty())
        return;
    findings.at({file, name->range})
        .say(MESSAGE(
            "rules",
            "every replica would report under this name, and the console shows them as one: left out, each "
            "makes up its own"))
        .fix({MESSAGE("rules", "Remove '%1'"), "runtime"},
             toml::planned::unset(file, project.toml(file), path));
}

}

extern const Rule icp_runtime_shared{
    .id = "icp-runtime-shared",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Replicas that report under one name"),
    .why = MESSAGE("rules", "The Integration Control Plane shows one runtime that changes all the time, and "
                            "commands reach only one replica."),
    .cure = MESSAGE("rules", "Leave the name out, or set it from the pod's name."),
    .source = "wso2/icp.runtime.bridge",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
observabilityIncluded = true
remoteManagement = true
=== main.bal
import ballerina/http;
import wso2/icp.runtime.bridge as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[wso2.icp.runtime.bridge]
environment = "prod"
project = "shop"
integration = "orders"
secret = "from the console"
runtime = «"orders-1"»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
observabilityIncluded = true
remoteManagement = true
=== main.bal
import ballerina/http;
import wso2/icp.runtime.bridge as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[wso2.icp.runtime.bridge]
environment = "prod"
project = "shop"
integration = "orders"
secret = "from the console"
)"},
    .check = check,
    .eachConfiguration = true};

}
