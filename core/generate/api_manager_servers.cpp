#include "core/generate/api_manager_servers.h"

#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

constexpr std::array<std::string_view, 5> order{"all-in-one", "control-plane", "key-manager",
                                                "traffic-manager", "gateway"};

auto placeInOrder(const ApiManagerServer& server) {
    return std::ranges::find(order, *server.node.role);
}

}

Sourced<std::string> ApiManagerServer::home() const {
    const auto folder = topology.value(deploymentToml().apiManager.folder);
    return {*folder + '/' + *node.name, joined(folder.origins, node.name.origins)};
}

Origins ApiManagerServer::reasons(const char* specification) const {
    return joined(joined({layout(specification)}, reasonsOf(node)),
                  topology.value(deploymentToml().targets).origins);
}

std::vector<ApiManagerServer> apiManagerServersOf(const Topology& topology) {
    const auto release = topology.value(deploymentToml().apiManagerVersion);
    std::vector<ApiManagerServer> servers;
    for (ApiManagerInstance& instance : apiManagerInstancesOf(topology)) {
        const Node& node = topology.nodes[instance.node];
        if (!isFileName(*node.name)) continue;
        const Sourced<std::string> own{node.version->empty() ? *release : *node.version,
                                       joined(node.version.origins, release.origins)};
        servers.push_back({.topology = topology,
                           .node = node,
                           .instance = std::move(instance),
                           .release = own,
                           .program = apiManagerProgramOf(*own, *node.role)});
    }
    std::vector<const ApiManagerServer*> sorted;
    for (const ApiManagerServer& each : servers) sorted.push_back(&each);
    std::ranges::stable_sort(sorted, {}, [](const ApiManagerServer* each) { return placeInOrder(*each); });
    std::vector<ApiManagerServer> result;
    for (const ApiManagerServer* each : sorted) result.push_back(*each);
    return result;
}

Sourced<std::string> gatewayHostOf(const ApiManagerServer& server) {
    Origins why;
    for (const GatewayEnvironment& each : gatewayEnvironmentsOf(server.topology)) {
        why = joined(std::move(why), joined(each.host.origins, each.gateways.origins));
        if (!each.gateways.contains(server.node.number)) continue;
        if (!each.host->empty()) return {*each.host, why};
        const auto name = server.topology.value(deploymentToml().dns.name);
        why = joined(std::move(why), name.origins);
        if (!name->empty()) return {*name, why};
        break;
    }
    return {*server.node.host, joined(std::move(why), server.node.host.origins)};
}

}
