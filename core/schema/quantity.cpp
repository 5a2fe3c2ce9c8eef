#include "core/schema/quantity.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace arabesque {

std::optional<double> readQuantity(std::string_view text) {
    static constexpr std::pair<std::string_view, double> suffixes[] = {
        {"", 1},        {"n", 1e-9},    {"u", 1e-6},    {"m", 1e-3},   {"k", 1e3},     {"M", 1e6},
        {"G", 1e9},     {"T", 1e12},    {"P", 1e15},    {"E", 1e18},   {"Ki", 0x1p10}, {"Mi", 0x1p20},
        {"Gi", 0x1p30}, {"Ti", 0x1p40}, {"Pi", 0x1p50}, {"Ei", 0x1p60}};
    const double sign = text.starts_with('-') ? -1 : 1;
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    const std::size_t end = std::min(text.find_first_not_of(".0123456789"), text.size());
    double number = 0;
    const std::string_view plain = text.substr(0, end);
    const auto [read, status] =
        std::from_chars(plain.data(), plain.data() + plain.size(), number, std::chars_format::fixed);
    if (status != std::errc{} || read != plain.data() + plain.size()) return std::nullopt;
    number *= sign;
    const std::string_view suffix = text.substr(end);
    for (const auto& [name, factor] : suffixes)
        if (suffix == name) return number * factor;
    int exponent = 0;
    if (!suffix.starts_with('e') && !suffix.starts_with('E')) return std::nullopt;
    const bool plus = suffix.starts_with("e+") || suffix.starts_with("E+");
    const std::string_view digits = suffix.substr(plus ? 2 : 1);
    if (plus && digits.starts_with('-')) return std::nullopt;
    const auto [last, bad] = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (digits.empty() || bad != std::errc{} || last != digits.data() + digits.size()) return std::nullopt;
    return number * std::pow(10, exponent);
}

}
