#pragma once

#include "core/text/edit.h"
#include "core/text/result.h"
#include "core/toml/document.h"

#include <string>
#include <string_view>

namespace arabesque::toml {

// Edits of array elements, written as [[table]] or inside brackets. A [[table]] takes the comment right above its
// header along, and the tables inside it; blank lines between elements stay where they are. Each fails with one
// sentence where an element is written in several places, and when the result would not parse.

/// One more element in front of the one at `index`, or behind the last. For [[table]]s `value` is an inline table,
/// whose entries become lines.
[[nodiscard]] Result<Edit> insertElement(const std::string& file, const Document& document, const Path& array,
                                         std::size_t index, std::string_view value);

/// A copy behind the element.
[[nodiscard]] Result<Edit> duplicateElement(const std::string& file, const Document& document,
                                            const Path& array, std::size_t index);

/// The element at `from` becomes the one at `to`; those between move up or down.
[[nodiscard]] Result<Edit> moveElement(const std::string& file, const Document& document, const Path& array,
                                       std::size_t from, std::size_t to);

}
