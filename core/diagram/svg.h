#pragma once

#include "core/diagram/diagram.h"

#include <string>

namespace arabesque {

/// A diagram as an SVG 1.1 document, in light colours as for print: text stays text, and each part carries its name as
/// its title. Same diagram, same bytes.
[[nodiscard]] std::string toSvg(const Diagram& diagram);

}
