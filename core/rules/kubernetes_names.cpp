#include "core/rules/kubernetes_names.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::size_t longestLabel = 63, longestSubdomain = 253;

bool isLowerOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isLetterOrDigit(char c) {
    return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
}

bool isLabelText(std::string_view name) {
    return !name.empty() && isLowerOrDigit(name.front()) && isLowerOrDigit(name.back()) &&
           std::ranges::all_of(name, [](char c) { return isLowerOrDigit(c) || c == '-'; });
}

}

bool isDnsLabel(std::string_view name) {
    return name.size() <= longestLabel && isLabelText(name);
}

bool isDnsSubdomain(std::string_view name) {
    if (name.size() > longestSubdomain) return false;
    while (true) {
        const std::size_t period = std::min(name.find('.'), name.size());
        if (!isLabelText(name.substr(0, period))) return false;
        if (period == name.size()) return true;
        name.remove_prefix(period + 1);
    }
}

bool isConfigKey(std::string_view key) {
    return !key.empty() && key.size() <= longestSubdomain && key != "." && key != ".." &&
           std::ranges::all_of(key,
                               [](char c) { return isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'; });
}

std::string asDnsLabel(std::string_view name, std::size_t longest) {
    std::string label;
    for (const char c : name) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if (isLowerOrDigit(lower))
            label += lower;
        else if (!label.empty() && label.back() != '-')
            label += '-';
    }
    if (label.size() > longest) label.resize(longest);
    while (label.ends_with('-')) label.pop_back();
    return label;
}

}
