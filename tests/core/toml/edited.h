#pragma once

#include "core/text/result.h"
#include "core/toml/document.h"
#include "core/toml/rewrite.h"

#include <string>
#include <string_view>

namespace arabesque::tests {

/// The text after an edit, or the reason why there is none, in parentheses.
[[nodiscard]] std::string textAfter(std::string_view text, const Result<Edit>& edit);

/// The text after toml::set, toml::unset or toml::rename.
[[nodiscard]] std::string afterSet(std::string_view text, std::string_view path, std::string_view value);
[[nodiscard]] std::string afterUnset(std::string_view text, std::string_view path);
[[nodiscard]] std::string afterRename(std::string_view text, std::string_view path, std::string_view name);

}
