#pragma once

#include "core/model/topology.h"

#include <optional>
#include <string>

namespace arabesque {

/// The Integration Control Plane as runtimes see it.
struct ControlPlaneAddress {
    Sourced<std::string> url{};   ///< where they report to: "https://icp.example.com:9445"
    bool first = false;           ///< release 1.x: the dashboard, with other ports and keys
    std::vector<Origin> because{};
};

/// Ports: of 2.x 9445 for runtimes, of 1.x 9743 (WSO2 helm-mi, icp/values.yaml; Micro Integrator, deployment.toml). Nothing
/// where none is laid out.
[[nodiscard]] std::optional<ControlPlaneAddress> controlPlaneAddress(const Topology& topology);

/// Why there is one, or is not.
[[nodiscard]] std::vector<Origin> reasonsOfControlPlane(const Topology& topology);

/// The environment that runtimes are shown under: what is written, else "dev".
[[nodiscard]] Sourced<std::string> controlPlaneEnvironment(const Topology& topology);

}
