#pragma once

#include "core/schema/schema.h"

#include <QString>

#include <string_view>

namespace arabesque {

/// What a quantity amounts to, in words: "512Mi" is "half a gibibyte = 536,870,912 bytes", "500m" is "half a core", a
/// duration of "90s" or 90 "1 minute 30 seconds".
/// Empty for what is no such quantity.
[[nodiscard]] QString meaningOf(std::string_view quantity, Meaning meaning);

}
