#pragma once

#include "core/topology/aftermath.h"
#include "core/topology/outcome.h"

#include <span>

namespace arabesque {

/// Requests per second that what serves clients carries, as copies are declared to.
[[nodiscard]] Capacity capacityOf(const Aftermath& aftermath);

/// Requests that fail or wait until everything has taken over.
[[nodiscard]] AtRisk requestsAtRisk(const Aftermath& aftermath, std::span<const Detection> detections,
                                    std::span<const Recovery> recoveries);

/// Effects beside the lists: what goes on without a part, and what does not.
[[nodiscard]] std::vector<Message> notesOn(const Aftermath& aftermath);

/// What the outcome rests on, and what has to be declared to know more.
[[nodiscard]] std::vector<Message> assumptionsOf(const Aftermath& aftermath);

}
