#pragma once

#include "core/ballerina/package_facts.h"
#include "core/text/message.h"
#include "core/toml/document.h"

#include <string>
#include <vector>

namespace arabesque {

/// Why a value of Config.toml does not fit the type of its variable: the runtime's code, in words of its own.
struct Misfit {
    const toml::Node* node = nullptr;   ///< the part that does not fit
    std::string code;                   ///< "RUNTIME_0074"
    Message message;
    std::string cure;   ///< TOML value for that part; empty when there is no obvious one
};

/// What keeps `node`, called `name`, from being a value of `type`; as the runtime looks at it (Ballerina 2201.13,
/// TomlProvider). Parts whose type is known by name only fit always. Borrows from `node`.
[[nodiscard]] std::vector<Misfit> misfitsOf(const std::string& name, const toml::Node& node,
                                            const ballerina::Type& type);

}
