#include "core/model/upstreams.h"

#include "core/model/api_manager.h"

#include <algorithm>
#include <set>

namespace arabesque {

namespace {

void append(std::vector<Origin>& all, const std::vector<Origin>& more) {
    for (const Origin& each : more)
        if (!std::ranges::contains(all, each)) all.push_back(each);
}

bool isBalanced(const Topology& topology, std::string_view place) {
    return std::ranges::any_of(topology.nodes, [&](const Node& node) {
        return node.isIn(NodeRole::Tier::Balancer) && *node.region == place;
    });
}

/// What gateways let clients to, and all-in-ones where there is none.
void addWaysToApis(const Topology& topology, std::vector<WayIn>& ways) {
    const auto& keys = deploymentToml().apiManager;
    const auto offset = topology.value(keys.offset);
    const auto add = [&](std::string_view name, std::int64_t port, std::vector<Origin> why) {
        append(why, offset.origins);
        ways.push_back({.name = name,
                        .port = {port + *offset, offset.origins},
                        .keepsClients = false,
                        .origins = std::move(why)});
    };
    if (const auto used = topology.value(keys.webSocket); *used)
        add("websocket", ApiManagerPorts::webSocket, used.origins);
    if (const auto used = topology.value(keys.webSub); *used)
        add("websub", ApiManagerPorts::webSub, used.origins);
}

}

std::vector<Upstream> upstreamsOf(const Topology& topology) {
    const bool managed = *topology.value(deploymentToml().loadBalancer.managed);
    std::set<std::string_view> balanced;
    for (const Node& node : topology.nodes)
        if (node.isIn(NodeRole::Tier::Balancer)) balanced.insert(*node.region);
    std::vector<Upstream> upstreams;
    for (const Node& node : topology.nodes) {
        const bool serves = node.isIn(NodeRole::Tier::Traffic) || node.is("control-plane");
        if (!serves || (!managed && !balanced.contains(*node.region))) continue;
        auto found = std::ranges::find_if(upstreams, [&](const Upstream& each) {
            return each.place == *node.region && each.role == *node.role;
        });
        if (found == upstreams.end())
            found = upstreams.insert(found, {.place = *node.region, .role = *node.role});
        (node.isStandby() ? found->standby : found->active).push_back(node.number);
    }
    return upstreams;
}

std::vector<WayIn> waysInto(const Topology& topology, std::string_view role) {
    std::vector<WayIn> ways{{.keepsClients = role != "gateway" && role != "micro-integrator"}};
    if (role == "gateway") addWaysToApis(topology, ways);
    if (role == "all-in-one" && topology.nodesOf("gateway").empty()) {
        const auto offset = topology.value(deploymentToml().apiManager.offset);
        ways.push_back({.name = "apis",
                        .port = {ApiManagerPorts::apis + *offset, offset.origins},
                        .keepsClients = false,
                        .origins = offset.origins});
        addWaysToApis(topology, ways);
    }
    return ways;
}

Sourced<std::int64_t> portInFront(const Topology& topology, std::string_view place, std::string_view role,
                                  std::string_view way) {
    const auto managed = topology.value(deploymentToml().loadBalancer.managed);
    Sourced<std::int64_t> port{0, managed.origins};
    for (const Node& node : topology.nodes) {
        append(port.origins, node.role.origins);
        append(port.origins, node.region.origins);
        append(port.origins, node.state.origins);
    }
    if (!*managed && !isBalanced(topology, place)) return port;
    bool first = true;
    for (const Upstream& upstream : upstreamsOf(topology)) {
        if (upstream.place != place) continue;
        for (const WayIn& each : waysInto(topology, upstream.role)) {
            const bool meant = upstream.role == role && each.name == way;
            if (!meant) {
                first = false;
                continue;
            }
            const auto balancers = topology.nodesIn(NodeRole::Tier::Balancer);
            const auto balancer = std::ranges::find_if(
                balancers, [&](std::size_t number) { return *topology.nodes[number].region == place; });
            const Node& server = topology.nodes[upstream.first()];
            const Sourced<std::int64_t>& own = each.name.empty() ? server.port : each.port;
            if (*managed) {
                port.value = findRole("load-balancer")->port;
            } else if (first && balancer != balancers.end()) {
                port.value = *topology.nodes[*balancer].port;
                append(port.origins, topology.nodes[*balancer].port.origins);
            } else {
                port.value = *own;
                append(port.origins, own.origins);
            }
            append(port.origins, each.origins);
            return port;
        }
    }
    return port;
}

std::int64_t copiesOf(const Topology& topology, const std::vector<std::size_t>& numbers) {
    std::int64_t copies = 0;
    for (const std::size_t number : numbers) copies += *topology.nodes[number].replicas;
    return copies;
}

}
