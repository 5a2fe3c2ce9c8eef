#pragma once

#include "core/text/message.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// What a node of a deployment is.
struct NodeRole {
    enum class Tier {
        Balancer,   ///< hands requests on
        Traffic,    ///< serves what clients ask
        Control,    ///< manages those; clients are people
        Support,    ///< what control and traffic ask in turn
        Data,       ///< keeps what is durable
        Outside     ///< called, and run by somebody else
    };
    std::string_view id;   ///< as Deployment.toml says it
    MessageText label;
    Tier tier;
    std::int64_t port = 0;   ///< it is asked at by default; 0: depends
    std::string_view protocol;
    std::string_view product;   ///< that it is a part of; empty: of any
};

/// Every role, from the clients' side to the data. Ports are the products' defaults (WSO2 API Manager 4.7, default
/// product ports; Micro Integrator 4.6 with its offset of 10).
[[nodiscard]] std::span<const NodeRole> allRoles();
/// The role of that id, or null.
[[nodiscard]] const NodeRole* findRole(std::string_view id);

/// The port a database engine is asked at by default; 0 for one that is not known.
[[nodiscard]] std::int64_t portOfEngine(std::string_view engine);

}
