#pragma once

#include "core/diagram/diagram.h"

namespace arabesque {

/// Boxes, frames and lines of a deployment, all without a place.
[[nodiscard]] Diagram elementsOf(const Topology& topology);

/// Numbers of frames by the boxes and frames in them.
struct Nesting {
    std::vector<std::optional<std::size_t>> ofBox;   ///< the innermost frame around each box
    std::vector<std::optional<std::size_t>> ofFrame;
};

[[nodiscard]] Nesting nestingOf(const Diagram& diagram);

/// Gives each frame the place around what is in it, and the diagram its extent; an empty frame keeps its corner.
void encloseFrames(Diagram& diagram, const Nesting& nesting);

/// Place of an empty frame with its corner there.
[[nodiscard]] Rect emptyFrame(Point corner);

/// Room that a frame takes around a place inside.
[[nodiscard]] Rect framed(const Rect& inside);

}
