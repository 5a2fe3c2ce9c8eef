#pragma once

#include "core/rules/balancer.h"

#include <optional>

namespace arabesque {

/// [load_balancer.vip] of balancers whose keepalived is configured; borrows the project.
struct VirtualAddress {
    const Topology& topology;
    DeploymentTable table;
};

/// Nothing where there is none, or where the cloud runs the balancer.
[[nodiscard]] std::optional<VirtualAddress> virtualAddressOf(const Checked& project);

}
