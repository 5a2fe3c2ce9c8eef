#pragma once

#include "core/import/proposals.h"

#include <vector>

namespace arabesque {

/// Values of a configuration of the program, which a variable or a ConfigMap holds, for Config.toml. Secrets stay where
/// they are.
void takeConfiguration(const toml::Document& configuration, std::uint32_t line, Proposals& proposals);

/// BAL_CONFIG_VAR_<KEY>: the value of a configurable.
void takeVariable(const ImportedValue& variable, Proposals& proposals);

void takeEnvironment(const ImportedFile& file, Proposals& proposals);

// Each answers with the values that are left to be mapped.
[[nodiscard]] std::vector<ImportedValue> takeCompose(const ImportedFile& file, Proposals& proposals);
[[nodiscard]] std::vector<ImportedValue> takeProduct(const ImportedFile& file, Proposals& proposals);

}
