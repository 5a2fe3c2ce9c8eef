#pragma once

#include "core/model/topology.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Requests per second that the copies of one role carry, as their nodes declare it.
struct RoleCapacity {
    std::string role;
    std::int64_t whole = 0;
    std::int64_t withoutCopy = 0;   ///< the largest one is lost; standbys count where no active copy is left
    std::optional<std::int64_t>
        withoutZone{};   ///< of several zones the one that carries most is lost, and something is left
    std::string zone{};
};

/// Of each role that serves clients; those with a node whose capacity is not known are left out. Standby regions do not
/// count.
[[nodiscard]] std::vector<RoleCapacity> capacitiesOf(const Topology& topology);

/// What all copies of a role in a region carry, standbys too; nothing where it is not known.
[[nodiscard]] std::optional<std::int64_t> capacityIn(const Topology& topology, std::string_view region,
                                                     std::string_view role);

}
