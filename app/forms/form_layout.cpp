#include "app/forms/form_layout.h"

#include "app/bridge/text.h"

#include <algorithm>

namespace arabesque {

namespace {

std::string parentOf(const std::string& path) {
    const auto dot = path.rfind('.');
    return dot == std::string::npos ? std::string() : path.substr(0, dot);
}

/// The table whose section shows a field: the array of tables it is inside of, else the table it stands in.
std::string sectionPathOf(const Field& field) {
    const auto record = field.path.find("[]");
    return record == std::string::npos ? parentOf(field.path) : field.path.substr(0, record);
}

}

std::vector<FormSection> sectionsOf(const Schema& schema) {
    std::vector<FormSection> sections;
    for (const Table& table : schema.tables()) {
        if (table.path.contains("[]")) continue;
        FormSection section{&table, {}};
        for (const Field& field : schema.fields()) {
            if (sectionPathOf(field) == table.path) section.fields.push_back(&field);
        }
        if (!section.fields.empty()) sections.push_back(std::move(section));
    }
    return sections;
}

toml::Path pathFor(const std::string& pattern, std::size_t index) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        text += pattern[i];
        if (pattern[i] == '[' && i + 1 < pattern.size() && pattern[i + 1] == ']')
            text += std::to_string(index);
    }
    return toml::readPath(text).value_or(toml::Path{});
}

QString labelOf(const Field& field) {
    const QString label = field.labelText.empty() ? translated(field.label) : toQt(field.labelText);
    return label.isEmpty() ? toQt(field.path.substr(field.path.rfind('.') + 1)) : label;
}

QString summaryOf(const Field& field) {
    return field.summaryText.empty() ? translated(field.summary) : toQt(field.summaryText);
}

QString labelOf(const Table& table) {
    const QString label = table.labelText.empty() ? translated(table.label) : toQt(table.labelText);
    return label.isEmpty() ? toQt(table.path) : label;
}

std::string signatureOf(const Schema& schema) {
    std::string signature;
    for (const Table& table : schema.tables()) signature += table.path + (table.records ? "[]\n" : "\n");
    for (const Field& field : schema.fields()) {
        signature += field.path + ' ' + std::to_string(static_cast<int>(field.type)) + ' ' + field.typeText +
                     ' ' + field.labelText + '\n';
        for (const std::string& choice : field.choices) signature += choice + '|';
    }
    return signature;
}

}
