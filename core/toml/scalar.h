#pragma once

#include "core/toml/syntax_tree.h"

#include <string>
#include <string_view>

namespace arabesque::toml {

/// Reads the string, bare or date-time value at the start of `text`. The range counts from `offset`, where
/// `text` stands in its file. Missing when what stands there is no scalar; `error` then says why.
[[nodiscard]] Value readScalar(std::string_view text, std::size_t offset, Message& error);

/// True for characters of bare keys: letters, digits, '_' and '-'.
[[nodiscard]] bool isBareKey(char character);

}
