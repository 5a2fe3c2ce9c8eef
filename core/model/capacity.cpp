#include "core/model/capacity.h"

#include <algorithm>

namespace arabesque {

namespace {

bool inStandbyRegion(const Topology& topology, const Node& node) {
    const Region* region = topology.region(*node.region);
    return region != nullptr && *region->role == "standby";
}

std::int64_t carried(const Node& node) {
    return **node.capacity * *node.replicas;
}

/// What a node loses with a zone: all of it where it stands there, its share where it is spread.
std::int64_t lost(const Node& node, const Region& region, std::string_view zone) {
    if (*node.region != *region.name) return 0;
    if (!node.zone->empty()) return *node.zone == zone ? carried(node) : 0;
    const auto zones = static_cast<std::int64_t>(region.zones->size());
    return **node.capacity * ((*node.replicas + zones - 1) / zones);
}

class CapacityOfRole {
public:
    CapacityOfRole(const Topology& topology, std::string_view role) : m_topology(topology) {
        m_capacity.role = role;
        for (const Node& node : topology.nodes)
            if (node.is(role) && !inStandbyRegion(topology, node))
                (node.isStandby() ? m_standby : m_active).push_back(&node);
    }

    [[nodiscard]] bool isKnown() const {
        const auto declared = [](const Node* node) { return node->capacity.has_value(); };
        return !m_active.empty() && std::ranges::all_of(m_active, declared) &&
               std::ranges::all_of(m_standby, declared);
    }

    RoleCapacity run() {
        std::int64_t largest = 0, copies = 0, spare = 0;
        for (const Node* node : m_active) {
            m_capacity.whole += carried(*node);
            largest = std::max(largest, **node->capacity);
            copies += *node->replicas;
        }
        for (const Node* node : m_standby) spare += carried(*node);
        m_capacity.withoutCopy = copies > 1 ? m_capacity.whole - largest : spare;
        zones();
        return m_capacity;
    }

private:
    void zones() {
        std::size_t number = 0;
        for (const Region& region : m_topology.regions) number += region.zones->size();
        if (number < 2) return;
        for (const Region& region : m_topology.regions)
            for (const std::string& zone : *region.zones) {
                std::int64_t left = m_capacity.whole;
                for (const Node* node : m_active) left -= lost(*node, region, zone);
                if (left > 0 && left < m_capacity.withoutZone.value_or(m_capacity.whole))
                    m_capacity.withoutZone = left, m_capacity.zone = zone;
            }
    }

    const Topology& m_topology;
    std::vector<const Node*> m_active, m_standby;
    RoleCapacity m_capacity;
};

}

std::vector<RoleCapacity> capacitiesOf(const Topology& topology) {
    std::vector<RoleCapacity> capacities;
    for (const NodeRole& role : allRoles()) {
        if (role.tier != NodeRole::Tier::Traffic) continue;
        if (CapacityOfRole of(topology, role.id); of.isKnown()) capacities.push_back(of.run());
    }
    return capacities;
}

std::optional<std::int64_t> capacityIn(const Topology& topology, std::string_view region,
                                       std::string_view role) {
    std::optional<std::int64_t> sum;
    for (const Node& node : topology.nodes) {
        if (!node.is(role) || *node.region != region) continue;
        if (!node.capacity) return std::nullopt;
        sum = sum.value_or(0) + carried(node);
    }
    return sum;
}

}
