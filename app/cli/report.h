#pragma once

#include "app/cli/project.h"

#include <string>

namespace arabesque::cli {

/// The diagnostics of an analysis in the formats of `check`, each ending with a line feed.
[[nodiscard]] std::string textReport(const Analysis& analysis);
[[nodiscard]] std::string jsonReport(const Analysis& analysis);
[[nodiscard]] std::string sarifReport(const Analysis& analysis);
[[nodiscard]] std::string junitReport(const Analysis& analysis);

}
