#pragma once

#include "core/ballerina/package_facts.h"
#include "core/schema/schema.h"
#include "core/toml/document.h"

#include <string>

namespace arabesque {

/// Config.toml of a program: its schema is the program's configurables. A variable of the default module may
/// stand under [org.package], [package] or at the top; of another module under [package.module] or
/// [org.package.module] (Ballerina 2201.13, TomlProvider). Each is declared where `written` has it; one that is
/// not written stands where its module's other keys do, else in the first of these places. Variables of well-known
/// modules that the program imports stand in [org.module] alone; sections of other packages are not looked at. `file` is
/// what stands in for Config.toml in an environment.
[[nodiscard]] Schema configToml(const ballerina::PackageFacts& facts, const std::string& organisation,
                                const std::string& package, const toml::Document& written,
                                const std::string& file = "Config.toml");

}
