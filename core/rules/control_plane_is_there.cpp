#include "core/rules/layout.h"

namespace arabesque {

extern const Rule control_plane_is_there;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(control_plane_is_there.id) || !topology.nodesOf("control-plane").empty() ||
        !topology.nodesOf("all-in-one").empty())
        return;
    findings.at(placeOfPattern(project))
        .say({MESSAGE("rules", "no node is the control plane: gateways have nowhere to take APIs from")})
        .fix(MESSAGE("rules", "Add a control plane"),
             Layout(project).add({.role = "control-plane", .region = regionNames(topology).front()}).edit());
}

}

const Rule control_plane_is_there{
    .id = "control-plane-is-there",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Gateways without a control plane"),
    .why = MESSAGE("rules", "Gateways take their APIs from it when they start: none comes up."),
    .cure = MESSAGE("rules", "Add a node of role control-plane, or an all-in-one."),
    .source = "WSO2 API Manager 4.7, deployment patterns",
    .example = {.wrong = R"(=== Deployment.toml
pattern = «"distributed"»
product = "api-manager"

[[database]]
name = "apim"
managed = true

[[node]]
name = "gateway-1"
role = "gateway"

[[node]]
name = "gateway-2"
role = "gateway"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"

[api_manager]
encryption_key = "apim-encryption-key"
)",
                .right = R"(=== Deployment.toml
pattern = "distributed"
product = "api-manager"

[[database]]
name = "apim"
managed = true

[[node]]
name = "gateway-1"
role = "gateway"

[[node]]
name = "gateway-2"
role = "gateway"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[[node]]
name = "control-plane-1"
role = "control-plane"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"

[api_manager]
encryption_key = "apim-encryption-key"
)"},
    .check = check};

}
