#pragma once

#include "core/ballerina/package_facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// A published module whose configurables are known here, because sources do not show those of other packages.
struct KnownModule {
    std::string organisation;            ///< "ballerina"
    std::string name;                    ///< "log", or dotted: "icp.runtime.bridge"
    std::string source;                  ///< where its declarations were read, and when
    std::vector<std::string> bringers;   ///< imports, as "ballerina/http", that link it as well as its own
    std::string_view declarations;       ///< Ballerina text; lives as long as the program

    /// Read from the declarations when first asked for; from any thread.
    [[nodiscard]] const std::vector<ballerina::Configurable>& configurables() const;
    /// "ballerina.log": the one section Config.toml may set it in.
    [[nodiscard]] std::string section() const { return organisation + '.' + name; }
};

/// All of them.
[[nodiscard]] const std::vector<KnownModule>& knownModules();

/// Whether a program with these imports links the module. A package it imports may bring others still.
[[nodiscard]] bool links(const std::vector<ballerina::Import>& imports, const KnownModule& module);

}
