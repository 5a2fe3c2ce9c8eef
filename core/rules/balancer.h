#pragma once

#include "core/model/balancer_engine.h"
#include "core/model/upstreams.h"
#include "core/rules/deployment_table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// The balancers of a deployment as rules look at them; borrows the project.
struct Balancer : BalancerEngine {
    const Topology& topology;
    DeploymentTable table;   ///< [load_balancer]
    Place place;             ///< its header, else the first node that is one
    bool managed = false;    ///< the cloud runs it: no configuration is made
    std::vector<Upstream> upstreams;

    /// Whether some upstream has two servers, so that the other can take over.
    [[nodiscard]] bool hasChoice() const;
    /// Where a setting is written, else the header.
    [[nodiscard]] Place placeOf(std::string_view key) const;
    /// A default of the engine is advice: nobody wrote anything yet.
    [[nodiscard]] Severity severityOf(std::string_view key) const;
};

/// Nothing where none is laid out.
[[nodiscard]] std::optional<Balancer> balancerOf(const Checked& project);
/// The same, but for one whose configuration is made: of one the cloud runs keys of engines say nothing.
[[nodiscard]] std::optional<Balancer> ownBalancerOf(const Checked& project);

}
