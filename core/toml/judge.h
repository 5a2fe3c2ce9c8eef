#pragma once

#include "core/toml/syntax_tree.h"

#include <optional>
#include <string_view>

namespace arabesque::toml {

/// Where and why `text` is no TOML 1.0, as toml++ sees it; nothing when it is. toml++ stops at the first error.
[[nodiscard]] std::optional<SyntaxError> judge(std::string_view text);

}
