#include "core/toml/judge.h"

#include "core/text/line_index.h"

#include <algorithm>
#include <string>

// Released versions of toml++ abort on some broken headers when their assertions are on.
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.hpp>

namespace arabesque::toml {

namespace {

/// Offset of a line and column that both count from 1, columns in code points.
std::size_t offsetOf(std::string_view text, ::toml::source_position position) {
    const LineIndex lines(text);
    const auto line = std::clamp<std::uint32_t>(position.line, 1, lines.lineCount());
    const ByteRange range = lines.line(text, line);
    std::size_t at = range.begin;
    for (auto column = position.column; column > 1 && at < range.end; --column) {
        ++at;
        while (at < range.end && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at;
}

/// "Error while parsing key-value pair: cannot redefine …" without the part that says what toml++ was doing.
std::string reasonIn(std::string_view description) {
    if (const std::size_t colon = description.find(": ");
        description.starts_with("Error while") && colon != std::string_view::npos)
        description.remove_prefix(colon + 2);
    return std::string(description);
}

}

std::optional<SyntaxError> judge(std::string_view text) {
    const ::toml::parse_result result = ::toml::parse(text);
    if (result) return std::nullopt;
    const std::size_t at = offsetOf(text, result.error().source().begin);
    return SyntaxError{
        {at, std::min(at + 1, text.size())},
        {MESSAGE("toml", "This is no valid TOML: %1"), reasonIn(result.error().description())}};
}

}
