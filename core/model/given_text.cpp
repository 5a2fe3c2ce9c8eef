#include "core/model/given_text.h"

#include "core/toml/rewrite.h"

#include <algorithm>
#include <charconv>

namespace arabesque {

namespace {

using ballerina::Type;
using enum ballerina::Type::Kind;

bool isSimple(Type::Kind kind) {
    return kind == Int || kind == Byte || kind == Float || kind == Decimal || kind == Boolean ||
           kind == String || kind == Xml || kind == Enum;
}

std::optional<std::int64_t> integerIn(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read != std::from_chars_result{text.data() + text.size(), std::errc{}})
        return std::nullopt;
    return number;
}

/// A number as a TOML float: "30" is "30.0". Digits stay, since the runtime reads a decimal exactly.
std::optional<std::string> floatIn(std::string_view text) {
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ptr != text.data() + text.size() || read.ec == std::errc::invalid_argument)
        return std::nullopt;
    std::string value(text);
    if (value.starts_with('.')) value.insert(0, "0");
    if (value.find_first_not_of("-0123456789") == std::string::npos) value += ".0";
    return toml::isValue(value) ? std::optional(value) : std::nullopt;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return std::ranges::equal(
        a, b, [](char x, char y) { return (x >= 'A' && x <= 'Z' ? x + ('a' - 'A') : x) == y; });
}

std::optional<std::string> memberIn(std::string_view text, const Type& type) {
    for (const std::string& member : type.members)
        if (member == text || member == toml::quoted(text)) return member;
    return std::nullopt;
}

/// The TOML value of `text`, or nothing where it is none of a type that is no union.
std::optional<std::string> convert(std::string_view text, const Type& type) {
    switch (type.kind) {
    case Int:
    case Byte: {
        const auto number = integerIn(text);
        const bool fits = number && (type.kind == Int || (*number >= 0 && *number <= 255));
        return fits ? std::optional(std::to_string(*number)) : std::nullopt;
    }
    case Float:
    case Decimal: return floatIn(text);
    case Boolean:
        if (equalsIgnoringCase(text, "true")) return "true";
        if (equalsIgnoringCase(text, "false")) return "false";
        return std::nullopt;
    case Enum: return memberIn(text, type);
    default: return toml::quoted(text);
    }
}

GivenText refused(const char* code, MessageText message, const std::string& name, const Type& type) {
    return {{}, code, {message, name, type.text}};
}

GivenText valueOfUnion(const std::string& name, std::string_view text, const Type& type) {
    std::optional<std::string> fitting;
    for (const Type& part : type.parts) {
        auto value = convert(text, part);
        if (value && fitting)
            return refused("RUNTIME_0078",
                           MESSAGE("resolve", "the text for '%1' fits several alternatives of '%2', so the "
                                              "runtime takes none"),
                           name, type);
        if (value) fitting = std::move(value);
    }
    if (fitting) return {.value = std::move(fitting)};
    return refused("RUNTIME_0074", MESSAGE("resolve", "the text for '%1' is no value of type '%2'"), name,
                   type);
}

}

bool takesText(const Type& type) {
    if (type.kind == Union)
        return std::ranges::all_of(type.parts, [](const Type& part) { return isSimple(part.kind); });
    return isSimple(type.kind);
}

GivenText valueOfText(const std::string& name, std::string_view text, const Type& type) {
    if (type.kind == Union) return valueOfUnion(name, text, type);
    if (auto value = convert(text, type)) return {.value = std::move(value)};
    if (type.kind == Byte && integerIn(text))
        return refused("RUNTIME_0075", MESSAGE("resolve", "'%1' is a byte, from 0 to 255"), name, type);
    return refused("RUNTIME_0074", MESSAGE("resolve", "the text for '%1' is no value of type '%2'"), name,
                   type);
}

}
