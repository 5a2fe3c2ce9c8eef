#pragma once

#include "core/topology/aftermath.h"
#include "core/topology/outcome.h"

#include <span>

namespace arabesque {

/// What happens when, from the failure until everything has taken over, and what follows a repair.
[[nodiscard]] std::vector<Event> timelineOf(const Aftermath& aftermath, std::span<const Detection> detections,
                                            std::span<const Recovery> recoveries);

}
