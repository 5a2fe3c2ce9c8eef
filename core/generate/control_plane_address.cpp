#include "core/generate/control_plane_address.h"

#include "core/generate/topology_reasons.h"

namespace arabesque {

namespace {

const auto& keys() {
    return deploymentToml().controlPlane;
}

constexpr const char* role = "integration-control-plane";

std::string bracketed(const std::string& host) {
    return host.contains(':') ? '[' + host + ']' : host;
}

}

std::vector<Origin> reasonsOfControlPlane(const Topology& topology) {
    Origins all = joined(reasonsOfRoles(topology), reasonsOfRole(topology, role));
    all = joined(std::move(all), reasonsOf(topology, keys().url));
    return joined(std::move(all), topology.value(deploymentToml().controlPlaneVersion).origins);
}

std::optional<ControlPlaneAddress> controlPlaneAddress(const Topology& topology) {
    const auto release = topology.value(deploymentToml().controlPlaneVersion);
    ControlPlaneAddress address{.first = release->starts_with("1."),
                                .because = reasonsOfControlPlane(topology)};
    const auto written = topology.written(keys().url);
    const auto nodes = topology.nodesOf(role);
    if (written) {
        address.url = *written;
        return address;
    }
    if (nodes.empty()) return std::nullopt;
    const Node& node = topology.nodes[nodes.front()];
    address.url = {"https://" + bracketed(*node.host) + (address.first ? ":9743" : ":9445"),
                   joined(node.host.origins, release.origins)};
    return address;
}

Sourced<std::string> controlPlaneEnvironment(const Topology& topology) {
    if (auto written = topology.written(keys().environment)) return *std::move(written);
    return {"dev", reasonsOf(topology, keys().environment)};
}

}
