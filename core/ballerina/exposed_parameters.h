#pragma once

#include "core/ballerina/module_scope.h"

namespace arabesque::ballerina {

/// A parameter of a listener's `init` that is annotated with `@cloud:Expose`: its argument is a port.
struct ExposedParameter {
    std::uint32_t index = 0;
    bool defaultable = false;
    Place place;   ///< of the parameter, or of the listener where its class is in another package
};

/// Those of the class that a listener behind `on` belongs to (c2c 4.0.0, section 5.4). Classes of the package are
/// read; of other packages the trigger modules of ballerinax are known.
[[nodiscard]] std::vector<ExposedParameter> exposedParameters(const PackageScope& scope,
                                                              const ParsedSource& source,
                                                              TokenRange listener);

}
