#pragma once

#include "core/import/import.h"

#include <span>
#include <string>

namespace arabesque::cli {

/// Proposals, wrong forms and what was not understood, file by file, and the change of the project as a patch.
[[nodiscard]] std::string importText(std::span<const ImportResult> results, std::string_view patch);
[[nodiscard]] std::string importJson(std::span<const ImportResult> results);

}
