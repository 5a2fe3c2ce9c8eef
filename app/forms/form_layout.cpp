#include "app/forms/form_layout.h"

#include <algorithm>
#include <map>

namespace arabesque {

namespace {

/// The table whose section shows a field or table: the innermost array of tables it is inside of, else the table it
/// stands in.
std::string_view sectionPathOf(std::string_view path) {
    const auto record = path.rfind("[].");
    return record == std::string_view::npos ? parentOf(path) : path.substr(0, record);
}

using FieldsBySection = std::map<std::string_view, std::vector<const Field*>>;
using TablesBySection = std::map<std::string_view, std::vector<const Table*>>;

FormSection sectionOf(const Table& table, const FieldsBySection& fields, const TablesBySection& records) {
    FormSection section{&table, {}, {}};
    if (const auto own = fields.find(table.path); own != fields.end()) section.fields = own->second;
    if (const auto inside = records.find(table.path); inside != records.end())
        for (const Table* inner : inside->second) section.inner.push_back(sectionOf(*inner, fields, records));
    return section;
}

}

std::vector<FormSection> sectionsOf(const Schema& schema) {
    FieldsBySection fields;
    TablesBySection records;
    for (const Field& field : schema.fields()) fields[sectionPathOf(field.path)].push_back(&field);
    for (const Table& table : schema.tables())
        if (table.records && table.path.contains("[].")) records[sectionPathOf(table.path)].push_back(&table);
    std::vector<FormSection> sections;
    for (const Table& table : schema.tables()) {
        if (table.path.contains("[].")) continue;
        FormSection section = sectionOf(table, fields, records);
        if (!section.fields.empty() || !section.inner.empty()) sections.push_back(std::move(section));
    }
    return sections;
}

toml::Path pathFor(std::string_view pattern, std::span<const std::size_t> elements) {
    toml::Path path;
    std::size_t depth = 0;
    while (!pattern.empty()) {
        std::string_view part = pattern.substr(0, pattern.find('.'));
        pattern.remove_prefix(std::min(part.size() + 1, pattern.size()));
        const bool isRecords = part.ends_with("[]");
        if (isRecords) part.remove_suffix(2);
        path.emplace_back(std::string(part));
        if (!isRecords) continue;
        path.emplace_back(depth < elements.size() ? elements[depth] : 0);
        ++depth;
    }
    return path;
}

bool haveSameForm(const Schema& a, const Schema& b) {
    if (&a == &b) return true;
    return std::ranges::equal(a.tables(), b.tables(),
                              [](const Table& one, const Table& other) {
                                  return one.path == other.path && one.records == other.records;
                              }) &&
           std::ranges::equal(a.fields(), b.fields(), [](const Field& one, const Field& other) {
               return one.path == other.path && one.type == other.type && one.typeText == other.typeText &&
                      one.labelText == other.labelText && one.choices == other.choices;
           });
}

}
