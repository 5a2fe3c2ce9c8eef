#include "core/schema/duration.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <utility>

namespace arabesque {

std::optional<Duration> readDuration(std::string_view text) {
    constexpr std::pair<std::string_view, double> units[] = {
        {"ms", 0.001}, {"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86400}};
    double seconds = 0;
    bool united = false;
    if (text.empty()) return {};
    while (!text.empty()) {
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || number < 0) return {};
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty()) return united ? std::nullopt : std::optional(Duration{number});
        const auto unit = std::ranges::find_if(units, [&](const auto& each) {
            return text.starts_with(each.first) &&
                   (text.size() == each.first.size() ||
                    std::isdigit(static_cast<unsigned char>(text[each.first.size()])) != 0);
        });
        if (unit == std::end(units)) return {};
        seconds += number * unit->second;
        united = true;
        text.remove_prefix(unit->first.size());
    }
    return Duration{seconds};
}

std::string toText(Duration duration) {
    constexpr std::pair<long long, const char*> units[] = {
        {86'400'000, "d"}, {3'600'000, "h"}, {60'000, "m"}, {1000, "s"}, {1, "ms"}};
    long long rest = std::llround(duration.seconds * 1000);
    std::string text;
    for (const auto& [size, unit] : units) {
        if (rest >= size) text += std::to_string(rest / size) + unit;
        rest %= size;
    }
    return text.empty() ? "0s" : text;
}

}
