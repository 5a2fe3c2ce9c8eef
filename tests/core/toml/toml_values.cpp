#include "tests/core/toml/toml_values.h"

#include "core/toml/path.h"

#include <cmath>
#include <sstream>

// Released versions of toml++ abort on some broken headers when their assertions are on.
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.hpp>

namespace arabesque::tests {

namespace {

using arabesque::toml::Kind;
using arabesque::toml::Node;

std::string inQuotes(std::string_view text) {
    return '"' + std::string(text) + '"';
}

std::string floatText(double number) {
    if (std::isnan(number)) return "nan";
    std::ostringstream text;
    text.precision(17);
    text << "float " << number;
    return text.str();
}

/// 1979-05-27 07:32:00.500z and 1979-05-27T07:32:00.5Z are one moment.
std::string momentText(std::string text) {
    if (text.size() > 10 && text[4] == '-') text[10] = 'T';
    if (text.ends_with('z')) text.back() = 'Z';
    for (const std::string_view none : {"+00:00", "-00:00"})
        if (text.ends_with(none)) text.replace(text.size() - 6, 6, "Z");
    if (const std::size_t dot = text.find('.'); dot != std::string::npos) {
        std::size_t end = text.find_first_not_of("0123456789", dot + 1);
        if (end == std::string::npos) end = text.size();
        std::string fraction = text.substr(dot + 1, std::min<std::size_t>(end - dot - 1, 9));
        while (fraction.ends_with('0')) fraction.pop_back();
        text.replace(dot, end - dot, fraction.empty() ? "" : "." + fraction);
    }
    return text;
}

std::string scalarText(const toml::Value& value) {
    switch (value.kind) {
    case Kind::String: return inQuotes(value.text);
    case Kind::Integer: return std::to_string(value.integer);
    case Kind::Float: return floatText(value.number);
    case Kind::Boolean: return value.boolean ? "true" : "false";
    case Kind::DateTime: return momentText(value.text);
    default: return "(missing)";
    }
}

std::string scalarText(const ::toml::node& node) {
    if (const auto* text = node.as_string()) return inQuotes(text->get());
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    if (const auto* number = node.as_floating_point()) return floatText(number->get());
    if (const auto* boolean = node.as_boolean()) return boolean->get() ? "true" : "false";
    std::ostringstream moment;
    if (const auto* date = node.as_date()) moment << date->get();
    if (const auto* time = node.as_time()) moment << time->get();
    if (const auto* both = node.as_date_time()) moment << both->get();
    return momentText(moment.str());
}

Plain plain(const Node& node) {
    if (node.kind == Node::Kind::Scalar) return {Plain::Kind::Scalar, scalarText(*node.value)};
    Plain result{node.kind == Node::Kind::Array ? Plain::Kind::Array : Plain::Kind::Table};
    for (const Node& element : node.elements) result.elements.push_back(plain(element));
    for (const auto& [name, member] : node.members) result.members[name] = plain(member);
    return result;
}

Plain plain(const ::toml::node& node) {
    if (node.is_value()) return {Plain::Kind::Scalar, scalarText(node)};
    Plain result{node.is_array() ? Plain::Kind::Array : Plain::Kind::Table};
    if (const auto* array = node.as_array())
        for (const ::toml::node& element : *array) result.elements.push_back(plain(element));
    if (const auto* table = node.as_table())
        for (const auto& [name, member] : *table) result.members[std::string(name.str())] = plain(member);
    return result;
}

std::string textOf(const Plain& node) {
    if (node.kind == Plain::Kind::Scalar) return node.scalar;
    const bool array = node.kind == Plain::Kind::Array;
    std::string text = array ? "[" : "{";
    for (const Plain& element : node.elements) text += (text.size() > 1 ? ", " : "") + textOf(element);
    for (const auto& [name, member] : node.members)
        text += (text.size() > 1 ? ", " : "") + inQuotes(name) + ": " + textOf(member);
    return text + (array ? ']' : '}');
}

}

std::string valuesOf(const toml::Document& document) {
    return textOf(plain(document.root()));
}

std::optional<Plain> plainByTomlPlusPlus(std::string_view text) {
    const ::toml::parse_result result = ::toml::parse(text);
    if (!result) return std::nullopt;
    return plain(result.table());
}

std::optional<std::string> valuesByTomlPlusPlus(std::string_view text) {
    const auto values = plainByTomlPlusPlus(text);
    return values ? std::optional(textOf(*values)) : std::nullopt;
}

std::string valueAt(const toml::Document& document, std::string_view path) {
    const auto steps = toml::readPath(path);
    const toml::Node* node = steps ? document.find(*steps) : nullptr;
    return node == nullptr ? "(absent)" : textOf(plain(*node));
}

}
