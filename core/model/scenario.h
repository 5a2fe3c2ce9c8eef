#pragma once

#include "core/model/deployment.h"
#include "core/model/resolve.h"
#include "core/text/snapshot.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace arabesque {

/// How a program is started.
struct Start {
    enum class Where {
        Folder,      ///< bal run, or the jar, in the package's folder
        Container,   ///< the image as it is, without anything mounted
        Kubernetes   ///< with the files and variables of Cloud.toml
    };
    Where where = Where::Folder;
    std::vector<std::pair<std::string, std::string>>
        variables{};   ///< of the environment, over what is there already
    std::vector<std::string> arguments{};
    ResourceLoader load{};   ///< for files the snapshot lacks; without it they are missing
};

/// What a scenario is read from; borrowed for the call.
struct ScenarioInput {
    const Deployment& deployment;
    const Snapshot& snapshot;
    const std::map<std::string, toml::Document, std::less<>>&
        documents;   ///< those of the snapshot that are read already
};

/// Where the program takes its configuration from: one TOML source or several by BAL_CONFIG_FILES, and why others are not
/// read (Config.toml reference, section 1).
[[nodiscard]] Scenario scenarioOf(const ScenarioInput& input, const Start& start);

}
