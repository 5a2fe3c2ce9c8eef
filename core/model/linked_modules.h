#pragma once

#include "core/ballerina/package_facts.h"

#include <set>
#include <string>
#include <string_view>

namespace arabesque {

/// The modules of a package, as in Configurable, that its default module links, itself included: it imports them, or one it
/// imports does. What others declare is no part of the program (Config.toml reference, sections 2 and 10).
[[nodiscard]] std::set<std::string> linkedModules(const ballerina::PackageFacts& facts,
                                                  std::string_view package);

}
