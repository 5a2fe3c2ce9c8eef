#pragma once

#include "core/rules/deployment_table.h"

#include <optional>
#include <string_view>

namespace arabesque {

/// Bytes of a heap as Java writes it, "2g" or "1024m"; nothing for other text.
[[nodiscard]] std::optional<double> heapBytes(std::string_view heap);

/// The entry of a component.
[[nodiscard]] DeploymentTable componentTable(const Checked& project, const Component& component);

/// Bytes as a whole number of mebibytes, as Java writes a heap: "1536m".
[[nodiscard]] std::string heapText(double bytes);

}
