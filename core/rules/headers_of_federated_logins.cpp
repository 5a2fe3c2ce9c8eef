#include "core/rules/balancer.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::int64_t leastBytes = 32768;

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer || !*balancer->topology.value(deploymentToml().apiManager.federatedLogin)) return;
    const std::int64_t bytes = *balancer->topology.value(deploymentToml().loadBalancer.headerBuffer);
    const bool portals = std::ranges::any_of(balancer->upstreams, [](const Upstream& each) {
        return each.role == "control-plane" || each.role == "all-in-one";
    });
    if (!portals || bytes >= leastBytes) return;
    findings.at(balancer->placeOf("header_buffer"))
        .say({MESSAGE("rules", "people log in at another identity provider, which makes headers long: the "
                               "balancer takes %1 bytes and answers 400 or 414"),
              std::to_string(bytes)})
        .fix({MESSAGE("rules", "Take %1 bytes"), std::to_string(leastBytes)},
             balancer->table.set("header_buffer", std::to_string(leastBytes)));
}

}

extern const Rule headers_of_federated_logins{
    .id = "headers-of-federated-logins",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Headers too long for the balancer"),
    .why =
        MESSAGE("rules", "Tokens of the identity provider travel in request lines and cookies. Some people "
                         "log in, and those with many groups do not."),
    .cure = MESSAGE("rules", "Allow 32 KiB for a request line or header."),
    .source = "WSO2 API Manager, production deployment guidelines",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "cp-1"
role = "control-plane"

[load_balancer]
header_buffer = «8192»

[api_manager]
federated_login = true
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "cp-1"
role = "control-plane"

[load_balancer]
header_buffer = 32768

[api_manager]
federated_login = true
)"},
    .check = check};

}
