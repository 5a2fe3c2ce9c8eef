#pragma once

#include "core/model/upstreams.h"
#include "core/rules/deployment_table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// The balancers of a deployment as rules look at them; borrows the project.
struct Balancer {
    const Topology& topology;
    DeploymentTable table;   ///< [load_balancer]
    Place place;             ///< its header, else the first node that is one
    bool managed = false;    ///< the cloud runs it: no configuration is made
    std::string engine;
    std::string release;   ///< of NGINX: "1.26"
    std::vector<Upstream> upstreams;

    [[nodiscard]] bool isNginx() const { return engine != "haproxy"; }
    [[nodiscard]] bool isPlus() const {
        return isNginx() && (engine == "nginx-plus" || release.starts_with("plus-"));
    }
    [[nodiscard]] bool isOpenSource() const { return isNginx() && !isPlus(); }
    /// Whether it is NGINX of that release or a later one, or Plus.
    [[nodiscard]] bool hasRelease(std::string_view least) const;
    [[nodiscard]] bool knowsCookies() const;   ///< affinity = "cookie"
    [[nodiscard]] bool knowsResolve() const;   ///< names are looked up while it runs
    [[nodiscard]] bool knowsLeastTime() const;
    /// Whether some upstream has two servers, so that the other can take over.
    [[nodiscard]] bool hasChoice() const;
    /// Where a setting is written, else the header.
    [[nodiscard]] Place placeOf(std::string_view key) const;
    /// A default of the engine is advice: nobody wrote anything yet.
    [[nodiscard]] Severity severityOf(std::string_view key) const;
};

/// NGINX releases from which open source has what only Plus had (change log).
inline constexpr std::string_view firstWithResolve = "1.27.3", firstWithSticky = "1.29.6",
                                  firstWithLeastTime = "1.31.0";

/// Nothing where none is laid out.
[[nodiscard]] std::optional<Balancer> balancerOf(const Checked& project);
/// The same, but for one whose configuration is made: of one the cloud runs keys of engines say nothing.
[[nodiscard]] std::optional<Balancer> ownBalancerOf(const Checked& project);

}
