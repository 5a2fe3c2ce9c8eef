#pragma once

#include "core/model/topology.h"

#include <string>
#include <string_view>

namespace arabesque {

/// NGINX releases from which open source has what only Plus had (change log).
inline constexpr std::string_view firstWithResolve = "1.27.3", firstWithSticky = "1.29.6",
                                  firstWithLeastTime = "1.31.0";

/// The program that the load balancers run, and what its release knows.
struct BalancerEngine {
    std::string engine;    ///< nginx, nginx-plus or haproxy
    std::string release;   ///< of NGINX: "1.26", "plus-r33"

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
};

[[nodiscard]] BalancerEngine balancerEngineOf(const Topology& topology);

}
