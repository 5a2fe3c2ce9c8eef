#pragma once

#include "app/cli/arguments.h"
#include "app/cli/project.h"
#include "core/bundle/bundle.h"

#include <span>
#include <string_view>
#include <vector>

namespace arabesque::cli {

/// The project as it is deployed in each environment, or as its files say where there is none. Without secrets.
[[nodiscard]] Result<std::vector<Project>> loadEach(const Arguments& arguments,
                                                    std::span<const std::string_view> environments);

/// The bundle of all of them; takes their artifacts. Of several environments each has a folder of its own.
[[nodiscard]] Bundle bundleOf(std::vector<Project>& projects);

}
