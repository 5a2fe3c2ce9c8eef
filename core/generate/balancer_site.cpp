#include "core/generate/balancer_site.h"

#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"
#include "core/model/api_manager.h"
#include "core/model/upstreams.h"

#include <algorithm>

namespace arabesque {

namespace {

Sourced<bool> speaksTls(const Topology& topology, const NodeRole* role) {
    if (auto written = topology.written(deploymentToml().loadBalancer.encryptUpstream))
        return *std::move(written);
    return {role != nullptr && role->protocol == "HTTPS",
            joined({layout("WSO2 API Manager 4.7, default product ports")},
                   reasonsOf(topology, deploymentToml().loadBalancer.encryptUpstream))};
}

/// What decides about ports of the API Manager that are let in beside the usual one.
Origins reasonsOfWaysIn(const Topology& topology) {
    if (!hasApiManager(topology)) return {};
    const auto& keys = deploymentToml().apiManager;
    return joined(topology.value(keys.offset).origins,
                  joined(topology.value(keys.webSocket).origins, topology.value(keys.webSub).origins));
}

/// The first group has the balancer's own port, those after it the port of their servers: roles have different ones.
BalancedGroup groupOf(const Deployment& deployment, const Upstream& upstream, const WayIn& way,
                      const Node& balancer, bool first) {
    const Topology& topology = deployment.topology;
    BalancedGroup group{.name = identifierOf(deployment.workload.jar) + '_' + identifierOf(upstream.role),
                        .role = upstream.role,
                        .keepsClients = way.keepsClients};
    if (!way.name.empty()) group.name += '_' + std::string(way.name);
    std::vector<std::size_t> numbers = upstream.active;
    numbers.insert(numbers.end(), upstream.standby.begin(), upstream.standby.end());
    for (const std::size_t number : numbers) {
        const Node& node = topology.nodes[number];
        if (isFileName(*node.name))
            group.servers.push_back(
                {*node.name, node.host, way.name.empty() ? node.port : way.port, node.state});
    }
    if (group.servers.empty()) return group;
    group.port = first ? balancer.port : group.servers.front().port;
    group.encrypted = speaksTls(topology, findRole(upstream.role));
    return group;
}

}

std::string BalancedServer::address() const {
    const bool isIpv6 = host->contains(':');
    return (isIpv6 ? '[' + *host + ']' : *host) + ':' + std::to_string(*port);
}

Origins BalancedServer::origins() const {
    return joined(joined(host.origins, port.origins), state.origins);
}

std::optional<Sourced<std::string>> BalancerSite::serverName() const {
    return written(deploymentToml().dns.name);
}

bool BalancerSite::isOfItsPlace(std::size_t setting) {
    const auto& balancer = deploymentToml().loadBalancer;
    return setting == balancer.tls.index || setting == balancer.resolvers.index ||
           setting == balancer.trustedProxies.index;
}

std::vector<BalancerSite> balancerSitesOf(const Deployment& deployment) {
    const Topology& topology = deployment.topology;
    std::vector<BalancerSite> sites;
    if (*topology.value(deploymentToml().loadBalancer.managed)) return sites;
    const std::vector<Upstream> upstreams = upstreamsOf(topology);
    for (const std::size_t number : topology.nodesIn(NodeRole::Tier::Balancer)) {
        const Node& balancer = topology.nodes[number];
        if (!isFileName(*balancer.name)) continue;
        BalancerSite site{.node = *balancer.name,
                          .file = identifierOf(deployment.workload.jar),
                          .topology = topology,
                          .engine = balancerEngineOf(topology)};
        for (const Upstream& upstream : upstreams) {
            if (upstream.place != *balancer.region) continue;
            for (const WayIn& way : waysInto(topology, upstream.role)) {
                BalancedGroup group = groupOf(deployment, upstream, way, balancer, site.groups.empty());
                if (!group.servers.empty()) site.groups.push_back(std::move(group));
            }
        }
        if (site.groups.empty()) continue;
        site.origins = joined(joined(deployment.workload.name.origins, reasonsOfBalancers(topology)),
                              joined(reasonsOf(balancer), reasonsOfWaysIn(topology)));
        sites.push_back(std::move(site));
    }
    return sites;
}

}
