#pragma once

#include "core/schema/schema.h"

#include <string>

namespace arabesque {

/// `schema` as a JSON Schema (draft-07) for other editors: the same shape, limits and texts; ends with a line feed.
/// What only we object to is left out, so that a document the tools take is taken here too; nothing is required,
/// since a value may come from another file or the environment.
[[nodiscard]] std::string toJsonSchema(const Schema& schema);

}
