#pragma once

#include "core/ballerina/package_facts.h"
#include "core/model/deployment.h"
#include "core/text/snapshot.h"
#include "core/toml/document.h"

#include <functional>
#include <map>
#include <string>

namespace arabesque {

/// What a deployment is read from; borrowed for the call.
struct BindInput {
    const Snapshot& snapshot;
    const toml::Document& ballerinaToml;
    const toml::Document& cloudToml;
    const toml::Document& deploymentToml;
    const ballerina::PackageFacts& facts;
    const std::map<std::string, toml::Document, std::less<>>& documents;   ///< those that are read already
    std::string target;             ///< instead of the `cloud` build option, unless empty
    std::string release;            ///< of code-to-cloud, instead of the profile's, unless empty
    bool templateSecrets = false;   ///< see AnalysisOptions
    std::string environment{};      ///< by name; none of that name: as the files say
};

/// The deployment code-to-cloud would make of the project (c2c 4.0.0, sections 1 to 8). Never fails: what cannot
/// be read is in `problems`.
[[nodiscard]] Deployment bind(const BindInput& input);

}
