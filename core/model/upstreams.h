#pragma once

#include "core/model/topology.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Servers of one role that the balancers of one place choose from, by their numbers.
struct Upstream {
    std::string place;   ///< name of a region; empty: of none
    std::string role;
    std::vector<std::size_t> active{}, standby{};

    [[nodiscard]] std::size_t size() const { return active.size() + standby.size(); }
    [[nodiscard]] std::size_t first() const { return active.empty() ? standby.front() : active.front(); }
};

/// All of them, in the order of their first servers; none where a place has no balancer.
[[nodiscard]] std::vector<Upstream> upstreamsOf(const Topology& topology);

/// What of the servers of a role clients are let to: portals, APIs, web sockets.
struct WayIn {
    std::string_view name{};         ///< "websocket"; empty: at the port that nodes are written with
    Sourced<std::int64_t> port{};    ///< of the servers, where it has a name
    bool keepsClients = true;        ///< its sessions live in the server that began them
    std::vector<Origin> origins{};   ///< why it is there
};

/// In order; the first has no name. APIs and web sockets of the API Manager keep nothing of a client; portals do, and so
/// may a program (WSO2 API Manager 4.7, load balancer configuration). Ports that carry events are no way in.
[[nodiscard]] std::vector<WayIn> waysInto(const Topology& topology, std::string_view role);

/// The port at which a balancer of `place` lets clients to a role, and to one of its ways in: the first that is there has
/// the balancer's own, others that of their servers. 0 where none does.
[[nodiscard]] Sourced<std::int64_t> portInFront(const Topology& topology, std::string_view place,
                                                std::string_view role, std::string_view way = {});

/// Copies that run of nodes with these numbers: each with its replicas.
[[nodiscard]] std::int64_t copiesOf(const Topology& topology, const std::vector<std::size_t>& numbers);

}
