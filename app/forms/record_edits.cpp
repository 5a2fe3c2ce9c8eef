#include "app/forms/record_edits.h"

#include "app/forms/form_layout.h"
#include "core/schema/assist.h"
#include "core/toml/elements.h"
#include "core/toml/rewrite.h"

#include <vector>

namespace arabesque {

namespace {

/// The required fields of a record itself, else its first one: an element without any key cannot be seen.
std::vector<const Field*> fieldsToStartWith(const Schema& schema, const Table& table) {
    std::vector<const Field*> all;
    std::vector<const Field*> required;
    for (const Field& field : schema.fields()) {
        if (!field.path.starts_with(table.path + "[].")) continue;
        if (parentOf(field.path) != table.path) continue;
        all.push_back(&field);
        if (field.required) required.push_back(&field);
    }
    if (!required.empty() || all.empty()) return required;
    return {all.front()};
}

std::string inlineRecord(const std::vector<const Field*>& fields) {
    std::string text;
    for (const Field* field : fields)
        text +=
            (text.empty() ? " " : ", ") + toml::keyText(nameOf(field->path)) + " = " + firstValueOf(*field);
    return text.empty() ? "{}" : "{" + text + " }";
}

/// Key by key, as lines of a [[table]].
Result<Edit> asLines(const std::string& file, const toml::Document& document, const Schema& schema,
                     const Table& table, const std::vector<const Field*>& fields,
                     std::span<const std::size_t> elements) {
    const std::vector<std::string> order = schema.namesIn(table.path);
    std::string text(document.text());
    for (const Field* field : fields) {
        const auto step = toml::set(file, toml::Document(text), pathFor(field->path, elements),
                                    firstValueOf(*field), order);
        if (!step) return std::unexpected(step.error());
        text = applied(text, file, *step);
    }
    return difference(file, document.text(), text);
}

}

Result<Edit> addRecord(const std::string& file, const toml::Document& document, const Schema& schema,
                       const Table& table, std::span<const std::size_t> outer) {
    const toml::Path path = pathFor(table.path, outer);
    const toml::Node* array = document.find(path);
    const auto fields = fieldsToStartWith(schema, table);
    const std::size_t count = array ? array->elements.size() : 0;
    const bool isWrittenInline = array && array->value;
    if (!fields.empty() && !isWrittenInline) {
        std::vector<std::size_t> elements(outer.begin(), outer.end());
        elements.push_back(count);
        if (auto edit = asLines(file, document, schema, table, fields, elements)) return edit;
    }
    const std::string record = inlineRecord(fields);
    if (array) return toml::insertElement(file, document, path, count, record);
    return toml::set(file, document, path, "[" + record + "]", schema.namesIn(parentOf(table.path)));
}

}
