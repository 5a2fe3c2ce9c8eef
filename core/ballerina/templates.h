#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace arabesque::ballerina {

/// Offset behind the string that begins with the quote at `begin`: behind its closing quote, or at its line's end.
[[nodiscard]] std::size_t endOfString(std::string_view text, std::size_t begin);

/// Offset behind the closing backtick of the template that begins at `begin`, with expressions, strings and
/// templates nested inside. Nothing when it is not closed.
[[nodiscard]] std::optional<std::size_t> endOfTemplate(std::string_view text, std::size_t begin);

}
