#include "core/topology/losses.h"

#include <algorithm>
#include <optional>

namespace arabesque {

namespace {

using Kind = Failure::Kind;

class LossFinder {
public:
    LossFinder(const Wiring& wiring, std::span<const Failure> failures)
        : m_wiring(wiring), m_topology(wiring.topology), m_failures(failures) {
        for (const Node& node : m_topology.nodes) m_losses.copies.push_back(*node.replicas);
        m_losses.process.resize(m_topology.nodes.size());
        m_losses.packetsDropped.resize(m_topology.nodes.size());
    }

    Losses run() {
        for (const Failure& each : m_failures) take(each);
        for (const Node& node : m_topology.nodes) takeZones(node);
        for (const Failure& each : m_failures)   // last: who takes writes depends on what else is lost
            if (each.kind == Kind::Database) takeDatabase(each.name);
        return std::move(m_losses);
    }

private:
    void take(const Failure& failure) {
        const std::string& name = failure.name;
        switch (failure.kind) {
        case Kind::Node: takeNodes(false, [&](const Node& node) { return *node.name == name; }); break;
        case Kind::Host: takeNodes(true, [&](const Node& node) { return *node.host == name; }); break;
        case Kind::Region:
            takeNodes(true, [&](const Node& node) { return *node.region == name; });
            m_losses.places.insert(placeNamed(name));
            break;
        case Kind::Link: takeLink(name); break;
        case Kind::Balancer: takeBalancer(name); break;
        case Kind::Dns: m_losses.dns = true; break;
        case Kind::Zone:
        case Kind::Database: break;
        }
    }

    template <class Predicate> void takeNodes(bool machine, Predicate isLost) {
        for (const Node& node : m_topology.nodes) {
            if (!isLost(node)) continue;
            m_losses.copies[node.number] = 0;
            if (machine) m_losses.packetsDropped[node.number] = true;
        }
    }

    void takeZones(const Node& node) {
        const std::string prefix = node.region->empty() ? "" : *node.region + '/';
        const auto isLost = [&](const std::string& zone) {
            return std::ranges::contains(m_failures, Failure{Kind::Zone, prefix + zone});
        };
        std::int64_t left = *node.replicas;
        if (!node.zone->empty()) {
            if (isLost(*node.zone)) left = 0;
        } else if (const Region* region = m_topology.region(*node.region)) {
            left = copiesLeft(*node.replicas, m_wiring.zonesAround(node),
                              std::ranges::count_if(*region->zones, isLost));
        }
        if (left == *node.replicas) return;
        m_losses.copies[node.number] = std::min(m_losses.copies[node.number], left);
        m_losses.packetsDropped[node.number] = true;
    }

    void takeDatabase(const std::string& name) {
        const Database& database = *m_topology.database(name);
        if (*database.managed) {
            m_losses.managedDatabases.insert(database.number);
            return;
        }
        const auto alive = [&](std::size_t copy) { return m_losses.copies[copy] > 0; };
        const std::vector<std::size_t> copies = m_wiring.copiesOf(database);
        auto primary = std::ranges::find_if(
            copies, [&](std::size_t copy) { return alive(copy) && !m_topology.nodes[copy].isStandby(); });
        if (primary == copies.end()) primary = std::ranges::find_if(copies, alive);
        if (primary != copies.end()) m_losses.copies[*primary] = 0;
    }

    void takeBalancer(const std::string& name) {
        for (std::size_t place = 0; place < m_wiring.places.size(); ++place)
            if (managedBalancerName(m_wiring.places[place]) == name) m_losses.managedBalancers.insert(place);
        if (const Node* node = m_topology.node(name)) m_losses.process[node->number] = true;
    }

    void takeLink(const std::string& name) {
        const std::size_t arrow = name.find("->");
        const std::string from = name.substr(0, arrow), to = name.substr(arrow + 2);
        for (const Connection& connection : m_wiring.connections)
            if (isCalled(connection.from, from) && isCalled(connection.to, to)) {
                m_losses.links.emplace(connection.from, connection.to);
                if (connection.to.kind == End::Kind::Node)
                    m_losses.packetsDropped[connection.to.number] = true;
            }
    }

    [[nodiscard]] bool isCalled(End end, const std::string& name) const {
        switch (end.kind) {
        case End::Kind::Clients: return name == "clients";
        case End::Kind::Dns: return name == "dns";
        case End::Kind::ManagedBalancer: return name == managedBalancerName(m_wiring.places[end.number]);
        case End::Kind::Node: return name == *m_topology.nodes[end.number].name;
        case End::Kind::ManagedDatabase: return name == *m_topology.databases[end.number].name;
        }
        return false;
    }

    [[nodiscard]] std::size_t placeNamed(const std::string& name) const {
        return static_cast<std::size_t>(std::ranges::find(m_wiring.places, name) - m_wiring.places.begin());
    }

    const Wiring& m_wiring;
    const Topology& m_topology;
    std::span<const Failure> m_failures;
    Losses m_losses;
};

}

std::vector<std::size_t> Wiring::copiesOf(const Database& database) const {
    std::vector<std::size_t> copies = topology.nodesOf("database");
    std::erase_if(copies, [&](std::size_t copy) { return *topology.nodes[copy].database != *database.name; });
    return copies;
}

std::int64_t Wiring::zonesAround(const Node& node) const {
    const Region* region = topology.region(*node.region);
    return region == nullptr ? 0 : static_cast<std::int64_t>(region->zones->size());
}

std::size_t Wiring::placeOf(const Node& node) const {
    return static_cast<std::size_t>(std::ranges::find(places, *node.region) - places.begin());
}

std::int64_t copiesLeft(std::int64_t copies, std::int64_t zones, std::int64_t lost) {
    if (zones == 0) return copies;
    return copies - (lost * (copies / zones) + std::min(lost, copies % zones));
}

Losses lossesOf(const Wiring& wiring, std::span<const Failure> failures) {
    return LossFinder(wiring, failures).run();
}

}
