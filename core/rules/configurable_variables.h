#pragma once

#include "core/rules/rule.h"

#include <map>
#include <string>
#include <string_view>

namespace arabesque {

/// What the names of environment variables that set configurables begin with.
inline constexpr std::string_view variablePrefix = "BAL_CONFIG_VAR_";

/// The configurables of the program, and of well-known modules it links, by each variable that sets them: with and
/// without organisation, in the default module without package too (Ballerina 2201.13, EnvVarProvider).
[[nodiscard]] std::map<std::string, const ballerina::Configurable*> variablesOf(const Checked& project);

}
