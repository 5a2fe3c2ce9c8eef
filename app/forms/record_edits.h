#pragma once

#include "core/schema/schema.h"
#include "core/text/edit.h"
#include "core/text/result.h"
#include "core/toml/document.h"

#include <string>

namespace arabesque {

// What the buttons of an array of tables do, as edits. `table` is the array's path.

/// One more record, with a value for each required field.
[[nodiscard]] Result<Edit> addRecord(const std::string& file, const toml::Document& document,
                                     const Schema& schema, const Table& table);
/// A copy behind the record; empty where it is not written with headers.
[[nodiscard]] Edit duplicateRecord(const std::string& file, const toml::Document& document,
                                   const toml::Path& table, std::size_t index);
/// Exchanges a record with the next one; empty where they are not written with headers, one behind the other.
[[nodiscard]] Edit swapWithNext(const std::string& file, const toml::Document& document,
                                const toml::Path& table, std::size_t index);

}
