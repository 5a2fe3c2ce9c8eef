#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// What a module is to the program whose configuration is read.
enum class ModuleRole {
    SingleFile,   ///< the program itself, without a package
    Root,         ///< the package's default module
    Own,          ///< another module of the organisation
    Foreign       ///< of another organisation
};

/// Where values of a module's variables are looked for, first place first (Ballerina 2201.13, TomlProvider, CliProvider
/// and EnvVarProvider; Config.toml reference, sections 4 and 6).
struct ModulePlaces {
    /// Sections of a TOML source; "" is the top.
    std::vector<std::string> sections;
    /// "-Ckey=" and BAL_CONFIG_VAR_ take the variable's name behind one of these: "acme.orders."; the full one first.
    std::vector<std::string> prefixes;
};

/// `module` is the whole name, such as "orders.storage".
[[nodiscard]] ModulePlaces placesOf(ModuleRole role, const std::string& organisation,
                                    const std::string& module);

/// "BAL_CONFIG_VAR_ACME_ORDERS_DBPASSWORD" of "acme.orders.dbPassword": upper case, dots as underscores, nothing else.
[[nodiscard]] std::string variableNameOf(std::string_view key);

/// Whether a name is one the runtime takes for configuration, whatever its letter case behind the prefix.
[[nodiscard]] bool isConfigurationVariable(std::string_view name);

}
