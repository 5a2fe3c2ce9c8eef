#pragma once

#include "core/model/topology.h"

#include <vector>

namespace arabesque {

/// Least time until requests are served again after a loss, as far as settings say it.
struct RecoveryBound {
    enum class Loss { Server, Balancer, Database, Region };
    Loss loss = Loss::Server;
    std::vector<Duration>
        steps{};   ///< one after the other: to notice, to decide, to promote, to start, to move names
    bool awaitsDecision = false;   ///< and the time people take, which is not declared

    [[nodiscard]] Duration total() const;
};

/// Of what is laid out; what depends on load, such as failures a balancer only sees by requests, has no bound.
[[nodiscard]] std::vector<RecoveryBound> recoveryBoundsOf(const Topology& topology);

}
