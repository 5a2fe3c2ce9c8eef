#include "core/model/settings.h"

#include <algorithm>
#include <utility>

namespace arabesque {

namespace {

/// "a[].b" with the number of the record: "a[2].b".
std::string withRecord(std::string pattern, std::size_t record) {
    if (const std::size_t at = pattern.find("[]"); at != std::string::npos)
        pattern.insert(at + 1, std::to_string(record));
    return pattern;
}

}

const toml::Node* Settings::node(std::string_view pattern, std::size_t record) const {
    const toml::Node* node = &m_document.root();
    while (node != nullptr && !pattern.empty()) {
        const std::size_t dot = std::min(pattern.find('.'), pattern.size());
        std::string_view name = pattern.substr(0, dot);
        const bool element = name.ends_with("[]");
        if (element) name.remove_suffix(2);
        node = node->member(name);
        if (element && node != nullptr)
            node = record < node->elements.size() ? &node->elements[record] : nullptr;
        pattern.remove_prefix(std::min(dot + 1, pattern.size()));
    }
    return node;
}

Origin Settings::originOf(const Field& field, const toml::Node& node, std::size_t record) const {
    return {Origin::Kind::Setting, m_file, withRecord(field.path, record), {m_file, node.range}};
}

Origin Settings::defaultOf(const Field& field, std::size_t record) const {
    return {Origin::Kind::Default, m_file, withRecord(field.path, record), {}};
}

Origin Settings::originOf(const Field& field, std::size_t record) const {
    const toml::Node* written = node(field.path, record);
    return written != nullptr ? originOf(field, *written, record) : defaultOf(field, record);
}

const Replacements::Value* Settings::replacement(const Field& field) const {
    if (m_replacements == nullptr) return nullptr;
    const auto found = m_replacements->values.find(field.path);
    return found == m_replacements->values.end() ? nullptr : &found->second;
}

Sourced<std::string> Settings::valueOr(Setting<std::string> setting, const Sourced<std::string>& derived,
                                       std::size_t record) const {
    if (auto found = written(setting, record)) return *std::move(found);
    Sourced<std::string> result = derived;
    result.origins.push_back(absent(setting, record));
    return result;
}

std::vector<std::pair<std::string, Sourced<std::string>>> Settings::texts(std::string_view table) const {
    std::vector<std::pair<std::string, Sourced<std::string>>> found;
    const toml::Node* written = node(table, 0);
    if (written == nullptr) return found;
    for (const toml::Member& member : written->members) {
        Sourced<std::string> text;
        if (member.node.value == nullptr || !take(*member.node.value, text.value)) continue;
        text.origins = {{Origin::Kind::Setting, m_file, std::string(table), {m_file, member.node.range}}};
        found.emplace_back(member.name, std::move(text));
    }
    return found;
}

std::size_t Settings::count(Records records) const {
    const toml::Node* array = node(m_schema.get()[records].path, 0);
    if (array == nullptr || array->kind != toml::Node::Kind::Array) return 0;
    const bool tables = std::ranges::all_of(
        array->elements, [](const toml::Node& e) { return e.kind == toml::Node::Kind::Table; });
    return tables ? array->elements.size() : 0;
}

Origin Settings::origin(Records records, std::size_t record) const {
    const std::string pattern = m_schema.get()[records].path + "[]";
    const toml::Node* found = node(pattern, record);
    return {Origin::Kind::Setting,
            m_file,
            withRecord(pattern, record),
            {m_file, found != nullptr ? found->range : ByteRange{}}};
}

toml::Value Settings::valueOf(const std::string& fallback) {
    // Defaults are asked for again and again, and most are plain texts or empty lists.
    toml::Value value;
    const bool isText = fallback.size() >= 2 && fallback.front() == '"' && !fallback.contains('\\') &&
                        fallback.find('"', 1) == fallback.size() - 1;
    if (isText) {
        value.kind = toml::Kind::String;
        value.text = fallback.substr(1, fallback.size() - 2);
    } else if (fallback == "[]") {
        value.kind = toml::Kind::Array;
    } else {
        value = std::move(toml::parse("v=" + fallback).sections[0].entries[0].value);
    }
    return value;
}

bool Settings::take(const toml::Value& value, std::string& out) {
    if (value.kind != toml::Kind::String) return false;
    out = value.text;
    return true;
}

bool Settings::take(const toml::Value& value, std::int64_t& out) {
    if (value.kind != toml::Kind::Integer) return false;
    out = value.integer;
    return true;
}

bool Settings::take(const toml::Value& value, bool& out) {
    if (value.kind != toml::Kind::Boolean) return false;
    out = value.boolean;
    return true;
}

bool Settings::take(const toml::Value& value, std::vector<std::string>& out) {
    if (value.kind != toml::Kind::Array) return false;
    std::vector<std::string> texts;
    for (const toml::Value& element : value.elements)
        if (!take(element, texts.emplace_back())) return false;
    out = std::move(texts);
    return true;
}

bool Settings::take(const toml::Value& value, Duration& out) {
    const auto duration =
        value.kind == toml::Kind::String ? readDuration(value.text) : std::optional<Duration>();
    if (duration) out = *duration;
    return duration.has_value();
}

bool Settings::take(const toml::Value& value, Point& out) {
    if (value.kind != toml::Kind::Array || value.elements.size() != 2) return false;
    return take(value.elements[0], out.x) && take(value.elements[1], out.y);
}

}
