#pragma once

#include "core/model/deployment.h"
#include "core/model/settings.h"
#include "core/schema/schema.h"

#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// One entry of an environment's `set`: a setting of another document, by dotted path.
struct EnvironmentSetting {
    toml::Path place;                   ///< of the value in Deployment.toml
    toml::Path setting;                 ///< in the document it belongs to
    const toml::Node* node = nullptr;   ///< of the value; borrowed from Deployment.toml
    const std::string* key = nullptr;   ///< as written there, the last step of `place`; borrowed as well
};

/// What environment number `environment` of Deployment.toml sets, in order; quoted dotted keys and nested tables mean the
/// same.
[[nodiscard]] std::vector<EnvironmentSetting> settingsOf(const toml::Document& deploymentToml,
                                                         std::size_t environment);

/// Those of them that a document's schema knows outside of arrays of tables.
[[nodiscard]] Replacements replacementsFor(const Schema& schema, const toml::Document& deploymentToml,
                                           std::size_t environment);

/// The environments Deployment.toml declares, with the configuration file each one takes: the one it names, else
/// Config.<name>.toml where the project has that, else Config.toml.
[[nodiscard]] std::vector<Environment> environmentsOf(const toml::Document& deploymentToml,
                                                      const Snapshot& snapshot);

}
