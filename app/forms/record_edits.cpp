#include "app/forms/record_edits.h"

#include "app/forms/form_layout.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace arabesque {

namespace {

std::string firstValueFor(const Field& field) {
    if (!field.hint.empty()) return field.hint;
    if (!field.choices.empty()) return field.choices.front();
    switch (field.type) {
    case ValueType::Boolean: return "false";
    case ValueType::Integer: return std::to_string(field.least.value_or(0));
    case ValueType::Float: return "0.0";
    case ValueType::StringList: return "[]";
    case ValueType::String:
    case ValueType::Any: break;
    }
    return "\"\"";
}

std::vector<const Field*> fieldsToStartWith(const Schema& schema, const Table& table) {
    std::vector<const Field*> all;
    std::vector<const Field*> required;
    for (const Field& field : schema.fields()) {
        if (!field.path.starts_with(table.path + "[].")) continue;
        all.push_back(&field);
        if (field.required) required.push_back(&field);
    }
    if (!required.empty() || all.empty()) return required;
    return {all.front()};
}

/// The text of a record written with headers: its own and those of tables inside it.
std::optional<ByteRange> extentOf(const toml::Document& document, const toml::Path& table,
                                  std::size_t index) {
    toml::Path path = table;
    path.emplace_back(index);
    const toml::Node* node = document.find(path);
    if (!node || !node->section) return {};
    ByteRange extent = node->section->range;
    const auto& sections = document.tree().sections;
    const auto isInside = [&](const toml::Path& inner) {
        return inner.size() > path.size() && std::equal(path.begin(), path.end(), inner.begin());
    };
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i].range.begin == extent.end && isInside(document.sectionPaths()[i]))
            extent.end = sections[i].range.end;
    }
    return extent;
}

std::string textOf(const toml::Document& document, ByteRange range) {
    std::string text(document.text().substr(range.begin, range.size()));
    if (!text.ends_with('\n')) text += '\n';
    return text;
}

}

Result<Edit> addRecord(const std::string& file, const toml::Document& document, const Schema& schema,
                       const Table& table) {
    const toml::Node* array = document.find(pathFor(table.path));
    const std::size_t index = array ? array->elements.size() : 0;
    std::string text(document.text());
    for (const Field* field : fieldsToStartWith(schema, table)) {
        const auto step =
            toml::set(file, toml::Document(text), pathFor(field->path, index), firstValueFor(*field));
        if (!step) return std::unexpected(step.error());
        text = applied(text, file, *step);
    }
    return difference(file, document.text(), text);
}

Edit duplicateRecord(const std::string& file, const toml::Document& document, const toml::Path& table,
                     std::size_t index) {
    const auto extent = extentOf(document, table, index);
    if (!extent) return {};
    std::string copy = textOf(document, *extent);
    const bool endsInLine = document.text().substr(0, extent->end).ends_with('\n');
    if (!endsInLine) copy.insert(0, "\n");
    if (!copy.ends_with("\n\n") && extent->end < document.text().size()) copy += '\n';
    if (endsInLine && !document.text().substr(0, extent->end).ends_with("\n\n")) copy.insert(0, "\n");
    return Edit{{Change{file, {extent->end, extent->end}, std::move(copy)}}};
}

Edit swapWithNext(const std::string& file, const toml::Document& document, const toml::Path& table,
                  std::size_t index) {
    const auto first = extentOf(document, table, index);
    const auto second = extentOf(document, table, index + 1);
    if (!first || !second || first->end > second->begin) return {};
    return Edit{
        {Change{file, *first, textOf(document, *second)}, Change{file, *second, textOf(document, *first)}}};
}

}
