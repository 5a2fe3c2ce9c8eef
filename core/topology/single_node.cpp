#include "core/topology/pattern.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::array contract{
    "pattern-has-one-region",
    "a-server-runs",
    "single-node-is-alone",
};

}

const DeploymentPattern single_node{
    .id = "single-node",
    .label = MESSAGE("patterns", "Single node"),
    .summary =
        MESSAGE("patterns",
                "One copy of the program. It survives no loss: a supervisor starts it again when it ends."),
    .needs = MESSAGE("patterns", "One machine, or one pod."),
    .limits = MESSAGE("patterns", "Everything is a single point of failure, and a new version is an outage."),
    .contract = contract,
    .presets = {}};

}
