#pragma once

#include "core/diagram/diagram.h"

#include <span>
#include <utility>
#include <vector>

namespace arabesque {

enum class Alignment {
    Left,     ///< all below each other, at the leftmost of them
    Top,      ///< all beside each other, at the topmost of them
    Across,   ///< equal gaps from the leftmost to the rightmost
    Down      ///< equal gaps from the topmost to the lowest
};

/// Places for boxes, each with its number in the diagram and in the order of the numbers. Boxes that would come to lie on
/// each other move on, along the line they are brought into.
[[nodiscard]] std::vector<std::pair<std::size_t, Point>> align(const Diagram& diagram,
                                                               std::span<const std::size_t> boxes,
                                                               Alignment how);

}
