#include "core/diagram/node_values.h"

#include "core/model/deployment.h"
#include "core/schema/pattern.h"
#include "core/toml/rewrite.h"

#include <charconv>

namespace arabesque::gestures {

namespace {

std::optional<std::int64_t> numberIn(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return number;
}

std::optional<Message> complaintAboutNumber(const Field& field, const std::string& text) {
    const auto number = numberIn(text);
    if (!number) return Message(MESSAGE("gestures", "'%1' is no whole number"), text);
    if (field.least && *number < *field.least)
        return Message(MESSAGE("gestures", "'%1' is too small: the least is %2"), text,
                       std::to_string(*field.least));
    if (field.most && *number > *field.most)
        return Message(MESSAGE("gestures", "'%1' is too large: the most is %2"), text,
                       std::to_string(*field.most));
    return {};
}

}

std::optional<Message> complaintAbout(const toml::Path& path, const std::string& text) {
    const Field* field = deploymentToml().field(path);
    if (text.empty() || field == nullptr) return {};
    if (field->type == ValueType::Integer) return complaintAboutNumber(*field, text);
    constexpr MessageText wrong = MESSAGE("gestures", "'%1' cannot stand here: %2");
    if (field->longest && text.size() > *field->longest) return Message(wrong, text, field->longestMessage);
    if (!field->pattern.empty() && !matchesWhole(field->pattern, text))
        return Message(wrong, text, field->patternMessage);
    return {};
}

Result<Edit> setValue(const toml::Document& document, const toml::Path& path, const std::string& text) {
    if (const auto complaint = complaintAbout(path, text)) return failure(*complaint);
    if (text.empty()) return toml::unset(std::string(file), document, path);
    const Field* field = deploymentToml().field(path);
    const bool isNumber = field != nullptr && field->type == ValueType::Integer;
    const auto order = deploymentToml().namesIn(std::get<std::string>(path.front()));
    return toml::set(std::string(file), document, path, isNumber ? text : toml::quoted(text), order);
}

}
