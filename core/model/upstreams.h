#pragma once

#include "core/model/topology.h"

#include <cstddef>
#include <string>
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

/// Copies that run of nodes with these numbers: each with its replicas.
[[nodiscard]] std::int64_t copiesOf(const Topology& topology, const std::vector<std::size_t>& numbers);

}
