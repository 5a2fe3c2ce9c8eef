#pragma once

#include <string_view>

namespace arabesque::scripts {

/// Functions that scripts share; they read the variables of deployment.sh. `machines` comes first and `rotation` is of
/// balancers: the API Manager's scripts have them as well.
extern const std::string_view machines, programs, rotation, releases;
/// What follows the first line and the description of each script.
extern const std::string_view install, update, rollback, check, buildPackage, buildConsolidated;

}
