#pragma once

#include "core/model/resolve.h"
#include "core/schema/configurable_places.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// A configurable variable with the places its values may come from.
struct ConfiguredVariable {
    const ballerina::Configurable* configurable = nullptr;
    std::string module;   ///< whole, without organisation; empty in a single file
    ModuleRole role = ModuleRole::Root;
    ModulePlaces places;
    bool known = false;   ///< of a published module

    /// "acme.orders.port"
    [[nodiscard]] std::string key() const { return places.prefixes.front() + configurable->name; }
    /// The whole name, which is never mistaken for a shorter one: "BAL_CONFIG_VAR_ACME_ORDERS_PORT".
    [[nodiscard]] std::string environmentName() const { return variableNameOf(key()); }
    /// All names it answers to.
    [[nodiscard]] std::vector<std::string> environmentNames() const;
};

/// Those of a program and of well-known modules it links.
[[nodiscard]] std::vector<ConfiguredVariable> variablesOf(const ConfiguredProgram& program,
                                                          bool requiredOnly = false);

/// The section of a document that gives it a value, or null; one of its places.
[[nodiscard]] const std::string* sectionIn(const ConfiguredVariable& variable,
                                           const toml::Document& document);
/// Its path in a section.
[[nodiscard]] toml::Path pathOf(const ConfiguredVariable& variable, std::string_view section);

/// Whether the runtime refuses it as soon as any BAL_CONFIG_VAR_ is set that is not its own: a union with a member that
/// no text can mean.
[[nodiscard]] bool minds(const ConfiguredVariable& variable);

}
