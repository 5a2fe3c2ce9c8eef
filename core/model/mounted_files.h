#pragma once

#include "core/model/deployment.h"

#include <string>
#include <vector>

namespace arabesque {

/// ConfigMaps or Secrets of a workload, in the order the tool's sets list them (c2c 4.0.0, section 7.2).
[[nodiscard]] std::vector<const ConfigObject*> configsInOrder(const Workload& workload, bool secrets);

/// A file of Ballerina configuration inside the container.
struct MountedConfig {
    std::string path;
    const ConfigObject* object = nullptr;         ///< borrowed from the workload
    const ConfigObject::Entry* entry = nullptr;   ///< the same
};

/// In the order of BAL_CONFIG_FILES, where the first one wins: ConfigMaps before Secrets (section 6.5).
[[nodiscard]] std::vector<MountedConfig> mountedConfigs(const Workload& workload);

}
