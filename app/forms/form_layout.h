#pragma once

#include "core/schema/schema.h"

#include <QString>

#include <vector>

namespace arabesque {

/// A table of a document and the fields that stand in it, as a form shows them together.
struct FormSection {
    const Table* table = nullptr;
    std::vector<const Field*> fields;   ///< of an array of tables also those of tables inside a record
};

/// The sections of a document's form, from its schema alone. Tables without fields of their own have none.
[[nodiscard]] std::vector<FormSection> sectionsOf(const Schema& schema);

/// `pattern` with its "[]" as element `index`; patterns without are the path as they stand.
[[nodiscard]] toml::Path pathFor(const std::string& pattern, std::size_t index = 0);

[[nodiscard]] QString labelOf(const Field& field);
[[nodiscard]] QString summaryOf(const Field& field);
[[nodiscard]] QString labelOf(const Table& table);

/// Changes when fields or tables do: a form must then be built anew.
[[nodiscard]] std::string signatureOf(const Schema& schema);

}
