#include "core/model/upstreams.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace arabesque {

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

std::int64_t copiesOf(const Topology& topology, const std::vector<std::size_t>& numbers) {
    std::int64_t copies = 0;
    for (const std::size_t number : numbers) copies += *topology.nodes[number].replicas;
    return copies;
}

}
