#pragma once

#include "core/analysis/analysis.h"

#include <map>
#include <string>

namespace arabesque {

/// Settings of a document whose value something else takes the place of, by field path, and what that is: an environment
/// variable of Cloud.toml for a configurable, the target asked for instead of the build option.
[[nodiscard]] std::map<std::string, Message, std::less<>> overridesOf(const Analysis& analysis,
                                                                      std::string_view document);

}
