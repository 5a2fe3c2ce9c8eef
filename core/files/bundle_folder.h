#pragma once

#include "core/files/project_files.h"

#include <filesystem>
#include <span>
#include <vector>

namespace arabesque {

/// Makes `folder` hold exactly `files`. Replacing a folder deletes what is in it: with `replace` that is done to an
/// earlier bundle, which has a bundle.json, and not where one of the projects itself lies inside; else the call fails.
[[nodiscard]] Result<void> writeBundleFolder(const std::filesystem::path& folder,
                                             const std::vector<NewFile>& files,
                                             std::span<const ProjectPlace> projects, bool replace);

}
