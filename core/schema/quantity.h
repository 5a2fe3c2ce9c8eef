#pragma once

#include <optional>
#include <string_view>

namespace arabesque {

/// A Kubernetes quantity such as 512Mi, 0.5 or 250m in its base unit: bytes, or cores. Nothing for text that is none
/// (Kubernetes API conventions, resource quantities).
[[nodiscard]] std::optional<double> readQuantity(std::string_view text);

}
