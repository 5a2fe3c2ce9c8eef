#pragma once

#include "core/rules/rule.h"

#include <string_view>

namespace arabesque {

/// Whether a source imports "ballerinax/prometheus".
[[nodiscard]] bool isImported(const Checked& project, std::string_view module);

/// Adds `import <module> as _;` before the first import of the program's first source, or at its begin.
[[nodiscard]] Result<Edit> addImport(const Checked& project, std::string_view module);

}
