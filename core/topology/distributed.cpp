#include "core/topology/pattern.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::array contract{"pattern-has-one-region",     "distributed-is-api-manager",
                              "control-plane-is-there",     "two-gateways",
                              "balancer-is-there",          "single-load-balancer",
                              "balancers-share-an-address", "database-is-there",
                              "database-has-a-standby",     "shared-encryption-key",
                              "servers-in-one-zone",        "failures-are-counted"};
constexpr std::array presets{
    Preset{"load_balancer", "zone", R"("64k")"}, Preset{"load_balancer", "connect_timeout", R"("2s")"},
    Preset{"load_balancer", "retry_on", R"(["error", "timeout", "http_502", "http_503", "http_504"])"}};

}

const DeploymentPattern distributed{
    .id = "distributed",
    .label = MESSAGE("patterns", "Distributed control and data plane"),
    .summary = MESSAGE("patterns", "Gateways of the API Manager serve, and a control plane manages them. "
                                   "Gateways scale alone and serve on while the control plane is gone."),
    .needs = MESSAGE("patterns", "At least two gateways, a control plane, a database with a standby, a pair "
                                 "of load balancers, and one encryption key for all."),
    .limits =
        MESSAGE("patterns", "A gateway that is started while the control plane is gone does not come up."),
    .product = "api-manager",
    .contract = contract,
    .presets = presets};

}
