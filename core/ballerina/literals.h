#pragma once

#include "core/ballerina/source_code.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace arabesque::ballerina {

/// An identifier without its quote and escapes: `'type` is type, `order\-id` is order-id.
[[nodiscard]] std::string unquoted(std::string_view identifier);

/// The TOML value of a string, number or boolean literal, a sign before it included. Nothing for other expressions.
[[nodiscard]] std::optional<std::string> tomlValue(const SourceCode& code, TokenRange expression);

/// `text` as a TOML string.
[[nodiscard]] std::string tomlString(std::string_view text);

/// What stands between the quotes of a string literal, escapes resolved.
[[nodiscard]] std::string stringValue(std::string_view literal);

/// A decimal literal within 32 bits: what code-to-cloud can read as a port.
[[nodiscard]] std::optional<std::int64_t> decimalValue(const SourceCode& code, TokenRange expression);

}
