#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace arabesque {

/// Offset of the first byte that begins no UTF-8 sequence (overlong forms and surrogates are none); npos when
/// all do.
[[nodiscard]] std::size_t firstInvalidUtf8(std::string_view text);

/// Number of code points in valid UTF-8.
[[nodiscard]] std::size_t countCodePoints(std::string_view text);

/// Appends one code point up to U+10FFFF, no surrogate.
void appendUtf8(std::string& text, std::uint32_t point);

}
