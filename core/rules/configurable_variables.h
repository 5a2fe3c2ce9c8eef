#pragma once

#include "core/rules/rule.h"

#include <map>
#include <string>

namespace arabesque {

/// The configurables of the program, and of well-known modules it links, by each variable that sets them: with and
/// without organisation, in the default module without package too (Ballerina 2201.13, EnvVarProvider).
[[nodiscard]] std::map<std::string, const ballerina::Configurable*> variablesOf(const Checked& project);

}
