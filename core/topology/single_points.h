#pragma once

#include "core/topology/failure.h"

#include <vector>

namespace arabesque {

/// Failures after which nobody takes over.
struct CutSet {
    std::vector<Failure> failures{};
    bool data = false;      ///< clients are served no more
    bool control = false;   ///< the control path is lost
};

/// Every single node, shared machine, zone, region, balancer or DNS name that the deployment cannot lose; with `pairs`
/// also every two of them that it cannot lose together. One copy of several is none, and neither is what the cloud
/// keeps available.
[[nodiscard]] std::vector<CutSet> cutSetsOf(const Topology& topology, bool pairs = false);

}
