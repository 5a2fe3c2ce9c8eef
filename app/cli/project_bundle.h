#pragma once

#include "app/cli/arguments.h"
#include "app/cli/project.h"
#include "core/bundle/bundle.h"

#include <span>
#include <string_view>
#include <vector>

namespace arabesque::cli {

/// Each package of the project as it is deployed in each environment, or as its files say where none is named; the
/// packages in the order of their workspace, of each the environments in theirs. Without secrets.
[[nodiscard]] Result<std::vector<std::vector<Project>>> loadEach(
    const Arguments& arguments, std::span<const std::string_view> environments);

/// The bundle of all of them; takes their artifacts. Of several environments each has a folder of its own; of a workspace
/// each package has, with a whole bundle in it.
[[nodiscard]] Bundle bundleOf(std::vector<std::vector<Project>>& packages);

}
