#include "core/model/api_manager.h"

#include "core/model/upstreams.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace arabesque {

namespace {

using Numbers = std::vector<std::size_t>;
using Text = Sourced<std::string>;

void append(std::vector<Origin>& all, const std::vector<Origin>& more) {
    for (const Origin& each : more)
        if (!std::ranges::contains(all, each)) all.push_back(each);
}

const auto& keys() {
    return deploymentToml().apiManager;
}

Numbers in(const Topology& topology, std::string_view region, Numbers numbers) {
    std::erase_if(numbers, [&](std::size_t n) { return *topology.nodes[n].region != region; });
    return numbers;
}

/// Who is chosen follows from what every node is, and from where those of the product are.
std::vector<Origin> reasonsOfChoice(const Topology& topology) {
    std::vector<Origin> all;
    for (const Node& node : topology.nodes) {
        append(all, node.role.origins);
        if (isApiManager(node)) append(all, node.region.origins);
    }
    append(all, topology.value(keys().shape).origins);
    for (const Region& region : topology.regions) append(all, region.role.origins);
    return all;
}

bool isCentral(const Topology& topology) {
    return *topology.value(keys().shape) == "central-control-plane";
}

/// Of the central control plane: the primary one where it has any, else that of the first.
std::string mainRegionOf(const Topology& topology, const Numbers& control) {
    for (const Region& region : topology.regions)
        if (*region.role == "primary" && !in(topology, *region.name, control).empty()) return *region.name;
    return control.empty() ? std::string() : *topology.nodes[control.front()].region;
}

Numbers nearest(const Topology& topology, const Node& asking, const Numbers& numbers) {
    Numbers near = in(topology, *asking.region, numbers);
    return near.empty() ? numbers : near;
}

std::string_view hubRoleOf(const Topology& topology) {
    return topology.nodesOf("control-plane").empty() ? "all-in-one" : "control-plane";
}

/// The two numbers of a release that decide: "4.5" of "4.5.0".
std::pair<int, int> numbersOf(std::string_view release) {
    std::pair<int, int> numbers{};
    const char* const end = release.data() + release.size();
    const auto major = std::from_chars(release.data(), end, numbers.first);
    if (major.ptr != end && *major.ptr == '.') std::from_chars(major.ptr + 1, end, numbers.second);
    return numbers;
}

struct RoleProgram {
    std::string_view role;
    ApiManagerProgram separate, profiled;
};
constexpr std::array<RoleProgram, 5> programs{{
    {"all-in-one", {"wso2am", "api-manager.sh", "", "default"}, {"wso2am", "api-manager.sh", "", "default"}},
    {"control-plane",
     {"wso2am-acp", "api-cp.sh", "", "default"},
     {"wso2am", "api-manager.sh", "control-plane", "control-plane"}},
    {"gateway",
     {"wso2am-universal-gw", "gateway.sh", "", "default"},
     {"wso2am", "api-manager.sh", "gateway-worker", "gateway-worker"}},
    {"traffic-manager",
     {"wso2am-tm", "traffic-manager.sh", "", "default"},
     {"wso2am", "api-manager.sh", "traffic-manager", "traffic-manager"}},
    {"key-manager",
     {"wso2am-acp", "key-manager.sh", "", "default"},
     {"wso2am", "api-manager.sh", "api-key-manager", "default"}},
}};

/// Addresses that a group of balancers is found at: where it moves, else the first one's own.
Text balancerHostOf(const Topology& topology, std::string_view place) {
    Text host;
    if (const Region* region = topology.region(place)) {
        append(host.origins, region->vip.origins);
        if (!region->vip->empty()) host.value = *region->vip;
    }
    const auto vip = topology.value(deploymentToml().vip.address);
    append(host.origins, vip.origins);
    if (host.value.empty()) host.value = *vip;
    if (!host.value.empty()) return host;
    for (const std::size_t number : topology.nodesIn(NodeRole::Tier::Balancer)) {
        const Node& balancer = topology.nodes[number];
        if (*balancer.region != place) continue;
        append(host.origins, balancer.host.origins);
        host.value = *balancer.host;
        break;
    }
    return host;
}

}

bool hasOwnDistributions(std::string_view release) {
    return numbersOf(release) >= std::pair(4, 5);
}

ApiManagerProgram apiManagerProgramOf(std::string_view release, std::string_view role) {
    const auto* const found = std::ranges::find(programs, role, &RoleProgram::role);
    const RoleProgram& program = found == programs.end() ? programs.front() : *found;
    return hasOwnDistributions(release) ? program.separate : program.profiled;
}

bool isApiManager(const Node& node) {
    return node.kind() != nullptr && node.kind()->product == "api-manager";
}

bool hasApiManager(const Topology& topology) {
    return std::ranges::any_of(topology.nodes, isApiManager);
}

bool ChosenNodes::contains(std::size_t number) const {
    return std::ranges::contains(numbers, number);
}

Numbers askedOf(const Topology& topology, const Node& asking, std::string_view role) {
    const Numbers all = topology.nodesOf(role);
    const bool regional = role == "traffic-manager" || asking.is(role);
    if (isCentral(topology) && !regional) {
        const Numbers control = topology.nodesOf(hubRoleOf(topology));
        Numbers main = in(topology, mainRegionOf(topology, control), all);
        if (!main.empty()) return main;
    }
    return nearest(topology, asking, all);
}

std::vector<ApiManagerInstance> apiManagerInstancesOf(const Topology& topology) {
    std::vector<ApiManagerInstance> instances;
    const std::string_view hubRole = hubRoleOf(topology);
    const bool ownTrafficManagers = !topology.nodesOf("traffic-manager").empty();
    const bool ownKeyManagers = !topology.nodesOf("key-manager").empty();
    const std::vector<Origin> why = reasonsOfChoice(topology);
    for (const Node& node : topology.nodes) {
        if (!isApiManager(node)) continue;
        const auto asked = [&](std::string_view role) {
            return ChosenNodes{askedOf(topology, node, role), why};
        };
        ApiManagerInstance instance{.node = node.number, .hubs = asked(hubRole)};
        instance.hasOwnTrafficManager = ownTrafficManagers && !node.is("all-in-one");
        instance.trafficManagers = instance.hasOwnTrafficManager ? asked("traffic-manager") : instance.hubs;
        instance.keyManagers = ownKeyManagers ? asked("key-manager") : instance.hubs;
        instance.peers = {in(topology, *node.region, topology.nodesOf(*node.role)), why};
        std::erase(instance.peers.numbers, node.number);
        instance.otherRegions.origins = why;
        for (const std::size_t other : topology.nodesOf(hubRole))
            if (node.is(hubRole) && !isCentral(topology) && *topology.nodes[other].region != *node.region)
                instance.otherRegions.numbers.push_back(other);
        instances.push_back(std::move(instance));
    }
    return instances;
}

std::vector<GatewayEnvironment> gatewayEnvironmentsOf(const Topology& topology) {
    const auto& environment = deploymentToml().gatewayEnvironment;
    std::vector<GatewayEnvironment> all;
    for (std::size_t i = 0; i < topology.count(environment.all); ++i)
        all.push_back({.name = topology.value(environment.name, i),
                       .type = topology.value(environment.type, i),
                       .host = topology.value(environment.host, i),
                       .inConsole = topology.value(environment.inConsole, i)});
    const Origin absent{Origin::Kind::Default, "Deployment.toml", "api_manager.environment", {}};
    if (all.empty())
        all.push_back({.name = {"Default", {absent}},
                       .type = {"hybrid", {absent}},
                       .host = {"", {absent}},
                       .inConsole = {true, {absent}}});
    const Numbers gateways = topology.nodesOf("gateway");
    const Numbers servers = gateways.empty() ? topology.nodesOf("all-in-one") : gateways;
    std::vector<Origin> why = reasonsOfChoice(topology);
    for (const std::size_t number : servers) append(why, topology.nodes[number].gatewayEnvironment.origins);
    for (const GatewayEnvironment& each : all) append(why, each.name.origins);
    bool first = true;
    for (GatewayEnvironment& each : all) {
        each.gateways.origins = why;
        for (const std::size_t number : servers) {
            const std::string& named = *topology.nodes[number].gatewayEnvironment;
            if (named.empty() ? first : named == *each.name) each.gateways.numbers.push_back(number);
        }
        first = false;
    }
    return all;
}

Text ServerAddress::text() const {
    const bool isIpv6 = host->contains(':');
    Text text{(isIpv6 ? '[' + *host + ']' : *host) + ':' + std::to_string(*port), host.origins};
    append(text.origins, port.origins);
    return text;
}

Text ServerAddress::url(std::string_view scheme, std::string_view path) const {
    Text url = text();
    url.value = std::string(scheme) + "://" + url.value + std::string(path);
    return url;
}

ServerAddress apiManagerAddress(const Topology& topology, std::size_t node, std::int64_t port) {
    const auto offset = topology.value(keys().offset);
    return {topology.nodes[node].host, {port + *offset, offset.origins}};
}

ServerAddress sharedAddress(const Topology& topology, const ChosenNodes& nodes) {
    if (nodes.empty()) return {};
    const std::size_t first = nodes.numbers.front();
    ServerAddress direct = apiManagerAddress(topology, first, ApiManagerPorts::servlet);
    append(direct.host.origins, nodes.origins);
    if (nodes.numbers.size() == 1) return direct;
    const Node& node = topology.nodes[first];
    const auto& balancer = deploymentToml().loadBalancer;
    const auto tls = topology.value(balancer.tls);
    const auto mode = topology.value(balancer.mode);
    Sourced<std::int64_t> port = portInFront(topology, *node.region, *node.role);
    append(port.origins, tls.origins);
    append(port.origins, mode.origins);
    Text host = balancerHostOf(topology, *node.region);
    if (*topology.value(balancer.managed)) {
        const Text known = portalHostOf(topology, node);
        host = {*known == *node.host ? std::string() : *known, known.origins};
    }
    append(host.origins, nodes.origins);
    append(direct.host.origins, port.origins);
    append(direct.host.origins, host.origins);
    const bool usable = *port != 0 && !host->empty() && (*tls || *mode == "tcp");
    return usable ? ServerAddress{std::move(host), std::move(port)} : direct;
}

Text portalHostOf(const Topology& topology, const Node& node) {
    if (const auto written = topology.written(keys().host)) return *written;
    std::vector<Origin> why = topology.value(keys().host).origins;
    const auto name = topology.value(deploymentToml().dns.name);
    append(why, name.origins);
    if (!name->empty()) return {*name, std::move(why)};
    append(why, node.host.origins);
    return {*node.host, std::move(why)};
}

std::optional<Sourced<std::int64_t>> proxyPortOf(const Topology& topology, const Node& node) {
    if (auto written = topology.written(keys().proxyPort)) return written;
    Sourced<std::int64_t> port = portInFront(topology, *node.region, *node.role);
    append(port.origins, topology.value(keys().proxyPort).origins);
    if (*port == 0) return std::nullopt;
    return port;
}

}
