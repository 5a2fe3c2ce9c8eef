#include "core/model/upstreams.h"

#include <algorithm>

namespace arabesque {

std::vector<Upstream> upstreamsOf(const Topology& topology) {
    const bool managed = *topology.value(deploymentToml().loadBalancer.managed);
    const auto isBalanced = [&](const Node& node) {
        if (!node.isIn(NodeRole::Tier::Traffic) && !node.is("control-plane")) return false;
        return managed || std::ranges::any_of(topology.nodes, [&](const Node& each) {
                   return each.isIn(NodeRole::Tier::Balancer) && *each.region == *node.region;
               });
    };
    std::vector<Upstream> upstreams;
    for (const Node& node : topology.nodes) {
        if (!isBalanced(node)) continue;
        auto found = std::ranges::find_if(upstreams, [&](const Upstream& each) {
            return each.place == *node.region && each.role == *node.role;
        });
        if (found == upstreams.end())
            found = upstreams.insert(found, {.place = *node.region, .role = *node.role});
        (node.isStandby() ? found->standby : found->active).push_back(node.number);
    }
    return upstreams;
}

std::int64_t copiesOf(const Topology& topology, const std::vector<std::size_t>& numbers) {
    std::int64_t copies = 0;
    for (const std::size_t number : numbers) copies += *topology.nodes[number].replicas;
    return copies;
}

}
