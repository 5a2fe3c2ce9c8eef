#pragma once

#include "core/generate/text_writer.h"
#include "core/model/api_manager.h"

#include <string>
#include <vector>

namespace arabesque {

/// A server of the API Manager as its files are made. Names on its machine, which another may share:
///
///     /opt/wso2/cp-1/releases/4.7.0/    an unpacked distribution, one folder a release
///     /opt/wso2/cp-1/current            link to the release that runs
///     /opt/wso2/cp-1/config/            deployment.toml, environment, secrets, keystores; no update touches secrets
///
/// Borrows the topology.
struct ApiManagerServer {
    const Topology& topology;
    const Node& node;
    ApiManagerInstance instance;
    Sourced<std::string> release{};
    ApiManagerProgram program{};

    [[nodiscard]] bool isControl() const { return node.is("control-plane") || node.is("all-in-one"); }
    [[nodiscard]] bool servesApis() const { return node.is("gateway") || node.is("all-in-one"); }
    [[nodiscard]] bool countsRequests() const {
        return node.is("traffic-manager") || (isControl() && !instance.hasOwnTrafficManager);
    }
    [[nodiscard]] std::string path(std::string_view file) const {
        return "api-manager/" + *node.name + '/' + std::string(file);
    }
    [[nodiscard]] Sourced<std::string> home() const;   ///< "/opt/wso2/cp-1"
    [[nodiscard]] std::string unit() const { return "wso2-" + *node.name + ".service"; }
    /// Why it has files, called so.
    [[nodiscard]] Origins reasons(const char* specification) const;
};

/// All whose name a folder can have, in the order in which they are started and updated: control planes, key managers,
/// traffic managers, gateways.
[[nodiscard]] std::vector<ApiManagerServer> apiManagerServersOf(const Topology& topology);

/// The host of the environment a gateway serves; its own where none is known.
[[nodiscard]] Sourced<std::string> gatewayHostOf(const ApiManagerServer& server);

}
