#pragma once

#include "core/generate/text_writer.h"
#include "core/model/topology.h"

#include <string_view>
#include <utility>

namespace arabesque {

// Why parts of files are there at all: what decides about them beside the values they show.

/// That a setting of Deployment.toml is written, or is not.
template <class T> [[nodiscard]] Origins reasonsOf(const Topology& topology, Setting<T> setting) {
    if (auto written = topology.written(setting)) return std::move(written->origins);
    return {{Origin::Kind::Default, "Deployment.toml", deploymentToml()[setting].path, {}}};
}

/// That a node is what it is, where it is.
[[nodiscard]] Origins reasonsOf(const Node& node);
/// That some nodes are; those of a role.
[[nodiscard]] Origins reasonsOfRole(const Topology& topology, std::string_view role);
/// What every node is; whatever goes by the nodes that are left.
[[nodiscard]] Origins reasonsOfRoles(const Topology& topology);
/// That load balancers stand in front of servers, and are configured here.
[[nodiscard]] Origins reasonsOfBalancers(const Topology& topology);
/// Whether health is asked, and at what.
[[nodiscard]] Origins reasonsOfHealth(const Topology& topology);
/// That a database is there, with its copies.
[[nodiscard]] Origins reasonsOf(const Topology& topology, const Database& database);
/// That of all of them.
[[nodiscard]] Origins reasonsOfDatabases(const Topology& topology);

}
