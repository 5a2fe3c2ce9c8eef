#include "core/rules/layout.h"

namespace arabesque {

extern const Rule two_gateways;

namespace {

constexpr std::int64_t wanted = 2;

void check(const Checked& project, Findings& findings) {
    if (!project.demands(two_gateways.id)) return;
    const Topology& topology = project.deployment.topology;
    std::int64_t copies = 0;
    for (const std::size_t number : topology.nodesOf("gateway"))
        if (!topology.nodes[number].isStandby()) copies += *topology.nodes[number].replicas;
    if (copies >= wanted) return;
    Layout layout(project);
    for (std::int64_t i = copies; i < wanted; ++i)
        layout.add({.role = "gateway", .region = regionNames(topology).front()});
    findings.at(placeOfPattern(project))
        .say({MESSAGE("rules", "%1 active gateways: the loss of one is an outage of all APIs"),
              std::to_string(copies)})
        .fix(MESSAGE("rules", "Add gateways until there are two"), layout.edit());
}

}

const Rule two_gateways{.id = "two-gateways",
                        .severity = Severity::Error,
                        .title = MESSAGE("rules", "Fewer than two gateways"),
                        .why = MESSAGE("rules", "The loss of the only gateway is an outage of all APIs."),
                        .cure = MESSAGE("rules", "Add gateways until there are two."),
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
name = "control-plane-1"
role = "control-plane"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[[node]]
name = "gateway-2"
role = "gateway"

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
