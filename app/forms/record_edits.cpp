#include "app/forms/record_edits.h"

#include "app/forms/form_layout.h"
#include "core/schema/assist.h"
#include "core/toml/rewrite.h"

#include <vector>

namespace arabesque {

namespace {

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

}

Result<Edit> addRecord(const std::string& file, const toml::Document& document, const Schema& schema,
                       const Table& table) {
    const toml::Node* array = document.find(pathFor(table.path));
    const std::size_t index = array ? array->elements.size() : 0;
    std::string text(document.text());
    for (const Field* field : fieldsToStartWith(schema, table)) {
        const auto step =
            toml::set(file, toml::Document(text), pathFor(field->path, index), firstValueOf(*field));
        if (!step) return std::unexpected(step.error());
        text = applied(text, file, *step);
    }
    return difference(file, document.text(), text);
}

}
