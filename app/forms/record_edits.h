#pragma once

#include "core/schema/schema.h"
#include "core/text/edit.h"
#include "core/text/result.h"
#include "core/toml/document.h"

#include <span>
#include <string>

namespace arabesque {

/// One more record of an array of tables, with a value for each required field, in the schema's order. `outer` names
/// the records it is inside of, outermost first.
[[nodiscard]] Result<Edit> addRecord(const std::string& file, const toml::Document& document,
                                     const Schema& schema, const Table& table,
                                     std::span<const std::size_t> outer = {});

}
