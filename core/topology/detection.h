#pragma once

#include "core/topology/aftermath.h"
#include "core/topology/outcome.h"

namespace arabesque {

/// When each loss is noticed, by the formulas of the mechanism that has to: NGINX counting failed requests, active
/// checks, keepalived, Kubernetes, DNS checks, heartbeats of the Micro Integrator.
[[nodiscard]] std::vector<Detection> detectionsOf(const Aftermath& aftermath);

}
