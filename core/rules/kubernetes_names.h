#pragma once

#include <string>
#include <string_view>

namespace arabesque {

// Names as the Kubernetes API checks them (Kubernetes, object names and IDs).

/// Lower-case letters, digits and inner dashes, at most 63.
[[nodiscard]] bool isDnsLabel(std::string_view name);
/// Labels joined by periods, at most 253 characters in all.
[[nodiscard]] bool isDnsSubdomain(std::string_view name);
/// Letters, digits, dashes, underscores and periods, at most 253; not "." and not "..".
[[nodiscard]] bool isConfigKey(std::string_view key);

/// The nearest DNS label of at most `longest` characters; empty where nothing is left of the name.
[[nodiscard]] std::string asDnsLabel(std::string_view name, std::size_t longest = 63);

}
