#pragma once

#include "core/model/connections.h"
#include "core/topology/failure.h"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace arabesque {

/// A topology with what follows from it, made once for many questions. Borrows the topology.
struct Wiring {
    explicit Wiring(const Topology& laidOut)
        : topology(laidOut), connections(connectionsOf(laidOut)), places(placesOf(laidOut)) {}

    const Topology& topology;
    std::vector<Connection> connections;
    std::vector<std::string> places;   ///< as placesOf() lists them

    /// Numbers of the nodes that hold a copy of a database.
    [[nodiscard]] std::vector<std::size_t> copiesOf(const Database& database) const;
    /// Zones of the region a node stands in; 0 where it has none.
    [[nodiscard]] std::int64_t zonesAround(const Node& node) const;
    /// Number of the place a node stands in.
    [[nodiscard]] std::size_t placeOf(const Node& node) const;
};

/// What failures take away by themselves, before anything follows from it.
struct Losses {
    std::vector<std::int64_t> copies{};   ///< left of each node
    std::vector<bool> process{};          ///< of each node: a balancer whose program ended
    std::vector<bool>
        packetsDropped{};   ///< of each node: not just its program is gone, its machine or the way to it is
    std::set<std::pair<End, End>> links{};
    std::set<std::size_t> places{};             ///< regions that are lost
    std::set<std::size_t> managedBalancers{};   ///< by place
    std::set<std::size_t> managedDatabases{};
    bool dns = false;

    [[nodiscard]] bool isCut(End from, End to) const { return links.contains({from, to}); }
};

/// Of a node without a zone that has `copies` spread evenly over `zones`: those left after the loss of `lost` zones
/// that hold the most, so copies - ceil(copies / zones) after one.
[[nodiscard]] std::int64_t copiesLeft(std::int64_t copies, std::int64_t zones, std::int64_t lost);

[[nodiscard]] Losses lossesOf(const Wiring& wiring, std::span<const Failure> failures);

}
