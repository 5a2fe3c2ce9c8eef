#pragma once

#include "core/toml/document.h"
#include "core/toml/path.h"

#include <vector>

namespace arabesque {

class Schema;

/// Keys of a document that its schema does not name, outermost ones only.
[[nodiscard]] std::vector<toml::Path> unknownKeys(const toml::Document& document, const Schema& schema);

}
