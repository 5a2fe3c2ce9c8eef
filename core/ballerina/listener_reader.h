#pragma once

#include "core/ballerina/module_scope.h"

namespace arabesque::ballerina {

/// Adds the listeners of a source, and the files with keys that it names.
void readListeners(PackageFacts& facts, const PackageScope& scope, const ParsedSource& source);

}
