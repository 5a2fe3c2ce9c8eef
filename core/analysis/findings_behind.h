#pragma once

#include "core/analysis/analysis.h"

#include <vector>

namespace arabesque {

/// How many diagnostics are about what makes each artifact: a setting behind it, a table around or inside one, or a line
/// of the program. In the order of `analysis.artifacts`.
[[nodiscard]] std::vector<std::size_t> findingsBehind(const Analysis& analysis);

}
