#include "core/schema/json_schema.h"

#include "core/toml/syntax_tree.h"

#include <nlohmann/json.hpp>

namespace arabesque {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const toml::Value& value) {
    switch (value.kind) {
    case toml::Kind::Integer: return value.integer;
    case toml::Kind::Float: return value.number;
    case toml::Kind::Boolean: return value.boolean;
    case toml::Kind::Array: {
        Json array = Json::array();
        for (const toml::Value& element : value.elements) array.push_back(toJson(element));
        return array;
    }
    case toml::Kind::InlineTable: {
        Json object = Json::object();
        for (const toml::Entry& entry : value.entries)
            if (entry.key.size() == 1) object[entry.key.front().name] = toJson(entry.value);
        return object;
    }
    default: return value.text;
    }
}

Json fromToml(const std::string& value) {
    const toml::SyntaxTree tree = toml::parse("value = " + value);
    return toJson(tree.sections.front().entries.front().value);
}

/// Patterns must match the whole value; JSON Schema searches.
std::string anchored(const std::string& pattern) {
    if (pattern.contains('|')) return "^(?:" + pattern + ")$";
    return (pattern.starts_with('^') ? "" : "^") + pattern + (pattern.ends_with('$') ? "" : "$");
}

void addType(Json& json, ValueType type) {
    switch (type) {
    case ValueType::String: json["type"] = "string"; break;
    case ValueType::Integer: json["type"] = "integer"; break;
    case ValueType::Float: json["type"] = "number"; break;
    case ValueType::Boolean: json["type"] = "boolean"; break;
    case ValueType::StringList:
        json["type"] = "array";
        json["items"] = {{"type", "string"}};
        break;
    case ValueType::Any: break;
    }
}

/// What a program's type lets be written; anything where it is known by name only.
Json toJson(const ballerina::Type& type) {
    using enum ballerina::Type::Kind;
    Json json = Json::object();
    const auto part = [&] { return type.parts.empty() ? Json::object() : toJson(type.parts.front()); };
    switch (type.kind) {
    case Int: json["type"] = "integer"; break;
    case Byte: json.update({{"type", "integer"}, {"minimum", 0}, {"maximum", 255}}); break;
    case Float:
    case Decimal: json["type"] = "number"; break;
    case Boolean: json["type"] = "boolean"; break;
    case String:
    case Xml: json["type"] = "string"; break;
    case Array:
    case ballerina::Type::Kind::Table: json.update({{"type", "array"}, {"items", part()}}); break;
    case Map: json.update({{"type", "object"}, {"additionalProperties", part()}}); break;
    case Enum:
        for (const std::string& member : type.members) json["enum"].push_back(fromToml(member));
        break;
    case Tuple: json["type"] = "array"; break;
    case Union:
        for (const ballerina::Type& each : type.parts) json["anyOf"].push_back(toJson(each));
        break;
    case Record:
        json["type"] = "object";
        for (const ballerina::Type::Field& field : type.fields) {
            if (!field.type.empty()) json["properties"][field.name] = toJson(field.type.front());
            if (field.required) json["required"].push_back(field.name);
        }
        json["additionalProperties"] = type.closed ? Json(false) : part();
        break;
    case Other: break;
    }
    return json;
}

void addChoices(Json& json, const Field& field) {
    if (field.choices.empty()) return;
    Json choices = Json::array();
    for (const std::string& choice : field.choices) choices.push_back(fromToml(choice));
    Json& chosen = json.contains("type") && json["type"] == "array" ? json["items"] : json;
    chosen[field.closedChoice && !field.unchecked ? "enum" : "examples"] = std::move(choices);
}

void addLimits(Json& json, const Field& field) {
    if (field.unchecked) return;
    if (field.least) json["minimum"] = *field.least;
    if (field.most) json["maximum"] = *field.most;
    if (field.longest) json["maxLength"] = *field.longest;
    if (!field.pattern.empty()) json["pattern"] = anchored(field.pattern);
    for (const Pattern& further : field.furtherPatterns)
        json["allOf"].push_back({{"pattern", anchored(further.expression)}});
}

Json toJson(const Field& field) {
    Json json = Json::object();
    const std::string title = field.labelText.empty() ? field.label.text : field.labelText;
    const std::string summary = field.summaryText.empty() ? field.summary.text : field.summaryText;
    if (!title.empty()) json["title"] = title;
    if (!summary.empty())
        json["description"] = field.since.empty() ? summary : summary + " Since " + field.since + ".";
    if (!field.unchecked) addType(json, field.type);
    if (field.programType) json.update(toJson(*field.programType));
    addChoices(json, field);
    addLimits(json, field);
    if (!field.fallback.empty()) json["default"] = fromToml(field.fallback);
    return json;
}

Json toJson(const Schema& schema, const Table& table);

Json propertiesOf(const Schema& schema, const Table& table) {
    const std::string prefix = table.path + (table.records ? "[]" : "") + (table.path.empty() ? "" : ".");
    Json properties = Json::object();
    for (const std::string& name : schema.namesIn(table.path)) {
        const std::string path = prefix + name;
        if (const Field* field = schema.field(path))
            properties[name] = toJson(*field);
        else if (const Table* inner = schema.table(path))
            properties[name] = toJson(schema, *inner);
    }
    return properties;
}

Json toJson(const Schema& schema, const Table& table) {
    Json json = Json::object();
    const std::string title = table.labelText.empty() ? table.label.text : table.labelText;
    if (!title.empty()) json["title"] = title;
    const std::string summary = table.summaryText.empty() ? table.summary.text : table.summaryText;
    if (!summary.empty()) json["description"] = summary;
    Json object{{"type", "object"}};
    if (table.unknownKeys == Table::UnknownKeys::Error) object["additionalProperties"] = false;
    if (table.unknownKeys == Table::UnknownKeys::Values)
        object["additionalProperties"] = {{"type", {"object", "array"}}};
    object["properties"] = propertiesOf(schema, table);
    Json required = Json::array();
    for (const Field& field : schema.fields())
        if (field.required && parentOf(field.path) == table.path) required.push_back(nameOf(field.path));
    if (!table.missingKey.text.empty() && !required.empty()) object["required"] = std::move(required);
    if (!table.records) {
        json.update(object);
        return json;
    }
    if (!table.unchecked) json["type"] = "array";
    json["items"] = std::move(object);
    return json;
}

}

std::string toJsonSchema(const Schema& schema) {
    Json json{{"$schema", "http://json-schema.org/draft-07/schema#"}};
    if (const Table* root = schema.table("")) json.update(toJson(schema, *root));
    json["title"] = schema.document() + ": " + schema.title();
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}
