#pragma once

#include "core/ballerina/module_scope.h"

namespace arabesque::ballerina {

/// Whether code-to-cloud knows where the port of such a listener stands: it comes from one of the modules of
/// section 5.2. A name that is declared nowhere counts, because somebody is about to declare it.
[[nodiscard]] bool isNativeListener(const PackageScope& scope, const ParsedSource& source,
                                    TokenRange expression);

}
