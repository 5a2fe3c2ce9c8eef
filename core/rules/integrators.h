#pragma once

#include "core/rules/deployment_table.h"

namespace arabesque {

/// Copies of the Micro Integrator that run.
[[nodiscard]] std::int64_t integratorCopies(const Topology& topology);

}
