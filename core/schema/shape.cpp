#include "core/schema/shape.h"

#include <algorithm>

namespace arabesque {

namespace {

class Walk {
public:
    Walk(const Schema& schema, std::vector<Shape>& shapes) : m_schema(schema), m_shapes(shapes) {}

    void members(const toml::Node& table, const toml::Path& path, const Table& declared) {
        const auto above = std::make_shared<const toml::Path>(path);
        std::string pattern = Schema::patternOf(path);
        if (!pattern.empty()) pattern += '.';
        const std::size_t length = pattern.size();
        for (const toml::Member& member : table.members) {
            pattern.replace(length, std::string::npos, member.name);
            const Shape& shape = m_shapes.emplace_back(&member.node, &member.name, above, field(pattern),
                                                       m_schema.table(pattern), &declared);
            if (shape.table != nullptr) below(member.node, shape.path(), *shape.table);
        }
    }

private:
    void below(const toml::Node& node, toml::Path path, const Table& table) {
        if (!table.records && node.kind == toml::Node::Kind::Table) members(node, path, table);
        if (!table.records || node.kind != toml::Node::Kind::Array) return;
        path.emplace_back(std::size_t{0});
        for (std::size_t i = 0; i < node.elements.size(); ++i) {
            path.back() = i;
            if (node.elements[i].kind == toml::Node::Kind::Table) members(node.elements[i], path, table);
        }
    }

    /// Most keys are written in the order of their declarations: what is declared next is tried first.
    const Field* field(std::string_view pattern) {
        const auto fields = m_schema.fields();
        const bool next = m_next < fields.size() && fields[m_next].path == pattern;
        const auto number = next ? std::optional(m_next) : m_schema.numberOf(pattern);
        if (!number) return nullptr;
        m_next = *number + 1;
        return &fields[*number];
    }

    const Schema& m_schema;
    std::vector<Shape>& m_shapes;
    std::size_t m_next = 0;
};

/// Letters to insert, delete, replace or swap with their neighbour to make one text the other.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            cost[i][j] = std::min({replaced, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

/// `maxMemory`, `max-memory` and `MAX_MEMORY` are all `max_memory` to a person.
std::string plain(std::string_view name) {
    std::string letters;
    for (const char c : name) {
        if (c == '_' || c == '-') continue;
        letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return letters;
}

bool fits(ValueType type, const toml::Value& value) {
    switch (type) {
    case ValueType::String: return value.kind == toml::Kind::String;
    case ValueType::Integer: return value.kind == toml::Kind::Integer;
    case ValueType::Float: return value.kind == toml::Kind::Float;
    case ValueType::Boolean: return value.kind == toml::Kind::Boolean;
    case ValueType::StringList:
        return value.kind == toml::Kind::Array &&
               std::ranges::all_of(value.elements, [](const toml::Value& element) {
                   return element.kind == toml::Kind::String;
               });
    case ValueType::Any: return true;
    }
    return true;
}

}

toml::Path Shape::path() const {
    toml::Path path = *above;
    path.emplace_back(*key);
    return path;
}

std::vector<Shape> shapesOf(const toml::Document& document, const Schema& schema) {
    std::vector<Shape> shapes;
    if (const Table* root = schema.table("")) Walk(schema, shapes).members(document.root(), {}, *root);
    return shapes;
}

const char* typeName(const toml::Node& node) {
    if (node.kind == toml::Node::Kind::Table) return "OBJECT";
    if (node.kind == toml::Node::Kind::Array) return "ARRAY";
    switch (node.value->kind) {
    case toml::Kind::Integer: return "INTEGER";
    case toml::Kind::Float: return "NUMBER";
    case toml::Kind::Boolean: return "BOOLEAN";
    case toml::Kind::DateTime: return "DATETIME";
    default: return "STRING";
    }
}

const char* expectedType(const Shape& shape) {
    if (shape.table != nullptr) return shape.table->records ? "ARRAY" : "OBJECT";
    switch (shape.field->type) {
    case ValueType::Integer: return "INTEGER";
    case ValueType::Float: return "NUMBER";
    case ValueType::Boolean: return "BOOLEAN";
    case ValueType::StringList: return "ARRAY";
    default: return "STRING";
    }
}

bool hasRightType(const Shape& shape) {
    const toml::Node& node = *shape.node;
    if (shape.table != nullptr) {
        if (!shape.table->records) return node.kind == toml::Node::Kind::Table;
        return node.kind == toml::Node::Kind::Array &&
               std::ranges::all_of(node.elements, [](const toml::Node& element) {
                   return element.kind == toml::Node::Kind::Table;
               });
    }
    if (shape.field == nullptr || shape.field->type == ValueType::Any) return true;
    if (node.value == nullptr) return false;
    return node.value->kind == toml::Kind::Missing || fits(shape.field->type, *node.value);
}

std::string nearestOf(std::span<const std::string> names, std::string_view written) {
    const std::string wanted = plain(written);
    std::string nearest;
    std::size_t least = std::max<std::size_t>(1, std::min<std::size_t>(3, wanted.size() / 3)) + 1;
    for (const std::string& name : names) {
        const std::size_t distance = editDistance(wanted, plain(name));
        if (distance < least) least = distance, nearest = name;
    }
    return nearest;
}

std::string nearestName(const Schema& schema, std::string_view tablePattern, std::string_view written) {
    const Table* table = schema.table(tablePattern);
    if (table == nullptr) return {};
    const std::string inTable = table->path.empty() ? "" : table->path + (table->records ? "[]." : ".");
    const std::vector<std::string> names = schema.namesIn(tablePattern);
    for (const std::string& name : names) {
        const Field* field = schema.field(inTable + name);
        if (field != nullptr && std::ranges::contains(field->formerNames, written)) return name;
    }
    return nearestOf(names, written);
}

}
