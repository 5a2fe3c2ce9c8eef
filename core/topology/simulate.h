#pragma once

#include "core/topology/failure.h"
#include "core/topology/outcome.h"

#include <span>

namespace arabesque {

/// What serves, who takes over and when, once `failures` happen at the same time to a deployment that is whole.
/// Computed from declared values alone; the same for the same input.
[[nodiscard]] Outcome simulate(const Topology& topology, std::span<const Failure> failures);

}
