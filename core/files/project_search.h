#pragma once

#include "core/text/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Whether `folder` holds a Ballerina.toml.
[[nodiscard]] bool isProject(const std::filesystem::path& folder);

/// The name of a file that would be the folder's Ballerina.toml if it were written so: "ballerina.toml".
[[nodiscard]] std::optional<std::string> misnamedManifest(const std::filesystem::path& folder);

/// The folder of the package that the source `file` is a part of; nothing for one that stands alone.
[[nodiscard]] std::optional<std::filesystem::path> packageAround(const std::filesystem::path& file);

/// The documents of the package in `folder`, as paths inside it: TOML files of the folder, sources of the default
/// module, of modules/ and of generated/. Fails when a folder cannot be read or holds more than 10,000 sources.
[[nodiscard]] Result<std::vector<std::string>> documentsOf(const std::filesystem::path& folder);

/// The folder with Ballerina.toml that lies the fewest levels below `folder`, relative to it; by name among equals.
/// Looks at five levels and 10,000 folders at most.
[[nodiscard]] std::optional<std::filesystem::path> nearestProjectBelow(const std::filesystem::path& folder);

/// The packages a workspace's Ballerina.toml names; nothing when `toml` has no [workspace], or a [package] too.
/// Reads as much TOML as that takes: this folder knows none.
[[nodiscard]] std::optional<std::vector<std::string>> workspacePackages(std::string_view toml);

/// The folder of a package in its workspace, however it is named there: "teams/billing" for "./teams/billing/".
[[nodiscard]] std::string packageFolder(const std::string& package);

}
