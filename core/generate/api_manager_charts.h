#pragma once

#include "core/generate/text_writer.h"
#include "core/generate/yaml.h"
#include "core/model/api_manager.h"
#include "core/model/deployment.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// One release of an official chart: all servers of a role in one region. Its name is the chart's, so that its objects
/// are called so (WSO2 helm-apim 4.7.0-1, fullname). Borrows the topology.
struct ApiManagerRelease {
    const Topology& topology;
    std::string role;
    std::string place;   ///< name of the region; empty: of none
    std::vector<std::size_t> nodes{};
    Origins origins{};   ///< why it is there

    [[nodiscard]] std::string chart() const;   ///< "wso2am-acp"
    [[nodiscard]] std::string folder()
        const;   ///< "api-manager/helm/", with the region where there are several
    [[nodiscard]] Sourced<std::int64_t> copies() const;
    /// Label that its pods have as `deployment` (chart templates).
    [[nodiscard]] std::string podLabel() const;
    /// Services that reach one server each: one or two.
    [[nodiscard]] std::vector<std::string> instanceServices() const;
    [[nodiscard]] std::string sharedService() const;
    [[nodiscard]] bool isControl() const { return role == "control-plane" || role == "all-in-one"; }
    [[nodiscard]] bool servesApis() const { return role == "gateway" || role == "all-in-one"; }
    [[nodiscard]] bool keepsData() const { return isControl() || role == "key-manager"; }
};

/// All of them, in the order they are installed in, region after region.
[[nodiscard]] std::vector<ApiManagerRelease> apiManagerReleasesOf(const Topology& topology);

/// Names of objects the releases refer to.
struct ApiManagerObjects {
    static constexpr const char* secret = "wso2am-passwords";
    static constexpr const char* keystorePasswords = "wso2am-keystore-passwords";
    static constexpr const char* keystores = "apim-keystore-secret";
    static constexpr const char* gateway = "wso2am-gateway";
    static constexpr const char* tls = "wso2am-tls";
};

/// Names clients use on Kubernetes for what a release serves: portals, APIs, web sockets, WebSub.
struct ApiManagerHosts {
    Sourced<std::string> portals{}, apis{}, webSocket{}, webSub{}, keyManager{};
};
[[nodiscard]] ApiManagerHosts apiManagerHostsOf(const ApiManagerRelease& release);

/// The name of an environment's APIs: its own, else that of the deployment, below which others have theirs.
[[nodiscard]] Sourced<std::string> apiHostOf(const Topology& topology, const GatewayEnvironment& environment);

/// values.yaml of a release.
[[nodiscard]] Yaml apiManagerValues(const ApiManagerRelease& release);

/// Overlay that mends what the chart gets wrong, behind its rendering (topologies, C1 to C3).
[[nodiscard]] Artifacts apiManagerCorrections(const ApiManagerRelease& release);

}
