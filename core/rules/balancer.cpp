#include "core/rules/balancer.h"

#include <algorithm>

namespace arabesque {

bool Balancer::hasChoice() const {
    return std::ranges::any_of(upstreams, [](const Upstream& each) { return each.size() > 1; });
}

Place Balancer::placeOf(std::string_view key) const {
    return table.find(key) != nullptr ? table.place(key) : place;
}

Severity Balancer::severityOf(std::string_view key) const {
    return table.find(key) != nullptr ? Severity::Warning : Severity::Info;
}

std::optional<Balancer> balancerOf(const Checked& project) {
    const Topology& topology = project.deployment.topology;
    const std::vector<std::size_t> nodes = topology.nodesIn(NodeRole::Tier::Balancer);
    const DeploymentTable table = balancerTable(project);
    if (nodes.empty() && !table.isWritten()) return std::nullopt;
    return Balancer{balancerEngineOf(topology),
                    topology,
                    table,
                    table.isWritten() ? table.place() : nodeTable(project, nodes.front()).place(),
                    *topology.value(deploymentToml().loadBalancer.managed),
                    upstreamsOf(topology)};
}

std::optional<Balancer> ownBalancerOf(const Checked& project) {
    auto balancer = balancerOf(project);
    if (balancer && balancer->managed) return std::nullopt;
    return balancer;
}

}
