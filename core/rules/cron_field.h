#pragma once

#include <cstddef>
#include <string_view>

namespace arabesque {

/// Whether `text` may stand in one of the five fields of a CronJob's schedule, minutes first (Kubernetes, CronJob).
[[nodiscard]] bool isCronField(std::string_view text, std::size_t field);

}
