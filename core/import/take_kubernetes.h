#pragma once

#include "core/import/proposals.h"

#include <vector>

namespace arabesque {

/// Proposes what takes more than one value to tell: replicas, variables from ConfigMaps and Secrets, configuration files,
/// annotations. Objects of other programs are named once. Answers with the values that are left to be mapped.
[[nodiscard]] std::vector<ImportedValue> takeKubernetes(const ImportedFile& file, Proposals& proposals);

}
