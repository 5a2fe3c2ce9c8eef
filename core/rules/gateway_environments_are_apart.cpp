#include "core/model/api_manager.h"
#include "core/rules/balancer.h"

#include <algorithm>

namespace arabesque {

namespace {

const GatewayEnvironment* environmentOf(const std::vector<GatewayEnvironment>& all, std::size_t node) {
    const auto found = std::ranges::find_if(
        all, [&](const GatewayEnvironment& each) { return each.gateways.contains(node); });
    return found == all.end() ? nullptr : &*found;
}

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer) return;
    const auto environments = gatewayEnvironmentsOf(balancer->topology);
    for (const Upstream& upstream : balancer->upstreams) {
        if (upstream.role != "gateway") continue;
        std::vector<std::size_t> servers = upstream.active;
        std::ranges::copy(upstream.standby, std::back_inserter(servers));
        const GatewayEnvironment* first = environmentOf(environments, servers.front());
        for (const std::size_t number : servers) {
            const GatewayEnvironment* own = environmentOf(environments, number);
            if (own == first || own == nullptr || first == nullptr) continue;
            const Node& node = balancer->topology.nodes[number];
            findings.at(nodeTable(project, number).place("gateway_environment"))
                .say({MESSAGE("rules",
                              "'%1' serves '%2' and '%3' serves '%4', and the balancer in front of both "
                              "hands a call to either"),
                      *node.name, *own->name, *balancer->topology.nodes[servers.front()].name, *first->name});
            break;
        }
    }
}

}

extern const Rule gateway_environments_are_apart{
    .id = "gateway-environments-are-apart",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Gateways of two environments behind one balancer"),
    .why = MESSAGE("rules", "Every second call reaches a gateway that does not have its API, and gets 404."),
    .cure = MESSAGE("rules", "Put the gateways of an environment into a region with balancers of its own."),
    .source = "WSO2 API Manager 4.7, gateway_labels",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "gateway-1"
role = "gateway"

[[node]]
name = "gateway-2"
role = "gateway"
gateway_environment = «"Partners"»

[load_balancer]
engine = "haproxy"

[[api_manager.environment]]
name = "Public"

[[api_manager.environment]]
name = "Partners"
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "gateway-1"
role = "gateway"

[[node]]
name = "gateway-2"
role = "gateway"

[load_balancer]
engine = "haproxy"

[[api_manager.environment]]
name = "Public"

[[api_manager.environment]]
name = "Partners"
)"},
    .check = check};

}
