#include "core/import/setting_values.h"

#include "core/import/read_lines.h"
#include "core/schema/duration.h"
#include "core/schema/pattern.h"
#include "core/schema/quantity.h"
#include "core/schema/secret_names.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

ValueType typeOf(const SettingNow& setting) {
    using Kind = toml::Kind;
    if (setting.field != nullptr && setting.field->type != ValueType::Any) return setting.field->type;
    if (setting.node == nullptr || setting.node->value == nullptr) return ValueType::String;
    switch (setting.node->value->kind) {
    case Kind::Integer: return ValueType::Integer;
    case Kind::Float: return ValueType::Float;
    case Kind::Boolean: return ValueType::Boolean;
    case Kind::Array: return ValueType::StringList;
    default: return ValueType::String;
    }
}

bool isInteger(std::string_view text) {
    constexpr std::size_t longest = 18;
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && text.size() <= longest &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string listOf(std::string_view text) {
    std::string list = "[";
    for (const LineWord& word : wordsOf(text, " \t,"))
        list += (list.size() == 1 ? "" : ", ") + toml::quoted(word.text);
    return list + ']';
}

bool fits(const Field& field, const std::string& value, std::string_view text) {
    if (!field.choices.empty() && field.closedChoice && field.type != ValueType::StringList &&
        !std::ranges::contains(field.choices, value))
        return false;
    if (field.type != ValueType::String) return true;
    if (field.meaning == Meaning::Duration && !readDuration(text)) return false;
    return field.pattern.empty() || matchesWhole(field.pattern, text);
}

/// What the value of a setting is without quotes, and its elements.
void take(const toml::Value& value, SettingNow& setting) {
    setting.text = value.text;
    if (value.kind != toml::Kind::Array) return;
    setting.text.clear();
    for (const toml::Value& element : value.elements) {
        setting.text += (setting.elements.empty() ? "" : " ") + element.text;
        setting.elements.push_back(element.text);
    }
}

}

std::optional<SettingNow> settingNow(const Analysis& analysis, const std::string& document,
                                     std::string_view path) {
    const auto found = analysis.documents.find(document);
    const auto read = toml::readPath(path);
    if (found == analysis.documents.end() || !read) return {};
    SettingNow setting{.document = document, .path = *read};
    if (const auto schema = analysis.schemas.find(document); schema != analysis.schemas.end())
        setting.field = schema->second->field(*read);
    setting.node = found->second.find(*read);
    if (setting.field == nullptr && setting.node == nullptr) return {};
    if (setting.node != nullptr && setting.node->value != nullptr)
        take(*setting.node->value, setting);
    else if (setting.field != nullptr)
        if (const auto fallback = fallbackOf(analysis, document, *setting.field))
            take(toml::parse("v=" + **fallback).sections[0].entries[0].value, setting);
    return setting;
}

std::optional<std::string> valueOf(const SettingNow& setting, std::string_view text) {
    std::string value;
    switch (typeOf(setting)) {
    case ValueType::Integer:
        if (!isInteger(text)) return {};
        value = text;
        break;
    case ValueType::Float: value = text; break;
    case ValueType::Boolean:
        if (text != "true" && text != "false" && text != "on" && text != "off") return {};
        value = text == "true" || text == "on" ? "true" : "false";
        break;
    case ValueType::StringList: value = listOf(text); break;
    default: value = toml::quoted(text);
    }
    if (!toml::isValue(value) || (setting.field != nullptr && !fits(*setting.field, value, text))) return {};
    return value;
}

bool meansTheSame(const SettingNow& setting, std::string_view a, std::string_view b) {
    if (a == b) return true;
    const Meaning meaning = setting.field == nullptr ? Meaning::Plain : setting.field->meaning;
    if (meaning == Meaning::Duration) {
        const auto one = readDuration(a), other = readDuration(b);
        return one && other && one->seconds == other->seconds;
    }
    if (meaning == Meaning::Memory || meaning == Meaning::Cpu) {
        const auto one = readQuantity(a), other = readQuantity(b);
        return one && other && *one == *other;
    }
    return false;
}

bool isSecret(const SettingNow& setting) {
    if (setting.field != nullptr && setting.field->meaning == Meaning::Secret) return true;
    const auto* name = setting.path.empty() ? nullptr : std::get_if<std::string>(&setting.path.back());
    return setting.document.starts_with("Config") && name != nullptr && soundsSecret(*name);
}

Result<Edit> editSetting(const Analysis& analysis, const std::string& document, const toml::Document& now,
                         const toml::Path& path, std::string_view value) {
    const auto schema = analysis.schemas.find(document);
    const toml::Path table(path.begin(), path.end() - 1);
    const std::vector<std::string> order = schema == analysis.schemas.end()
                                               ? std::vector<std::string>()
                                               : schema->second->namesIn(Schema::patternOf(table));
    return toml::set(document, now, path, value, order);
}

}
