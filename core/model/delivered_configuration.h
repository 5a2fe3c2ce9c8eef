#pragma once

#include "core/model/resolve.h"

#include <string>
#include <vector>

namespace arabesque {

/// A secret that the program takes from an environment variable.
struct SecretVariable {
    std::string name;                                        ///< "BAL_CONFIG_VAR_ACME_ORDERS_DBPASSWORD"
    std::string key;                                         ///< "acme.orders.dbPassword"
    const ballerina::Configurable* configurable = nullptr;   ///< borrowed from the facts, or lasting
    toml::Path path{};                                       ///< in the document; empty: not written there
};

/// The configuration of a program as it is brought to where it runs: what everybody may see, and what is to be filled in
/// there. Together they give each configurable the value it has by the document they are made of; none holds a secret.
struct DeliveredConfiguration {
    std::string settings;   ///< the document without secrets; all else as it was written
    std::vector<SecretVariable> variables{};
    /// TOML with notes what to fill in, for secrets no variable can hold; empty: none. It is read before `settings`, and
    /// holds records whole, because the runtime takes them from one file (Config.toml reference, section 1).
    std::string secrets{};
};

/// Where secrets are filled in: texts as variables and the rest in a file, or all that is written in the file.
enum class SecretsGo { IntoVariables, IntoFile };

/// Nothing comes of a document that is no valid TOML but what the program requires.
[[nodiscard]] DeliveredConfiguration deliveredConfigurationOf(const ConfiguredProgram& program,
                                                              const toml::Document& document,
                                                              SecretsGo secretsGo = SecretsGo::IntoVariables);

}
