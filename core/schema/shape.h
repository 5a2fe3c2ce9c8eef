#pragma once

#include "core/schema/schema.h"
#include "core/toml/document.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace arabesque {

/// One key of a document beside what its schema says about it.
struct Shape {
    const toml::Node* node = nullptr;
    const std::string* key = nullptr;            ///< the last name of its path
    std::shared_ptr<const toml::Path> above{};   ///< the path of the table or element it stands in
    const Field* field = nullptr;                ///< declared as a value
    const Table* table = nullptr;                ///< declared as a table or array of tables
    const Table* parent = nullptr;               ///< the table it stands in

    [[nodiscard]] bool unknown() const { return field == nullptr && table == nullptr; }
    [[nodiscard]] const std::string& name() const { return *key; }
    [[nodiscard]] toml::Path path() const;
};

/// Every key of `document` below tables that `schema` declares, in order of appearance. Inside values, inside
/// unknown tables and inside tables written where the schema wants something else nothing is listed.
/// Borrows from both arguments.
[[nodiscard]] std::vector<Shape> shapesOf(const toml::Document& document, const Schema& schema);

/// "STRING", "INTEGER", …: the name of a value's type in messages of Ballerina's TOML validator.
[[nodiscard]] const char* typeName(const toml::Node& node);
/// What the schema expects, in the same words.
[[nodiscard]] const char* expectedType(const Shape& shape);
/// Whether node and declaration agree in type. Unknown keys do.
[[nodiscard]] bool hasRightType(const Shape& shape);

/// The one of `names` most like `written`, letter case and separators aside; empty when none is near.
[[nodiscard]] std::string nearestOf(std::span<const std::string> names, std::string_view written);

/// The declared name most like `written` among those of a table, former names included; empty when none is near.
[[nodiscard]] std::string nearestName(const Schema& schema, std::string_view tablePattern,
                                      std::string_view written);

}
