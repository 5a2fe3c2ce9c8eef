#include "core/generate/api_manager_configuration.h"
#include "core/generate/api_manager_machine.h"
#include "core/generate/generator.h"

#include <algorithm>
#include <iterator>

namespace arabesque {

namespace {

Artifacts generate(const Design& design) {
    const Topology& topology = design.deployment.topology;
    const std::vector<ApiManagerServer> servers = apiManagerServersOf(topology);
    Artifacts files;
    if (servers.empty()) return files;
    const bool machines = topology.isFor("vm");
    for (const ApiManagerServer& each : servers) {
        ApiManagerFile configuration = apiManagerConfigurationOf(each);
        files.push_back(std::move(configuration.artifact));
        std::ranges::move(machines ? apiManagerMachineFilesOf(each, configuration.secrets)
                                   : apiManagerEnvironmentOf(each, configuration.secrets),
                          std::back_inserter(files));
        std::ranges::move(apiManagerPublishersOf(each), std::back_inserter(files));
    }
    if (!machines) return files;
    std::ranges::move(apiManagerScriptsOf(design.deployment, servers), std::back_inserter(files));
    files.push_back(apiManagerReadMe(design.deployment, servers));
    return files;
}

}

extern const Generator apiManager{.family = "api-manager", .generate = generate};

}
