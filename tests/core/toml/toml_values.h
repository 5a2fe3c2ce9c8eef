#pragma once

#include "core/toml/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace arabesque::tests {

/// All values of a document as one text with sorted keys, as our reader sees them.
[[nodiscard]] std::string valuesOf(const toml::Document& document);

/// The same as toml++ sees them; nothing for a text it refuses.
[[nodiscard]] std::optional<std::string> valuesByTomlPlusPlus(std::string_view text);

/// One value in the form of valuesOf(); "(absent)" where nothing is.
[[nodiscard]] std::string valueAt(const toml::Document& document, std::string_view path);

}
