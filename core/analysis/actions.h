#pragma once

#include "core/analysis/analysis.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace arabesque {

/// What may be done on the line of a source where `offset` stands, without anything being wrong there
/// (c2c 4.0.0, section 4.5): a configurable is added to Cloud.toml as an environment variable, a resource as a probe.
/// Only for Kubernetes, and where there is a Cloud.toml.
[[nodiscard]] std::vector<Fix> actionsAt(const Analysis& analysis, std::string_view file, std::size_t offset);

}
