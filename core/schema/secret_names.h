#pragma once

#include <string_view>

namespace arabesque {

/// Whether a value is to be kept from files and screens by what it is called: "dbPassword", "api_key". What is said about
/// a secret, such as "tokenUrl" or "accessKeyId", is none.
[[nodiscard]] bool soundsSecret(std::string_view name);

}
