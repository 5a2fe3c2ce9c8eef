#include "core/schema/assist.h"

#include <algorithm>
#include <cctype>

namespace arabesque {

namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t';
}

bool isKeyCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.' || c == '"';
}

char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool begins(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() &&
           std::ranges::equal(text.substr(0, prefix.size()), prefix, {}, lower, lower);
}

/// The line of the cursor, cut where the cursor stands.
struct Line {
    std::string_view text;   ///< of the whole document
    std::size_t begin = 0;   ///< first character that is no space
    std::size_t cursor = 0;
    std::size_t end = 0;

    Line(std::string_view all, std::size_t offset) : text(all), cursor(std::min(offset, all.size())) {
        const auto newline = cursor == 0 ? std::string_view::npos : all.rfind('\n', cursor - 1);
        begin = newline == std::string_view::npos ? 0 : newline + 1;
        while (begin < cursor && isSpace(all[begin])) ++begin;
        end = std::min(all.find_first_of("\r\n", cursor), all.size());
    }
    [[nodiscard]] std::string_view typed() const { return text.substr(begin, cursor - begin); }
};

/// Where a character stands outside strings; npos where it does not. `#` ends the search: a comment begins.
std::size_t outsideStrings(std::string_view text, char wanted) {
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quote != 0) {
            if (text[i] == '\\' && quote == '"') {
                ++i;
            } else if (text[i] == quote) {
                quote = 0;
            }
        } else if (text[i] == wanted) {
            return i;
        } else if (text[i] == '#') {
            return std::string_view::npos;
        } else if (text[i] == '"' || text[i] == '\'') {
            quote = text[i];
        }
    }
    return std::string_view::npos;
}

toml::Path tableAt(const toml::Document& document, std::size_t offset) {
    const auto& sections = document.tree().sections;
    std::size_t found = 0;
    for (std::size_t i = 1; i < sections.size() && sections[i].range.begin <= offset; ++i) found = i;
    return found < document.sectionPaths().size() ? document.sectionPaths()[found] : toml::Path{};
}

/// True where the line begins inside a value that began on an earlier one.
bool isInsideValue(const toml::Document& document, std::size_t lineBegin) {
    const auto& sections = document.tree().sections;
    std::size_t found = 0;
    for (std::size_t i = 1; i < sections.size() && sections[i].range.begin <= lineBegin; ++i) found = i;
    if (found >= sections.size()) return false;
    return std::ranges::any_of(sections[found].entries, [&](const toml::Entry& entry) {
        return entry.value.range.begin < lineBegin && lineBegin < entry.value.range.end;
    });
}

std::string headerOf(const Table& table) {
    return table.records ? "[[" + table.path + "]]" : "[" + table.path + "]";
}

/// The keys a new element of an array of tables cannot be without, a line each.
std::string requiredKeys(const Schema& schema, const Table& table) {
    std::string lines;
    if (!table.records) return lines;
    for (const Field& field : schema.fields()) {
        if (field.required && parentOf(field.path) == table.path && field.path.contains("[]"))
            lines += "\n" + toml::keyText(nameOf(field.path)) + " = " + firstValueOf(field);
    }
    return lines;
}

/// A table of tables alone is never written by itself.
bool hasKeys(const Schema& schema, const Table& table) {
    return std::ranges::any_of(schema.fields(),
                               [&](const Field& field) { return parentOf(field.path) == table.path; });
}

bool isOffered(const Schema& schema, const Table& table, const toml::Document& document) {
    if (table.path.empty() || table.path.contains("[]") || !hasKeys(schema, table)) return false;
    if (table.records) return true;
    const auto path = toml::readPath(table.path);
    const toml::Node* node = path ? document.find(*path) : nullptr;
    return node == nullptr || node->section == nullptr;
}

void addTables(Completions& found, const Schema& schema, const toml::Document& document,
               std::string_view typed) {
    for (const Table& table : schema.tables()) {
        const std::string header = headerOf(table);
        if (!isOffered(schema, table, document) || !begins(header, typed)) continue;
        found.items.push_back({.kind = Completion::Kind::Table,
                               .label = header,
                               .text = header + requiredKeys(schema, table),
                               .table = &table});
    }
}

Completions headersAt(const Schema& schema, const toml::Document& document, const Line& line) {
    Completions found{{line.begin, line.end}, {}};
    std::string_view typed = line.typed();
    const bool isDouble = typed.starts_with("[[");
    for (const Table& table : schema.tables()) {
        const bool fits = isOffered(schema, table, document) && (table.records || !isDouble);
        const std::string_view name = typed.substr(isDouble ? 2 : 1);
        if (!fits || !begins(table.path, name)) continue;
        found.items.push_back({.kind = Completion::Kind::Table,
                               .label = headerOf(table),
                               .text = headerOf(table) + requiredKeys(schema, table),
                               .table = &table});
    }
    return found;
}

void addValue(Completions& found, const Field& field, const std::string& value, std::string_view typed) {
    const std::string_view bare = typed.starts_with('"') ? typed.substr(1) : typed;
    const std::string_view content = value.starts_with('"') ? std::string_view(value).substr(1) : value;
    const bool isThere = std::ranges::contains(found.items, value, &Completion::text);
    if (value.empty() || isThere || !begins(content, bare)) return;
    found.items.push_back({.kind = Completion::Kind::Value, .label = value, .text = value, .field = &field});
}

Completions valuesAt(const Schema& schema, const toml::Document& document, const Line& line,
                     std::size_t equals) {
    std::string_view name = line.text.substr(line.begin, equals);
    while (!name.empty() && isSpace(name.back())) name.remove_suffix(1);
    const auto key = toml::readPath(name);
    if (!key) return {};
    toml::Path path = tableAt(document, line.cursor);
    path.insert(path.end(), key->begin(), key->end());
    const Field* field = schema.field(path);
    if (field == nullptr) return {};
    std::size_t begin = line.begin + equals + 1;
    while (begin < line.cursor && isSpace(line.text[begin])) ++begin;
    std::size_t end = line.cursor;
    while (end < line.end && line.text[end] != '#' && !isSpace(line.text[end]) && line.text[end] != ',')
        ++end;
    Completions found{{begin, end}, {}};
    const std::string_view typed = line.text.substr(begin, line.cursor - begin);
    const bool list = field->type == ValueType::StringList;
    for (const std::string& choice : field->choices)
        addValue(found, *field, list ? '[' + choice + ']' : choice, typed);
    if (field->type == ValueType::Boolean) {
        addValue(found, *field, "true", typed);
        addValue(found, *field, "false", typed);
    }
    addValue(found, *field, field->fallback, typed);
    addValue(found, *field, field->hint, typed);
    return found;
}

Completions keysAt(const Schema& schema, const toml::Document& document, const Line& line) {
    std::size_t end = line.cursor;
    while (end < line.end && isKeyCharacter(line.text[end])) ++end;
    Completions found{{line.begin, end}, {}};
    const std::string_view typed = line.typed();
    if (!std::ranges::all_of(typed, isKeyCharacter)) return {};
    const toml::Path table = tableAt(document, line.cursor);
    std::string pattern = Schema::patternOf(table);
    if (pattern.ends_with("[]")) pattern.resize(pattern.size() - 2);
    const toml::Node* node = document.find(table);
    const auto rest = line.text.substr(end, line.end - end);
    const bool hasValue = outsideStrings(rest, '=') != std::string_view::npos;
    for (const Field& field : schema.fields()) {
        if (!field.path.starts_with(pattern) || parentOf(field.path) != pattern) continue;
        const std::string name = toml::keyText(nameOf(field.path));
        const toml::Node* there = node == nullptr ? nullptr : node->member(nameOf(field.path));
        const bool isThisLine = there != nullptr && there->keyRange.begin == line.begin;
        if (!begins(name, typed) || (there != nullptr && !isThisLine)) continue;
        found.items.push_back({.kind = Completion::Kind::Key,
                               .label = name,
                               .text = hasValue ? name : name + " = " + firstValueOf(field),
                               .field = &field});
    }
    if (typed.empty() && !hasValue) addTables(found, schema, document, typed);
    return found;
}

}

std::string firstValueOf(const Field& field) {
    if (!field.hint.empty()) return field.hint;
    if (!field.fallback.empty()) return field.fallback;
    if (!field.choices.empty() && field.type != ValueType::StringList) return field.choices.front();
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

Completions completionsAt(const Schema& schema, const toml::Document& document, std::size_t offset) {
    const Line line(document.text(), offset);
    const std::string_view typed = line.typed();
    const bool isComment = outsideStrings(typed, '#') != std::string_view::npos;
    if (isComment || isInsideValue(document, line.begin)) return {};
    if (typed.starts_with('[')) return headersAt(schema, document, line);
    const auto equals = outsideStrings(typed, '=');
    if (equals != std::string_view::npos) return valuesAt(schema, document, line, equals);
    return keysAt(schema, document, line);
}

}
