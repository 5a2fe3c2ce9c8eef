#pragma once

#include "core/bundle/bundle.h"
#include "core/generate/artifact.h"
#include "core/text/snapshot.h"

#include <string>
#include <vector>

namespace arabesque {

/// Text of bundle.json: what the bundle was made by and from, and each artifact's checksum and origins.
[[nodiscard]] std::string manifestOf(const std::string& release, const std::vector<std::string>& environments,
                                     const Snapshot& snapshot, const Artifacts& artifacts);

/// Text of bundle.json of a workspace: the packages and the checksum of the bundle.json of each.
[[nodiscard]] std::string manifestOf(const std::vector<std::string>& environments,
                                     const std::vector<PackageBundle>& packages);

}
