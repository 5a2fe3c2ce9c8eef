#include "core/rules/balancer.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

/// Events, and where events are sent to (WSO2 API Manager 4.7, default product ports).
constexpr std::array<std::int64_t, 4> brokerPorts{5672, 8672, 9611, 9711};
constexpr std::array<std::string_view, 3> brokers{"control-plane", "traffic-manager", "all-in-one"};

bool isBroker(std::int64_t port) {
    return std::ranges::contains(brokerPorts, port);
}

void checkLinks(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Link& link : topology.links) {
        const Node* to = topology.node(*link.to);
        if (to == nullptr || !to->isIn(NodeRole::Tier::Balancer) || !link.port || !isBroker(**link.port))
            continue;
        const DeploymentTable table(project, {"link", link.number});
        auto finding = findings.at(table.place("to"));
        finding.say(
            {MESSAGE("rules", "events on port %1 go to each server by itself, and '%2' would choose one "
                              "of them: the others never hear of it"),
             std::to_string(**link.port), *link.to});
        for (const Node& node : topology.nodes)
            if (std::ranges::contains(brokers, *node.role) && *node.name != *link.from)
                finding.fix({MESSAGE("rules", "Link to '%1'"), *node.name},
                            table.set("to", toml::quoted(*node.name)));
    }
}

void checkServers(const Checked& project, const Balancer& balancer, Findings& findings) {
    for (const Upstream& upstream : balancer.upstreams) {
        const NodeRole* role = findRole(upstream.role);
        if (role == nullptr || role->product != "api-manager") continue;
        for (const std::size_t number : upstream.active) {
            const DeploymentTable table = nodeTable(project, number);
            const std::int64_t port = *balancer.topology.nodes[number].port;
            if (table.find("port") == nullptr || !isBroker(port)) continue;
            findings.at(table.place("port"))
                .say({MESSAGE("rules",
                              "the balancer would hand on port %1, which takes events: each sender has "
                              "to reach each server by its own address"),
                      std::to_string(port)})
                .fix({MESSAGE("rules", "Serve on port %1"), std::to_string(role->port)},
                     table.set("port", std::to_string(role->port)));
        }
    }
}

void check(const Checked& project, Findings& findings) {
    checkLinks(project, findings);
    if (const auto balancer = balancerOf(project)) checkServers(project, *balancer, findings);
}

}

extern const Rule broker_ports_are_not_balanced{
    .id = "broker-ports-are-not-balanced",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Events through a balancer"),
    .why = MESSAGE("rules", "Gateways subscribe at every control plane and publish to every traffic manager. "
                            "Through one balanced address they reach one of them; the rest count and revoke "
                            "without knowing."),
    .cure = MESSAGE("rules", "Use the address of each server for 5672, 9611 and 9711."),
    .source = "WSO2 helm-apim 4.7, services of the control plane",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "gateway-1"
role = "gateway"

[[node]]
name = "cp-1"
role = "control-plane"

[[link]]
from = "gateway-1"
to = «"balancer"»
port = 5672
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
name = "cp-1"
role = "control-plane"

[[link]]
from = "gateway-1"
to = "cp-1"
port = 5672
)"},
    .check = check};

}
