#pragma once

#include "core/schema/schema.h"

#include <string>

namespace arabesque {

/// Text a new document starts with: what the tool's own boilerplate shows, all of it in comments
/// (c2c 4.0.0, section 4.5).
[[nodiscard]] std::string starterText(const Schema& schema);

}
