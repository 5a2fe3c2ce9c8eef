#include "core/schema/config_toml.h"

#include "core/schema/known_modules.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace arabesque {

namespace {

using ballerina::Configurable;
using ballerina::Type;

/// Of the runtime, which reads Config.toml when the program starts.
constexpr Verdicts runtimeVerdicts{
    .unknownKey = {"RUNTIME_0091",
                   MESSAGE(
                       "schema",
                       "'%3' is no configurable variable of this program; the program stops at its start")},
    .wrongType = {"RUNTIME_0074",
                  MESSAGE("schema",
                          "configurable variable '%1' is expected to be of type '%2', but found '%3'; "
                          "the program stops at its start")},
    .wrongChoice = "RUNTIME_0074",
};

std::string joined(std::string_view table, std::string_view name) {
    return table.empty() ? std::string(name) : std::string(table) + '.' + std::string(name);
}

/// Sections a module's variables are looked for in, first one first.
std::vector<std::string> placesOf(const std::string& module, const std::string& organisation,
                                  const std::string& package) {
    const std::string name = module.empty() ? package : package + '.' + module;
    const std::string full = joined(organisation, name);
    if (module.empty()) return {full, name, ""};
    return {name, full};
}

const toml::Node* nodeAt(const toml::Document& document, std::string_view table) {
    const toml::Node* node = &document.root();
    while (node != nullptr && !table.empty()) {
        const std::size_t dot = std::min(table.find('.'), table.size());
        node = node->member(table.substr(0, dot));
        table.remove_prefix(std::min(dot + 1, table.size()));
    }
    return node;
}

std::string lowerCase(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool soundsSecret(std::string_view name) {
    static constexpr const char* words[] = {
        "password",  "passwd",     "pwd",        "secret",     "token",           "apikey",
        "accesskey", "privatekey", "credential", "passphrase", "connectionstring"};
    const std::string lower = lowerCase(std::string(name));
    return std::ranges::any_of(words, [&](const char* word) { return lower.contains(word); });
}

/// What the documentation of a number says it counts.
Meaning countedBy(std::string_view documentation) {
    const std::string lower = lowerCase(std::string(documentation));
    if (lower.contains("in seconds")) return Meaning::Duration;
    if (lower.contains("in bytes")) return Meaning::Bytes;
    return Meaning::Plain;
}

/// The source text of a default as a TOML value; empty when it is an expression.
std::string asToml(const std::string& expression, const Type& type) {
    const bool decimal = type.kind == Type::Kind::Decimal || type.kind == Type::Kind::Float;
    std::string text = expression;
    if (decimal && !text.empty() && text.find_first_not_of("+-0123456789dfDF") == std::string::npos) {
        while (!text.empty() && std::isalpha(static_cast<unsigned char>(text.back()))) text.pop_back();
        text += ".0";
    }
    return toml::isValue(text) ? text : std::string();
}

ValueType valueTypeOf(const Type& type) {
    switch (type.kind) {
    case Type::Kind::Int:
    case Type::Kind::Byte: return ValueType::Integer;
    case Type::Kind::Float:
    case Type::Kind::Decimal: return ValueType::Float;
    case Type::Kind::Boolean: return ValueType::Boolean;
    case Type::Kind::String:
    case Type::Kind::Xml: return ValueType::String;
    case Type::Kind::Enum: {
        const bool texts =
            std::ranges::all_of(type.members, [](const std::string& m) { return m.starts_with('"'); });
        return texts && !type.members.empty() ? ValueType::String : ValueType::Any;
    }
    case Type::Kind::Array:
        return !type.parts.empty() && type.parts[0].kind == Type::Kind::String ? ValueType::StringList
                                                                               : ValueType::Any;
    default: return ValueType::Any;
    }
}

/// What a declaration says about one key, before its place is known.
struct Declared {
    std::string name;
    const Type& type;
    bool required;
    std::string fallback, documentation, label, where;
};

void declareTable(Schema& schema, const std::string& path, const Declared& declared);

void declareField(Schema& schema, const std::string& path, const Declared& declared) {
    const Type& type = declared.type;
    Field field{.path = path, .type = valueTypeOf(type), .fallback = asToml(declared.fallback, type)};
    field.choices = type.members;
    field.required = declared.required;
    if (type.kind == Type::Kind::Byte) field.least = 0, field.most = 255;
    if (field.type == ValueType::String && soundsSecret(declared.name)) field.meaning = Meaning::Secret;
    if (field.type == ValueType::Integer || field.type == ValueType::Float)
        field.meaning = countedBy(declared.documentation);
    if (type.kind == Type::Kind::Xml || field.type == ValueType::Any) field.meaning = Meaning::MultiLine;
    if (field.type == ValueType::Any && type.kind != Type::Kind::Other)
        field.programType = std::make_shared<const Type>(type);
    if (field.fallback.empty() && !declared.fallback.empty())
        field.fallbackNote = MESSAGE("config", "computed by the program");
    else if (type.optional && declared.fallback.empty())
        field.fallbackNote = MESSAGE("config", "none");
    field.labelText = declared.label.empty() ? declared.name : declared.label;
    field.summaryText = declared.documentation;
    if (declared.documentation.empty())
        field.summary =
            MESSAGE("config", "A value the program leaves to its deployment; its source says no more.");
    field.source = declared.where;
    field.typeText = type.text;
    schema.add(std::move(field));
}

bool isRecords(const Type& type) {
    const bool listed = type.kind == Type::Kind::Array || type.kind == Type::Kind::Table;
    return listed && !type.parts.empty() && type.parts[0].kind == Type::Kind::Record;
}

void declare(Schema& schema, const std::string& table, const Declared& declared) {
    const std::string path = joined(table, declared.name);
    if (schema.table(path) != nullptr || schema.field(path) != nullptr) return;
    const bool structured = declared.type.kind == Type::Kind::Record || isRecords(declared.type);
    if (structured)
        declareTable(schema, path, declared);
    else
        declareField(schema, path, declared);
}

void declareTable(Schema& schema, const std::string& path, const Declared& declared) {
    const bool records = isRecords(declared.type);
    const Type& record = records ? declared.type.parts[0] : declared.type;
    schema.add(
        Table{.path = path,
              .records = records,
              .unknownKeys = record.closed ? Table::UnknownKeys::Error : Table::UnknownKeys::Allowed,
              .labelText = declared.label.empty() ? declared.name : declared.label,
              .summaryText = declared.documentation,
              .required = declared.required,
              .missingKey = {"RUNTIME_0081",
                             MESSAGE("schema", "'%2' has no '%1', which has no default; the program stops at "
                                               "its start")}});
    for (const Type::Field& field : record.fields) {
        if (field.type.empty()) continue;
        const bool key = std::ranges::contains(declared.type.keys, field.name);
        declare(schema, records ? path + "[]" : path,
                {field.name, field.type[0], field.required || key, field.fallback, field.documentation, "",
                 declared.where});
    }
}

/// Tables on the way to a section, so that the section's fields have a place.
void declareSection(Schema& schema, const std::string& section) {
    for (std::size_t end = section.find('.'); !section.empty(); end = section.find('.', end + 1)) {
        const std::string path = section.substr(0, end);
        if (schema.table(path) == nullptr)
            schema.add(Table{.path = path,
                             .unknownKeys = end == std::string::npos ? Table::UnknownKeys::Error
                                                                     : Table::UnknownKeys::Values,
                             .labelText = path});
        if (end == std::string::npos) return;
    }
}

}

Schema configToml(const ballerina::PackageFacts& facts, const std::string& organisation,
                  const std::string& package, const toml::Document& written) {
    Schema schema("Config.toml", "Config.toml", runtimeVerdicts);
    schema.add(Table{
        .path = "", .unknownKeys = Table::UnknownKeys::Values, .label = MESSAGE("config", "Config.toml")});

    std::map<std::string, std::string> homeOfModule;
    const auto sectionOf = [&](const Configurable& variable) {
        const std::vector<std::string> places = placesOf(variable.module, organisation, package);
        for (const std::string& place : places)
            if (const toml::Node* node = nodeAt(written, place);
                node != nullptr && node->member(variable.name) != nullptr)
                return place;
        const auto home = homeOfModule.find(variable.module);
        return home != homeOfModule.end() ? home->second : places.front();
    };
    for (const Configurable& variable : facts.configurables)
        for (const std::string& place : placesOf(variable.module, organisation, package))
            if (const toml::Node* node = nodeAt(written, place);
                node != nullptr && node->member(variable.name) != nullptr)
                homeOfModule.try_emplace(variable.module, place);

    for (const Configurable& variable : facts.configurables) {
        const std::string section = sectionOf(variable);
        declareSection(schema, section);
        declare(schema, section,
                {variable.name, variable.type, variable.required, variable.fallback, variable.documentation,
                 variable.label, variable.place.file});
    }
    for (const KnownModule& module : knownModules()) {
        if (!links(facts.imports, module)) continue;
        declareSection(schema, module.section());
        for (const Configurable& variable : module.configurables())
            declare(schema, module.section(),
                    {variable.name, variable.type, variable.required, variable.fallback,
                     variable.documentation, variable.label, module.source});
    }
    return schema;
}

}
