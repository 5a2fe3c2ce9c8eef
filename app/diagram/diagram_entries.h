#pragma once

#include "core/diagram/diagram.h"
#include "core/toml/path.h"

#include <string>

namespace arabesque {

/// The entry of Deployment.toml that a part of the diagram stands for; empty where there is none.
[[nodiscard]] toml::Path entryOf(const Diagram& diagram, const std::string& id);
/// The part that an entry of an array of tables stands for; empty where there is none.
[[nodiscard]] std::string idOf(const Diagram& diagram, const toml::Path& entry);

}
