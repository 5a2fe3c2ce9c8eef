#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace arabesque::measures {

// Sizes in diagram units. Boxes of a row stand `columnGap` apart and rows of one group `rowGap`.
inline constexpr std::int64_t grid = 8;   ///< what a node moves by; all others are multiples of it
inline constexpr std::int64_t boxWidth = 208, boxHeight = 72;
inline constexpr std::int64_t columnGap = 32, rowGap = 24;
inline constexpr std::int64_t tierGap = 80;   ///< between rows of different tiers: room for lines and labels
inline constexpr std::int64_t framePadding = 16, frameHeader = 32, frameGap = 32;
inline constexpr std::int64_t margin = 24;                     ///< around the whole picture
inline constexpr std::int64_t textLeft = 48, textRight = 10;   ///< of a box: the icon stands left of the text
inline constexpr double titleSize = 13, textSize = 11, labelSize = 10.5;
inline constexpr std::int64_t labelHeight = 16;

/// Width of one line of text, estimated: the core has no fonts. A little more than Inter and its usual stand-ins need.
[[nodiscard]] double textWidth(std::string_view utf8, double size);

/// `utf8`, or as much of its beginning as fits, with an ellipsis.
[[nodiscard]] std::string fitted(std::string_view utf8, double size, double width);

}
