#include "core/schema/config_toml.h"

#include "core/schema/configurable_places.h"
#include "core/schema/known_modules.h"
#include "core/schema/secret_names.h"
#include "core/text/lower_case.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <mutex>
#include <ranges>
#include <span>

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
    std::string path;
    path.reserve(table.size() + 1 + name.size());
    if (!table.empty()) path.append(table).append(1, '.');
    return path.append(name);
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

/// Sections a module's variables are looked for in, first one first.
std::vector<std::string> sectionsOf(const std::string& module, const std::string& organisation,
                                    const std::string& package) {
    return module.empty() ? placesOf(ModuleRole::Root, organisation, package).sections
                          : placesOf(ModuleRole::Own, organisation, package + '.' + module).sections;
}

bool ofOneModule(const Configurable& a, const Configurable& b) {
    return a.module == b.module;
}

/// Where the variables of one module are written.
class ModuleSections {
public:
    /// The first variable that is written decides where the others belong.
    ModuleSections(std::span<const Configurable> variables, const std::string& organisation,
                   const std::string& package, const toml::Document& written)
        : m_names(sectionsOf(variables.front().module, organisation, package)), m_home(m_names.size()) {
        for (const std::string& name : m_names) m_tables.push_back(nodeAt(written, name));
        for (const Configurable& variable : variables)
            if (m_home == m_names.size()) m_home = placeOf(variable);
    }

    [[nodiscard]] const std::string& of(const Configurable& variable) const {
        const std::size_t place = placeOf(variable);
        if (place < m_names.size()) return m_names[place];
        return m_home < m_names.size() ? m_names[m_home] : m_names.front();
    }

private:
    /// The number of the section it is written in; the number of sections where it is in none.
    [[nodiscard]] std::size_t placeOf(const Configurable& variable) const {
        const auto holds = [&](const toml::Node* table) {
            return table != nullptr && table->member(variable.name) != nullptr;
        };
        return static_cast<std::size_t>(std::ranges::find_if(m_tables, holds) - m_tables.begin());
    }

    std::vector<std::string> m_names;
    std::vector<const toml::Node*> m_tables;
    std::size_t m_home;
};

/// What the documentation of a number says it counts.
Meaning countedBy(std::string_view documentation) {
    const std::string lower = lowerCase(documentation);
    if (lower.contains("in seconds")) return Meaning::Duration;
    if (lower.contains("in bytes")) return Meaning::Bytes;
    return Meaning::Plain;
}

/// The source text of a default as a TOML value; empty when it is an expression.
std::string asToml(std::string_view expression, const Type& type) {
    const bool decimal = type.kind == Type::Kind::Decimal || type.kind == Type::Kind::Float;
    std::string text(expression);
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
    std::string_view name;
    const Type& type;
    bool required;
    std::string_view fallback, documentation, label, where;
};

void declareTable(Schema& schema, const std::string& path, const Declared& declared);

void declareField(Schema& schema, std::string path, const Declared& declared) {
    const Type& type = declared.type;
    Field& field = schema.addField(std::move(path));
    field.type = valueTypeOf(type);
    field.fallback = asToml(declared.fallback, type);
    field.choices = type.members;
    field.required = declared.required;
    if (type.kind == Type::Kind::Byte) field.least = 0, field.most = 255;
    if (field.type == ValueType::String && soundsSecret(declared.name)) field.meaning = Meaning::Secret;
    if (field.type == ValueType::Integer || field.type == ValueType::Float)
        field.meaning = countedBy(declared.documentation);
    if (type.kind == Type::Kind::Xml || field.type == ValueType::Any) field.meaning = Meaning::MultiLine;
    if (field.type == ValueType::Any && type.kind != Type::Kind::Other) field.programType = ProgramType(type);
    if (field.meaning == Meaning::Secret && field.fallback.size() > 2) {
        field.fallback.clear();   // nobody is to see it
        field.fallbackNote = MESSAGE("config", "a secret in the source");
    } else if (field.fallback.empty() && !declared.fallback.empty()) {
        field.fallbackNote = MESSAGE("config", "computed by the program");
    } else if (type.optional && declared.fallback.empty()) {
        field.fallbackNote = MESSAGE("config", "none");
    }
    field.labelText = declared.label.empty() ? declared.name : declared.label;
    field.summaryText = declared.documentation;
    if (declared.documentation.empty())
        field.summary =
            MESSAGE("config", "A value the program leaves to its deployment; its source says no more.");
    field.source = declared.where;
    field.typeText = type.text;
}

bool isRecords(const Type& type) {
    const bool listed = type.kind == Type::Kind::Array || type.kind == Type::Kind::Table;
    return listed && !type.parts.empty() && type.parts[0].kind == Type::Kind::Record;
}

void declare(Schema& schema, const std::string& table, const Declared& declared) {
    std::string path = joined(table, declared.name);
    if (schema.table(path) != nullptr || schema.field(path) != nullptr) return;
    const bool structured = declared.type.kind == Type::Kind::Record || isRecords(declared.type);
    if (structured)
        declareTable(schema, path, declared);
    else
        declareField(schema, std::move(path), declared);
}

void declareTable(Schema& schema, const std::string& path, const Declared& declared) {
    const bool records = isRecords(declared.type);
    const Type& record = records ? declared.type.parts[0] : declared.type;
    schema.add(
        Table{.path = path,
              .records = records,
              .unknownKeys = record.closed ? Table::UnknownKeys::Error : Table::UnknownKeys::Allowed,
              .labelText = std::string(declared.label.empty() ? declared.name : declared.label),
              .summaryText = std::string(declared.documentation),
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
    if (schema.table(section) != nullptr) return;
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

void declareModule(Schema& schema, const KnownModule& module) {
    declareSection(schema, module.section());
    for (const Configurable& variable : module.configurables())
        declare(schema, module.section(),
                {variable.name, variable.type, variable.required, variable.fallback, variable.documentation,
                 variable.label, module.source});
}

/// The schema of a known module alone, the same for every program; made when first asked for, from any thread.
const Schema& schemaOf(const KnownModule& module) {
    static std::mutex guard;
    static std::map<std::string, Schema> made;
    const std::lock_guard lock(guard);
    const auto [known, isNew] =
        made.try_emplace(module.section(), "Config.toml", "Config.toml", runtimeVerdicts);
    if (isNew) {
        known->second.add(Table{.path = ""});
        declareModule(known->second, module);
    }
    return known->second;
}

/// Adds what a known module may be given. Where a program has a module of the same name, its declarations stand.
void link(Schema& schema, const KnownModule& module) {
    const std::string section = module.section();
    if (schema.table(section) != nullptr) return declareModule(schema, module);
    declareSection(schema, section);
    for (const Table& table : schemaOf(module).tables())
        if (schema.table(table.path) == nullptr) schema.add(table);
    schema.addFieldsOf(schemaOf(module));
}

}

Schema configToml(const ballerina::PackageFacts& facts, const std::string& organisation,
                  const std::string& package, const toml::Document& written, const std::string& file) {
    Schema schema(file, "Config.toml", runtimeVerdicts);
    schema.add(Table{
        .path = "", .unknownKeys = Table::UnknownKeys::Values, .label = MESSAGE("config", "Config.toml")});

    std::size_t count = facts.configurables.size();
    std::vector<const KnownModule*> linked;
    for (const KnownModule& module : knownModules()) {
        if (!links(facts.imports, module)) continue;
        linked.push_back(&module);
        count += module.configurables().size();
    }
    schema.reserve(count + count / 4);   // records have several
    for (const auto variables : facts.configurables | std::views::chunk_by(ofOneModule)) {
        const ModuleSections sections(variables, organisation, package, written);
        for (const Configurable& variable : variables) {
            const std::string& section = sections.of(variable);
            declareSection(schema, section);
            declare(schema, section,
                    {variable.name, variable.type, variable.required, variable.fallback,
                     variable.documentation, variable.label, variable.place.file});
        }
    }
    for (const KnownModule* module : linked) link(schema, *module);
    return schema;
}

}
