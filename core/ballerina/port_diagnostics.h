#pragma once

#include "core/ballerina/module_scope.h"

namespace arabesque::ballerina {

/// What code-to-cloud says about ports (section 4.2), texts as it prints them, with cures.

/// C2C_002 at `expression`. `symbol` is what a name there stands for.
[[nodiscard]] Diagnostic portNotResolved(const ParsedSource& source, TokenRange expression,
                                         const Symbol* symbol);

/// C2C_018, or C2C_002, at a parameter that a listener's class exposes.
[[nodiscard]] Diagnostic exposedPortNotResolved(const Place& place, bool defaultable);

/// C2C_005 and C2C_006 at the declaration of a configurable.
[[nodiscard]] Diagnostic configurablePortWithoutDefault(const ParsedSource& source,
                                                        const VariableDeclaration& variable);
[[nodiscard]] Diagnostic configurablePortMayChange(const ParsedSource& source,
                                                   const VariableDeclaration& variable);

/// Ours: a listener behind `on` that code-to-cloud leaves out without a word.
[[nodiscard]] Diagnostic listenerNotExposed(const ParsedSource& source, TokenRange expression);

}
