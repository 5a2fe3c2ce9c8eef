#pragma once

#include "core/ballerina/declarations.h"

namespace arabesque::ballerina {

/// Reads the declarations of a module and skips what is inside functions. What is half-written is read as far as it
/// goes; the next declaration is read in any case.
[[nodiscard]] Declarations parse(const SourceCode& code);

}
