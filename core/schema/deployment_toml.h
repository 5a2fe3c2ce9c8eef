#pragma once

#include "core/schema/schema.h"

namespace arabesque {

/// Deployment.toml: what the three files of Ballerina cannot say. Without it a project behaves as code-to-cloud of the
/// newest release makes it.
class DeploymentToml : public Schema {
public:
    DeploymentToml();

    Setting<std::int64_t> format;
    Setting<std::string> c2c;   ///< release of code-to-cloud whose output is made
    Setting<bool> assumeDefaultListener;
};

/// The one instance; lives as long as the program.
[[nodiscard]] const DeploymentToml& deploymentToml();

}
