#pragma once

#include <string_view>

namespace arabesque::scripts {

/// Functions of the scripts in api-manager/bin, behind `machines`.
extern const std::string_view apiManagerServers;
/// What follows the first line and the description of each script.
extern const std::string_view apiManagerUpdate, apiManagerCheck;

}
