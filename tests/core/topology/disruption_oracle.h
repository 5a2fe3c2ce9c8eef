#pragma once

#include "core/topology/disruption.h"

namespace arabesque::tests {

/// The same answers by trying: evicting, replacing and placing pods one by one, in every order.
[[nodiscard]] DrainAnswer drainByTrying(const PodGroup& pods);
[[nodiscard]] RolloutAnswer rolloutByTrying(const PodGroup& pods);
[[nodiscard]] ZoneLossAnswer zoneLossByTrying(const PodGroup& pods);

}
