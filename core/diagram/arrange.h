#pragma once

#include "core/diagram/elements.h"

namespace arabesque {

/// Gives every box a place: rows by what clients meet first, regions and zones beside each other; and empty frames
/// their corner. Frames are yet to be drawn around.
void arrangeBoxes(Diagram& diagram, const Nesting& nesting);

/// The row of a box among those from clients to data, from 0; several of them may be empty.
[[nodiscard]] std::size_t rowOf(const Box& box);

}
