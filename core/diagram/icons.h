#pragma once

#include "core/diagram/diagram.h"

#include <string_view>

namespace arabesque {

/// The drawing of what a box is: an SVG path on a square of iconSize, to be stroked with round ends.
[[nodiscard]] std::string_view iconPath(const Box& box);
/// The same for the role of a node.
[[nodiscard]] std::string_view iconPath(std::string_view role);

inline constexpr int iconSize = 24;

}
