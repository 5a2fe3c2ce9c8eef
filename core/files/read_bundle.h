#pragma once

#include "core/files/project_files.h"

#include <filesystem>
#include <string>
#include <vector>

namespace arabesque {

/// The files of an exported bundle, a folder or an archive, by path; contents of folders too. Fails where it cannot be
/// read or has no bundle.json.
[[nodiscard]] Result<std::vector<NewFile>> readBundle(const std::filesystem::path& path);

/// The environments that the bundle.json of a bundle names; none for one of the files as they say.
[[nodiscard]] std::vector<std::string> environmentsIn(const std::vector<NewFile>& files);

}
