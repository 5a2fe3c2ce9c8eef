#pragma once

#include "core/model/deployment.h"

#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// Names on the machines that run the program. Units, scripts and the runbook all take them from here:
///
///     /opt/orders/releases/1.2.0/orders.jar    what runs, one folder a release
///     /opt/orders/current                      link to the release that runs
///     /opt/orders/previous                     link to the one before it
///     /opt/orders/config/                      Config.toml and secrets; no update touches them
struct MachineNames {
    std::string package;              ///< "orders"
    Sourced<std::string> folder{};    ///< "/opt/orders"
    Sourced<std::string> user{};      ///< account the program runs as
    Sourced<std::string> program{};   ///< file name: "orders.jar", or a native executable's

    [[nodiscard]] std::string unit() const { return package + ".service"; }
    [[nodiscard]] std::string releases() const { return *folder + "/releases"; }
    [[nodiscard]] std::string current() const { return *folder + "/current"; }
    [[nodiscard]] std::string config() const { return *folder + "/config"; }
};

[[nodiscard]] MachineNames machineNamesOf(const Deployment& deployment);

/// Numbers of the nodes that run the program on a machine of their own, those that stand by first: the order in which
/// they are updated. Nodes whose name no folder can have are left out.
[[nodiscard]] std::vector<std::size_t> machinesOf(const Deployment& deployment);

/// What says over HTTP whether the program serves.
struct Health {
    Sourced<std::string> path;
    std::optional<Sourced<std::int64_t>> port{};   ///< where it is another than the node's own
};

/// Of the balancers' health check, else of a probe. Nothing where only the port can be tried.
[[nodiscard]] std::optional<Health> healthOf(const Deployment& deployment);

}
