#pragma once

#include "core/toml/document.h"

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

/// A TOML text with a note what to fill in for each secret; any other text as it is.
[[nodiscard]] std::string withoutSecrets(std::string_view text);

}
