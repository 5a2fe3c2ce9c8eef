#include "core/rules/balancer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace arabesque {

namespace {

/// "1.27.3" as three numbers; what is missing or no number is 0.
std::array<int, 3> numbersOf(std::string_view release) {
    std::array<int, 3> numbers{};
    for (int& number : numbers) {
        const auto [end, error] = std::from_chars(release.data(), release.data() + release.size(), number);
        if (error != std::errc()) break;
        release.remove_prefix(static_cast<std::size_t>(end - release.data()));
        if (release.starts_with('.')) release.remove_prefix(1);
    }
    return numbers;
}

}

bool Balancer::hasRelease(std::string_view least) const {
    return isPlus() || (isNginx() && numbersOf(release) >= numbersOf(least));
}

bool Balancer::knowsCookies() const {
    return !isNginx() || hasRelease(firstWithSticky);
}

bool Balancer::knowsResolve() const {
    return !isNginx() || hasRelease(firstWithResolve);
}

bool Balancer::knowsLeastTime() const {
    return isNginx() && hasRelease(firstWithLeastTime);
}

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
    const auto& keys = deploymentToml().loadBalancer;
    return Balancer{.topology = topology,
                    .table = table,
                    .place = table.isWritten() ? table.place() : nodeTable(project, nodes.front()).place(),
                    .managed = *topology.value(keys.managed),
                    .engine = *topology.value(keys.engine),
                    .release = *topology.value(deploymentToml().nginxVersion),
                    .upstreams = upstreamsOf(topology)};
}

std::optional<Balancer> ownBalancerOf(const Checked& project) {
    auto balancer = balancerOf(project);
    if (balancer && balancer->managed) return std::nullopt;
    return balancer;
}

}
