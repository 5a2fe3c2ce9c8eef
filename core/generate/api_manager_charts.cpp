#include "core/generate/api_manager_charts.h"

#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

struct Chart {
    std::string_view role, name;
};
constexpr std::array<Chart, 5> charts{{{"all-in-one", "wso2am-all-in-one"},
                                       {"control-plane", "wso2am-acp"},
                                       {"key-manager", "wso2am-km"},
                                       {"traffic-manager", "wso2am-tm"},
                                       {"gateway", "wso2am-universal-gw"}}};

Origins reasonsOfReleases(const Topology& topology) {
    Origins why = joined({layout("WSO2 helm-apim 4.7.0-1")}, reasonsOfRoles(topology));
    for (const Node& node : topology.nodes)
        if (isApiManager(node))
            why = joined(std::move(why), joined(node.region.origins, node.replicas.origins));
    for (const Region& region : topology.regions) why = joined(std::move(why), region.name.origins);
    return why;
}

/// Names of the regions that servers stand in, in order.
std::vector<std::string> placesOfServers(const Topology& topology) {
    std::vector<std::string> places;
    for (const Region& region : topology.regions) places.push_back(*region.name);
    for (const Node& node : topology.nodes)
        if (isApiManager(node) && !std::ranges::contains(places, *node.region))
            places.push_back(*node.region);
    return places;
}

}

std::string ApiManagerRelease::chart() const {
    const auto* const found = std::ranges::find(charts, role, &Chart::role);
    return std::string(found == charts.end() ? charts.front().name : found->name);
}

std::string ApiManagerRelease::folder() const {
    const bool several = topology.regions.size() > 1 && isFileName(place);
    return "api-manager/helm/" + (several ? place + '/' : std::string());
}

Sourced<std::int64_t> ApiManagerRelease::copies() const {
    Sourced<std::int64_t> copies{0, origins};
    for (const std::size_t number : nodes) copies.value += *topology.nodes[number].replicas;
    return copies;
}

std::string ApiManagerRelease::podLabel() const {
    return role == "all-in-one" ? chart() + "-am" : chart();
}

std::vector<std::string> ApiManagerRelease::instanceServices() const {
    std::vector<std::string> services;
    const std::int64_t instances = *copies() > 1 ? 2 : 1;
    for (std::int64_t i = 1; i <= instances; ++i)
        services.push_back(role == "all-in-one" ? chart() + "-am-service-" + std::to_string(i)
                                                : chart() + '-' + std::to_string(i) + "-service");
    return services;
}

std::string ApiManagerRelease::sharedService() const {
    return role == "all-in-one" ? chart() + "-am-service" : chart() + "-service";
}

std::vector<ApiManagerRelease> apiManagerReleasesOf(const Topology& topology) {
    std::vector<ApiManagerRelease> releases;
    const Origins why = reasonsOfReleases(topology);
    for (const std::string& place : placesOfServers(topology))
        for (const Chart& chart : charts) {
            std::vector<std::size_t> nodes = topology.nodesOf(chart.role);
            std::erase_if(nodes, [&](std::size_t n) { return *topology.nodes[n].region != place; });
            // regions whose name no folder can have would all land in one
            if (nodes.empty() || (topology.regions.size() > 1 && !isFileName(place))) continue;
            releases.push_back({.topology = topology,
                                .role = std::string(chart.role),
                                .place = place,
                                .nodes = std::move(nodes),
                                .origins = why});
        }
    return releases;
}

Sourced<std::string> apiHostOf(const Topology& topology, const GatewayEnvironment& environment) {
    const auto dns = topology.value(deploymentToml().dns.name);
    const auto all = gatewayEnvironmentsOf(topology);
    const GatewayEnvironment& first = all.front();
    Origins why = joined(joined(environment.host.origins, environment.name.origins),
                         joined(dns.origins, joined(first.host.origins, first.name.origins)));
    if (!environment.host->empty()) return {*environment.host, why};
    const std::string usual = !first.host->empty() ? *first.host : !dns->empty() ? *dns : "api.example.com";
    if (*environment.name == *first.name) return {usual, why};
    std::string label;
    for (const char c : *environment.name)
        label += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : hasOnly({&c, 1}, "") ? c : '-';
    return {label + '.' + usual, why};
}

ApiManagerHosts apiManagerHostsOf(const ApiManagerRelease& release) {
    const Topology& topology = release.topology;
    const auto written = topology.value(deploymentToml().apiManager.host);
    const auto dns = topology.value(deploymentToml().dns.name);
    ApiManagerHosts hosts;
    hosts.portals = {!written->empty() ? *written
                     : !dns->empty()   ? *dns
                                       : "am.example.com",
                     joined(written.origins, dns.origins)};
    const auto environments = gatewayEnvironmentsOf(topology);
    const auto served = std::ranges::find_if(environments, [&](const GatewayEnvironment& each) {
        return std::ranges::any_of(release.nodes, [&](std::size_t n) { return each.gateways.contains(n); });
    });
    hosts.apis = apiHostOf(topology, served == environments.end() ? environments.front() : *served);
    hosts.apis.origins = joined(std::move(hosts.apis.origins), environments.front().gateways.origins);
    const auto below = [&](const char* name, const Sourced<std::string>& host) {
        return Sourced<std::string>{name + ('.' + *host), host.origins};
    };
    hosts.webSocket = below("websocket", hosts.apis);
    hosts.webSub = below("websub", hosts.apis);
    hosts.keyManager = below("keys", hosts.portals);
    return hosts;
}

}
