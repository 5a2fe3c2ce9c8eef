#pragma once

#include "core/topology/aftermath.h"
#include "core/topology/outcome.h"

#include <span>

namespace arabesque {

/// The ways back to service that a change leaves: of regions, of databases, of balancers, of servers. None where
/// nothing takes over.
[[nodiscard]] std::vector<Recovery> recoveriesOf(const Aftermath& aftermath,
                                                 std::span<const Detection> detections);

/// What is lost of each database whose primary is.
[[nodiscard]] std::vector<DataLoss> dataLossesOf(const Aftermath& aftermath);

}
