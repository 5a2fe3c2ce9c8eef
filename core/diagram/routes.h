#pragma once

#include "core/diagram/diagram.h"

namespace arabesque {

/// Draws each line from border to border: straight, or with two bends where another box is in the way and a bend helps.
/// Lines between the same two boxes run side by side. Then finds places for labels, off the boxes and off each other.
void routeLines(Diagram& diagram);

}
