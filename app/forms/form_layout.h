#pragma once

#include "core/schema/schema.h"

#include <span>
#include <string>
#include <vector>

namespace arabesque {

/// A table of a document and the fields that stand in it, as a form shows them together.
struct FormSection {
    const Table* table = nullptr;
    std::vector<const Field*> fields;   ///< of an array of tables also those of tables inside a record
    std::vector<FormSection> inner;     ///< arrays of tables inside a record
};

/// The sections of a document's form, from its schema alone. Tables without fields of their own have none.
[[nodiscard]] std::vector<FormSection> sectionsOf(const Schema& schema);

/// `pattern` with each "[]" as the element that `elements` names for it, outermost first; 0 where it names none.
[[nodiscard]] toml::Path pathFor(std::string_view pattern, std::span<const std::size_t> elements = {});

/// False when fields or tables differ: a form must then be built anew.
[[nodiscard]] bool haveSameForm(const Schema& a, const Schema& b);

}
