#pragma once

#include "core/generate/api_manager_configuration.h"
#include "core/model/deployment.h"

namespace arabesque {

/// What stands on the machine of one server beside its deployment.toml: unit, environment, secrets to fill in.
[[nodiscard]] Artifacts apiManagerMachineFilesOf(const ApiManagerServer& server,
                                                 const std::vector<ApiManagerSecret>& secrets);

/// The environment alone, which containers take as well.
[[nodiscard]] Artifacts apiManagerEnvironmentOf(const ApiManagerServer& server,
                                                const std::vector<ApiManagerSecret>& secrets);

/// Publishers of events to hubs of other regions, one file for each region and kind of event, and where they are reached:
/// made where [api_manager] asks for them (WSO2 API Manager 4.7, multi data centre deployment pattern 1).
[[nodiscard]] Artifacts apiManagerPublishersOf(const ApiManagerServer& server);

/// Scripts that update one server after the other and ask all whether they are well.
[[nodiscard]] Artifacts apiManagerScriptsOf(const Deployment& deployment,
                                            const std::vector<ApiManagerServer>& servers);

/// How to start them, by hand.
[[nodiscard]] Artifact apiManagerReadMe(const Deployment& deployment,
                                        const std::vector<ApiManagerServer>& servers);

}
