#include "core/topology/failure.h"

#include "core/model/connections.h"

#include <algorithm>
#include <array>
#include <utility>

namespace arabesque {

namespace {

using Kind = Failure::Kind;
using Tier = NodeRole::Tier;

constexpr std::array<std::pair<std::string_view, Kind>, 8> kinds{{
    {"node", Kind::Node},
    {"host", Kind::Host},
    {"zone", Kind::Zone},
    {"region", Kind::Region},
    {"link", Kind::Link},
    {"balancer", Kind::Balancer},
    {"database", Kind::Database},
    {"dns", Kind::Dns},
}};

std::string_view nameOf(Kind kind) {
    return std::ranges::find(kinds, kind, &std::pair<std::string_view, Kind>::second)->first;
}

class FailureFinder {
public:
    explicit FailureFinder(const Topology& topology)
        : m_topology(topology), m_managed(*topology.value(deploymentToml().loadBalancer.managed)) {}

    /// All of one kind, each once.
    [[nodiscard]] std::vector<Failure> all(Kind kind) const {
        std::vector<Failure> found;
        const auto add = [&](std::string name) {
            const Failure failure{kind, std::move(name)};
            if (!failure.name.empty() && !std::ranges::contains(found, failure)) found.push_back(failure);
        };
        for (std::string& name : names(kind)) add(std::move(name));
        return found;
    }

private:
    using Names = std::vector<std::string>;

    [[nodiscard]] Names names(Kind kind) const {
        switch (kind) {
        case Kind::Node: return nodes();
        case Kind::Host: return hosts();
        case Kind::Zone: return zones();
        case Kind::Region: return regions();
        case Kind::Link: return links();
        case Kind::Balancer: return balancers();
        case Kind::Database: return databases();
        case Kind::Dns: return dns();
        }
        std::unreachable();
    }

    [[nodiscard]] Names nodes() const {
        Names found;
        for (const Node& node : m_topology.nodes) found.push_back(*node.name);
        return found;
    }

    [[nodiscard]] Names hosts() const {
        Names found;
        for (const Node& node : m_topology.nodes)
            if (*node.host != *node.name || std::ranges::count_if(m_topology.nodes, [&](const Node& other) {
                                                return *other.host == *node.host;
                                            }) > 1)
                found.push_back(*node.host);
        return found;
    }

    [[nodiscard]] Names zones() const {
        Names found;
        for (const Region& region : m_topology.regions)
            for (const std::string& zone : *region.zones) found.push_back(*region.name + '/' + zone);
        for (const Node& node : m_topology.nodes)
            if (!node.zone->empty())
                found.push_back((node.region->empty() ? "" : *node.region + '/') + *node.zone);
        return found;
    }

    [[nodiscard]] Names regions() const {
        Names found;
        for (const Region& region : m_topology.regions) found.push_back(*region.name);
        for (const Node& node : m_topology.nodes) found.push_back(*node.region);
        return found;
    }

    [[nodiscard]] Names links() const {
        Names found;
        for (const Connection& connection : connectionsOf(m_topology))
            found.push_back(endName(connection.from) + "->" + endName(connection.to));
        return found;
    }

    [[nodiscard]] std::string endName(End end) const {
        switch (end.kind) {
        case End::Kind::Clients: return "clients";
        case End::Kind::Dns: return "dns";
        case End::Kind::ManagedBalancer: return managedBalancerName(placesOf(m_topology)[end.number]);
        case End::Kind::Node: return *m_topology.nodes[end.number].name;
        case End::Kind::ManagedDatabase: return *m_topology.databases[end.number].name;
        }
        std::unreachable();
    }

    [[nodiscard]] Names balancers() const {
        Names found;
        for (const std::size_t number : m_topology.nodesIn(Tier::Balancer))
            found.push_back(*m_topology.nodes[number].name);
        if (m_managed)
            for (const Connection& connection : connectionsOf(m_topology))
                if (connection.to.kind == End::Kind::ManagedBalancer) found.push_back(endName(connection.to));
        return found;
    }

    [[nodiscard]] Names databases() const {
        Names found;
        for (const Database& database : m_topology.databases) found.push_back(*database.name);
        return found;
    }

    [[nodiscard]] Names dns() const {
        if (!m_topology.has("dns")) return {};
        const auto name = m_topology.value(deploymentToml().dns.name);
        return {name->empty() ? "dns" : *name};
    }

    const Topology& m_topology;
    bool m_managed;
};

std::string listed(const std::vector<Failure>& failures) {
    std::string text;
    for (const Failure& each : failures) text += (text.empty() ? "" : ", ") + each.name;
    return text;
}

/// A zone by its own name, where only one region has it.
Result<Failure> zoneNamed(const std::vector<Failure>& all, std::string_view name) {
    std::vector<Failure> found;
    for (const Failure& each : all)
        if (each.name == name || each.name.ends_with('/' + std::string(name))) found.push_back(each);
    if (found.size() == 1) return found.front();
    if (found.empty())
        return failure(
            {MESSAGE("simulation", "there is no zone '%1'; there are: %2"), std::string(name), listed(all)});
    return failure({MESSAGE("simulation", "zone '%1' is in several regions: name one of %2"),
                    std::string(name), listed(found)});
}

}

std::string toText(const Failure& failure) {
    return std::string(nameOf(failure.kind)) + ':' + failure.name;
}

std::string managedBalancerName(std::string_view place) {
    return place.empty() ? "managed" : std::string(place);
}

Result<Failure> readFailure(const Topology& topology, std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto kind =
        std::ranges::find(kinds, text.substr(0, colon), [](const auto& each) { return each.first; });
    if (colon == std::string_view::npos || kind == kinds.end())
        return failure(
            {MESSAGE("simulation", "'%1' says nothing that can fail: write node:NAME, host:NAME, zone:NAME, "
                                   "region:NAME, link:FROM->TO, balancer:NAME, database:NAME or dns:NAME"),
             std::string(text)});
    const std::string name(text.substr(colon + 1));
    std::vector<Failure> all = FailureFinder(topology).all(kind->second);
    if (kind->second == Kind::Host)   // every node has one, whether or not it is worth listing
        for (const Node& node : topology.nodes)
            if (const Failure host{Kind::Host, *node.host}; !std::ranges::contains(all, host))
                all.push_back(host);
    if (all.empty())
        return failure(
            {MESSAGE("simulation", "Deployment.toml has no %1 that could fail, so there is no '%2'"),
             std::string(kind->first), name});
    if (kind->second == Kind::Zone) return zoneNamed(all, name);
    const Failure wanted{kind->second, name};
    if (std::ranges::contains(all, wanted)) return wanted;
    return failure({MESSAGE("simulation", "there is no %1 '%2'; there are: %3"), std::string(kind->first),
                    name, listed(all)});
}

std::vector<Failure> failuresOf(const Topology& topology) {
    std::vector<Failure> found;
    for (const auto& [name, kind] : kinds) {
        std::vector<Failure> some = FailureFinder(topology).all(kind);
        std::ranges::move(some, std::back_inserter(found));
    }
    return found;
}

}
