#pragma once

#include "core/files/project_files.h"

#include <filesystem>
#include <vector>

namespace arabesque {

/// Makes `folder` hold exactly `files`. Replacing a folder deletes what is in it: with `replace` that is done to an
/// earlier bundle, which has a bundle.json, and not where the project itself lies inside; else the call fails.
[[nodiscard]] Result<void> writeBundleFolder(const std::filesystem::path& folder,
                                             const std::vector<NewFile>& files, const ProjectPlace& place,
                                             bool replace);

}
