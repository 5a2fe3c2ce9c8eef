#pragma once

#include "core/diagram/diagram.h"
#include "core/text/result.h"

#include <filesystem>

namespace arabesque {

/// Writes the diagram as print wants it, in light colours: SVG and PDF with text as text, PNG at `scale` times 100 %. The
/// ending of the file's name decides. Fails with one sentence where that is none of them, where the picture would be too
/// large, and where the file cannot be written.
[[nodiscard]] Result<void> exportDiagram(const Diagram& diagram, const std::filesystem::path& file,
                                         double scale = 1);

}
