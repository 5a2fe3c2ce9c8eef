#pragma once

#include "core/ballerina/package_facts.h"
#include "core/model/deployment.h"

#include <string>
#include <string_view>

namespace arabesque {

/// A configuration in two files that the program reads together: what anybody may see, and the rest.
struct SplitConfiguration {
    std::string open;     ///< without its secrets
    std::string secret;   ///< those alone, each with a note what to fill in; empty where there are none
};

/// Takes the secrets out of a configuration. The runtime merges files by variable and takes records, lists and tables
/// whole from one of them (Config.toml reference, section 1), so that a variable with a secret inside goes with it.
[[nodiscard]] SplitConfiguration splitSecrets(std::string_view text, const Deployment& deployment,
                                              const ballerina::PackageFacts& facts);

}
