#pragma once

#include "core/text/diagnostic.h"
#include "core/text/snapshot.h"

#include <vector>

namespace arabesque {

/// Files the tools pass over because their names are written in other letters, such as "config.toml".
[[nodiscard]] std::vector<Diagnostic> misnamedFiles(const Snapshot& snapshot);

}
