#pragma once

#include "core/text/result.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace arabesque::toml {

/// A key, or an element of an array counted from 0.
using Step = std::variant<std::string, std::size_t>;

/// Where a value stands in a document: `cloud.config.files[0].name`.
using Path = std::vector<Step>;

/// Reads a TOML dotted key with array elements as `[i]`; quoted parts may hold any character.
[[nodiscard]] Result<Path> readPath(std::string_view text);

/// As readPath reads it; parts that are no bare keys are quoted.
[[nodiscard]] std::string toText(const Path& path);

/// A bare key as it is, anything else as a quoted key.
[[nodiscard]] std::string keyText(std::string_view name);

}
