#include "core/topology/pattern.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::array contract{"pattern-has-one-region", "kubernetes-is-a-target", "zones-to-spread-over",
                              "a-server-runs",          "replicas-cover-zones",   "replicas-are-spread",
                              "disruption-budget",      "database-has-a-standby"};

}

const DeploymentPattern kubernetes_multi_zone{
    .id = "kubernetes-multi-zone",
    .label = MESSAGE("patterns", "Kubernetes over zones"),
    .summary = MESSAGE("patterns", "Replicas are spread over the zones of a region. It survives the loss of "
                                   "a machine and of a zone, and repairs itself."),
    .needs =
        MESSAGE("patterns", "A cluster with machines in two zones or more, and as many replicas as zones."),
    .limits = MESSAGE("patterns", "The loss of the region or of the cluster is an outage."),
    .contract = contract,
    .presets = {}};

}
