#pragma once

#include "core/ballerina/cursor.h"
#include "core/ballerina/declarations.h"

namespace arabesque::ballerina {

/// Reads the service declaration at the cursor, which stands at `service`, and moves behind it.
[[nodiscard]] ServiceDeclaration parseService(Cursor& cursor);

}
