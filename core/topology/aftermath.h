#pragma once

#include "core/topology/survival.h"

#include <optional>
#include <string_view>
#include <vector>

namespace arabesque {

/// A deployment before and after failures. Borrows what it is made of.
struct Aftermath {
    const Wiring& wiring;
    std::span<const Failure> failures;
    Survival before{}, after{};

    [[nodiscard]] const Topology& topology() const { return wiring.topology; }
    [[nodiscard]] const Node& node(std::size_t number) const { return wiring.topology.nodes[number]; }
    /// Whether a node served, and it, some of its copies or the way to it failed by themselves.
    [[nodiscard]] bool isLost(std::size_t node) const;
    /// Whether the way to a server is cut, wherever requests come from.
    [[nodiscard]] bool isUnreachable(std::size_t node) const;
    /// Whether clients are not served until a standby has taken over: without it they would never be.
    [[nodiscard]] bool isInterruptedFor(std::size_t standby) const;
    /// Whether a node serves that did not before.
    [[nodiscard]] bool isNew(std::size_t node) const;
    /// Places that served and do not any more.
    [[nodiscard]] std::vector<std::size_t> lostPlaces() const;
    [[nodiscard]] bool isLostPlace(std::size_t place) const;
    /// Whether requests of a place that is lost go to another one.
    [[nodiscard]] bool movesAway(std::size_t place) const;
    /// Nodes of a role in the same place that served before.
    [[nodiscard]] std::vector<std::size_t> peersOf(std::size_t node) const;
    /// Peers of a node, or standbys of its group, that serve now.
    [[nodiscard]] std::vector<std::size_t> heirsOf(std::size_t node) const;
    /// Requests per second that one balancer of the place gets at the peak; nothing where no peak is declared.
    [[nodiscard]] std::optional<double> rateAtBalancer(std::size_t place) const;
    /// Databases that a standby took over, with its node, each once.
    [[nodiscard]] std::vector<std::pair<const Database*, std::size_t>> promotions() const;
};

[[nodiscard]] Aftermath aftermathOf(const Wiring& wiring, std::span<const Failure> failures);

/// Whether Kubernetes runs the copies of a node.
[[nodiscard]] bool isOnKubernetes(const Topology& topology, const Node& node);

/// Whether the balancers ask servers by themselves: the engine can, and it is declared.
[[nodiscard]] bool checksActively(const Topology& topology);

}
