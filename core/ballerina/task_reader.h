#pragma once

#include "core/ballerina/module_scope.h"

namespace arabesque::ballerina {

/// The task of a source whose `main` is annotated with `@cloud:Task`, written just so (c2c 4.0.0, section 5.7).
[[nodiscard]] std::optional<Task> readTask(const ParsedSource& source, std::vector<Diagnostic>& diagnostics);

}
