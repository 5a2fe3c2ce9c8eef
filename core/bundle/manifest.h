#pragma once

#include "core/generate/artifact.h"
#include "core/text/snapshot.h"

#include <string>
#include <vector>

namespace arabesque {

/// Text of bundle.json: what the bundle was made by and from, and each artifact's checksum and origins.
[[nodiscard]] std::string manifestOf(const std::string& release, const std::vector<std::string>& environments,
                                     const Snapshot& snapshot, const Artifacts& artifacts);

}
