#pragma once

#include "core/ballerina/package_facts.h"
#include "core/toml/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// A text in a TOML document that its name calls a secret. Never holds the text.
struct SecretValue {
    std::string name;   ///< "acme.orders.dbPassword"
    ByteRange range;    ///< of the value
};

/// Those of a document, in the order of its tree; empty texts are none.
[[nodiscard]] std::vector<SecretValue> secretValuesIn(const toml::Document& document);

/// Where the default of a variable stands in its source, if its name calls it a secret and it is a text.
[[nodiscard]] std::optional<ByteRange> secretDefaultOf(const ballerina::Configurable& variable,
                                                       std::string_view source);

/// A TOML text with a note what to fill in for each secret; any other text as it is.
[[nodiscard]] std::string withoutSecrets(std::string_view text);

/// A source with such notes in place of the defaults of its configurable variables.
[[nodiscard]] std::string withoutSecretDefaults(std::string_view source);

}
