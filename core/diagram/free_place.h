#pragma once

#include "core/diagram/elements.h"

namespace arabesque {

/// Gives boxes whose turn it is a place that touches no other and makes its frames meet none: in its zone or region,
/// near what it is connected with. `isPlaced` says of each box whether it has its place already.
void findFreePlaces(Diagram& diagram, const Nesting& nesting, std::vector<bool> isPlaced);

}
