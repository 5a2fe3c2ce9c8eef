#pragma once

#include "core/model/topology.h"

#include <compare>
#include <string>
#include <vector>

namespace arabesque {

/// Where a connection begins or ends. What the cloud runs is no node: a managed database counts by its entry, a managed
/// balancer by its region (0 where no region is declared).
struct End {
    enum class Kind { Clients, Dns, ManagedBalancer, Node, ManagedDatabase };
    Kind kind = Kind::Clients;
    std::size_t number = 0;

    friend auto operator<=>(const End&, const End&) = default;
};

/// A way that requests, data or signs of life take, in the direction it is opened.
struct Connection {
    enum class Kind {
        Request,       ///< what clients ask, on its way
        Data,          ///< a server asks its database
        Control,       ///< parts of a product keep each other informed
        Replication,   ///< a copy follows its primary
        Election,      ///< balancers agree on who has the virtual address
        Declared       ///< a [[link]]
    };
    Kind kind = Kind::Request;
    End from{}, to{};
    std::int64_t port = 0;   ///< 0: none, or not known
    std::string protocol{};
    bool required =
        true;   ///< the opener serves no more without any of its connections of this kind to this role
    bool standby = false;   ///< taken only when no other is left
    std::vector<Origin> origins{};
};

/// Names of the regions that hold anything, as managed balancers count them; "" for nodes that stand in none.
[[nodiscard]] std::vector<std::string> placesOf(const Topology& topology);

/// All of them, in order: from clients to data as they follow from roles, then what is declared (roles and their
/// connections: WSO2 API Manager 4.7 and Micro Integrator 4.6 deployment guides; for the rest [[pool]] and [[link]]).
/// Links to names that do not exist are left out.
[[nodiscard]] std::vector<Connection> connectionsOf(const Topology& topology);

/// Whether a node opens connections to a database: a pool says so, else its role.
[[nodiscard]] bool asksDatabase(const Topology& topology, const Node& node, const Database& database);

}
