#include "core/rules/component_sizes.h"

#include <charconv>
#include <cmath>

namespace arabesque {

std::optional<double> heapBytes(std::string_view heap) {
    std::int64_t number = 0;
    const char* const end = heap.data() + heap.size();
    const auto [unit, status] = std::from_chars(heap.data(), end, number);
    if (status != std::errc() || unit + 1 != end) return std::nullopt;
    const auto bytes = static_cast<double>(number);
    switch (*unit) {
    case 'k':
    case 'K': return bytes * 0x1p10;
    case 'm':
    case 'M': return bytes * 0x1p20;
    case 'g':
    case 'G': return bytes * 0x1p30;
    default: return std::nullopt;
    }
}

DeploymentTable componentTable(const Checked& project, const Component& component) {
    return {project, {"component", component.number}};
}

std::string heapText(double bytes) {
    return std::to_string(static_cast<std::int64_t>(std::floor(bytes / 0x1p20))) + 'm';
}

}
