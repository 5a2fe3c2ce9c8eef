#include "core/rules/deployment_table.h"
#include "core/toml/rewrite.h"

#include "core/toml/draft.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const std::string file(project.configuration);
    const auto planes = topology.nodesOf("integration-control-plane");
    const bool second = topology.value(deploymentToml().controlPlaneVersion)->starts_with("2.");
    const toml::Path bridge{"wso2", "icp", "runtime", "bridge"};
    if (planes.empty() || !second || topology.nodesOf("service").empty() ||
        project.find(file, bridge) != nullptr)
        return;
    const Node& plane = topology.nodes[planes.front()];
    const auto url = topology.written(deploymentToml().controlPlane.url);
    const auto& keys = deploymentToml().controlPlane;
    const auto integration = topology.written(keys.integration);
    const auto environment = topology.written(keys.environment);
    toml::Draft draft(file, project.toml(file));
    const auto set = [&](const char* key, const std::string& value) {
        draft.set({"wso2", "icp", "runtime", "bridge", key}, toml::quoted(value));
    };
    set("environment", environment ? **environment : "dev");
    set("project", *topology.value(keys.project));
    set("integration", integration ? **integration : *project.deployment.package);
    set("serverUrl", url ? **url : "https://" + *plane.host + ":9445");
    findings.at(nodeTable(project, plane.number).place("name"))
        .say({MESSAGE("rules", "%1 does not say that the program reports to '%2'"), file, *plane.name})
        .fix({MESSAGE("rules", "Say it in %1"), file}, draft.edit());
}

}

extern const Rule control_plane_hears_of_programs{
    .id = "control-plane-hears-of-programs",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A control plane that no program reports to"),
    .why = MESSAGE("rules",
                   "Its console shows nothing of the program: whether it runs, where, and what it logs."),
    .cure = MESSAGE("rules",
                    "Say in Config.toml where the program reports to; the secret comes from the console."),
    .source = "WSO2 Integrator, Integration Control Plane",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
remoteManagement = true
=== main.bal
import ballerina/http;
import wso2/icp.runtime.bridge as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.log]
level = "INFO"
=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
host = "10.0.0.11"

[[node]]
name = «"icp"»
role = "integration-control-plane"
host = "icp.acme.org"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
remoteManagement = true
=== main.bal
import ballerina/http;
import wso2/icp.runtime.bridge as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.log]
level = "INFO"

[wso2.icp.runtime.bridge]
environment = "dev"
project = "default"
integration = "orders"
serverUrl = "https://icp.acme.org:9445"
=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
host = "10.0.0.11"

[[node]]
name = "icp"
role = "integration-control-plane"
host = "icp.acme.org"
)"},
    .check = check,
    .eachConfiguration = true};

}
