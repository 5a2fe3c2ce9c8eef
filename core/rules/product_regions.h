#pragma once

#include "core/model/topology.h"

#include <set>
#include <string>

namespace arabesque {

/// Regions that serve and hold a control plane or all-in-one of the API Manager; those that only stand by are left out.
[[nodiscard]] std::set<std::string> regionsWithControl(const Topology& topology);

/// Whether the API Manager runs in several regions, with everything in each and databases that copy each other.
[[nodiscard]] bool replicatesEverything(const Topology& topology);

/// Whether all but gateways and traffic managers is in one region.
[[nodiscard]] bool hasCentralControl(const Topology& topology);

}
