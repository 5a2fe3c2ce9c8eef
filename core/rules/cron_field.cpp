#include "core/rules/cron_field.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

namespace arabesque {

namespace {

constexpr std::array<std::string_view, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                  "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
constexpr std::array<std::string_view, 7> days{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"};

struct Field {
    int least = 0, most = 0;
    std::span<const std::string_view> names{};
};

constexpr std::array<Field, 5> fields{{{0, 59}, {0, 23}, {1, 31}, {1, 12, months}, {0, 6, days}}};

std::optional<int> numberIn(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && !text.starts_with('-');
    return whole ? std::optional(number) : std::nullopt;
}

std::optional<int> valueOf(std::string_view text, const Field& field) {
    for (std::size_t i = 0; i < field.names.size(); ++i)
        if (std::ranges::equal(text, field.names[i], {},
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }))
            return field.least + static_cast<int>(i);
    return numberIn(text);
}

/// `*`, `5`, `MON-FRI`, and any of them with `/2` behind.
bool isRange(std::string_view text, const Field& field) {
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        const auto step = numberIn(text.substr(slash + 1));
        if (!step || *step == 0) return false;
        text = text.substr(0, slash);
    }
    if (text == "*" || text == "?") return true;
    const std::size_t dash = text.find('-');
    const auto first = valueOf(text.substr(0, dash), field);
    const auto last = dash == std::string_view::npos ? first : valueOf(text.substr(dash + 1), field);
    return first && last && *first >= field.least && *last <= field.most && *first <= *last;
}

}

bool isCronField(std::string_view text, std::size_t field) {
    while (true) {
        const std::size_t comma = std::min(text.find(','), text.size());
        if (!isRange(text.substr(0, comma), fields[field])) return false;
        if (comma == text.size()) return true;
        text.remove_prefix(comma + 1);
    }
}

}
