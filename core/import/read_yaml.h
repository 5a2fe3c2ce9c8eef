#pragma once

#include "core/import/imported_file.h"

namespace arabesque {

/// The documents of a YAML text. Fails on text that is none, on nesting nobody writes, and on aliases that would grow
/// into more than anybody writes.
[[nodiscard]] Result<std::vector<TreeNode>> readYaml(std::string_view text);

}
