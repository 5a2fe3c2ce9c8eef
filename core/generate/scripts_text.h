#pragma once

#include <string_view>

namespace arabesque::scripts {

/// Functions the scripts of vm/bin share; they read the variables of deployment.sh.
extern const std::string_view library;
/// What follows the first line and the description of each script.
extern const std::string_view install, update, rollback, check, buildPackage, buildConsolidated;

}
