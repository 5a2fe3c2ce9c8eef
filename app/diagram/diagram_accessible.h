#pragma once

namespace arabesque {

class DiagramView;

/// Shows the parts of a diagram to assistive technology, each with role, name, state, place and actions.
void makeAccessible(DiagramView& view);

}
