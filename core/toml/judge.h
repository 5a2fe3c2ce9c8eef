#pragma once

#include "core/toml/syntax_tree.h"

#include <optional>
#include <string_view>

namespace arabesque::toml {

/// Where and why `text` is no TOML 1.0, as toml++ sees it; nothing when it is. toml++ stops at the first error.
/// Only for text that parse() finds no error in: outside strings and comments toml++ 3.4 meets letters such as 'é'
/// with undefined behaviour.
[[nodiscard]] std::optional<SyntaxError> judge(std::string_view text);

}
