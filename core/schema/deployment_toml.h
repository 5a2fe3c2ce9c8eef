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

    Records environments;
    Setting<std::string> environmentName, environmentConfig;
    Setting<std::string> environmentSet;   ///< a table: settings of other documents by path

    Records accepted;
    Setting<std::string> acceptedRule, acceptedSubject, acceptedReason;
    Setting<std::string> acceptedUntil;   ///< a date

private:
    void declareEnvironments();
    void declareAccepted();
};

/// The one instance; lives as long as the program.
[[nodiscard]] const DeploymentToml& deploymentToml();

}
