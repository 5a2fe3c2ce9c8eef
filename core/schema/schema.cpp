#include "core/schema/schema.h"

#include <algorithm>
#include <cassert>

namespace arabesque {

const Verdicts& validatorVerdicts() {
    static constexpr Verdicts verdicts{
        .unknownKey = {"TVE0001", MESSAGE("schema", "key '%1' not supported in schema '%2'")},
        .wrongType = {"TVE0002",
                      MESSAGE("schema", "incompatible type for key '%1': expected '%2', found '%3'")},
    };
    return verdicts;
}

std::string_view parentOf(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    std::string_view parent = dot == std::string_view::npos ? std::string_view{} : path.substr(0, dot);
    if (parent.ends_with("[]")) parent.remove_suffix(2);
    return parent;
}

std::string_view nameOf(std::string_view path) {
    return path.substr(path.rfind('.') + 1);
}

std::string Schema::patternOf(const toml::Path& path) {
    std::string pattern;
    for (const toml::Step& step : path) {
        if (const auto* name = std::get_if<std::string>(&step)) {
            if (!pattern.empty()) pattern += '.';
            pattern += *name;
        } else {
            pattern += "[]";
        }
    }
    return pattern;
}

std::optional<std::size_t> Schema::numberOf(std::string_view pattern) const {
    const auto found =
        m_fieldByPath.find(pattern, [&](std::size_t i) -> std::string_view { return m_fields[i]->path; });
    return found == NameIndex::none ? std::nullopt : std::optional(found);
}

const Field* Schema::field(std::string_view pattern) const {
    const auto number = numberOf(pattern);
    return number ? m_fields[*number].get() : nullptr;
}

const Table* Schema::table(std::string_view pattern) const {
    if (pattern.ends_with("[]")) pattern.remove_suffix(2);
    const auto found =
        m_tableByPath.find(pattern, [&](std::size_t i) -> std::string_view { return m_tables[i].path; });
    return found == NameIndex::none ? nullptr : &m_tables[found];
}

std::vector<std::string> Schema::namesIn(std::string_view tablePattern) const {
    if (tablePattern.ends_with("[]")) tablePattern.remove_suffix(2);
    std::vector<std::string> names;
    for (const Field& field : fields())
        if (parentOf(field.path) == tablePattern) names.emplace_back(nameOf(field.path));
    for (const Table& table : m_tables)
        if (!table.path.empty() && parentOf(table.path) == tablePattern)
            names.emplace_back(nameOf(table.path));
    return names;
}

Records Schema::add(Table table) {
    assert(table.path.empty() || this->table(parentOf(table.path)) != nullptr);
    assert(this->table(table.path) == nullptr);
    m_tableByPath.add(table.path);
    m_tables.push_back(std::move(table));
    return {m_tables.size() - 1};
}

void Schema::add(Field field) {
    assert(table(parentOf(field.path)) != nullptr);
    assert(this->field(field.path) == nullptr);
    m_fieldByPath.add(field.path);
    m_fields.push_back(std::make_shared<const Field>(std::move(field)));
}

void Schema::addFieldsOf(const Schema& other) {
    reserve(other.m_fields.size());
    for (const auto& field : other.m_fields) {
        assert(table(parentOf(field->path)) != nullptr);
        assert(this->field(field->path) == nullptr);
        m_fieldByPath.add(field->path);
        m_fields.push_back(field);
    }
}

Field& Schema::addField(std::string path) {
    assert(table(parentOf(path)) != nullptr);
    assert(this->field(path) == nullptr);
    m_fieldByPath.add(path);
    auto field = std::make_shared<Field>();
    field->path = std::move(path);
    m_fields.push_back(field);
    return *field;
}

void Schema::reserve(std::size_t fields) {
    m_fields.reserve(m_fields.size() + fields);
    m_fieldByPath.reserve(m_fieldByPath.size() + fields);
}

}
