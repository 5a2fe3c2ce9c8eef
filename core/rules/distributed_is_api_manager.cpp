#include "core/rules/layout.h"

namespace arabesque {

extern const Rule distributed_is_api_manager;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(distributed_is_api_manager.id) || *topology.product == "api-manager") return;
    findings.at(placeOfPattern(project))
        .say({MESSAGE("rules", "%1 has no control plane to set apart: that is a pattern of the API Manager"),
              *topology.product})
        .fix(MESSAGE("rules", "Deploy the API Manager"),
             Layout(project).set({"product"}, "\"api-manager\"").edit());
}

}

const Rule distributed_is_api_manager{
    .id = "distributed-is-api-manager",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Control and data plane of a product that has none"),
    .why = MESSAGE("rules", "Only the API Manager is split into gateways and a control plane."),
    .cure = MESSAGE("rules", "Declare the product api-manager, or another pattern."),
    .source = "WSO2 API Manager 4.7, deployment patterns",
    .example = {.wrong = R"(=== Deployment.toml
pattern = «"distributed"»

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
name = "control-plane-1"
role = "control-plane"

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
name = "control-plane-1"
role = "control-plane"

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
)"},
    .check = check};

}
