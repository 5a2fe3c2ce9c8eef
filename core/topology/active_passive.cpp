#include "core/topology/pattern.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::array contract{"pattern-has-one-region",
                              "a-server-runs",
                              "standby-is-declared",
                              "one-active-server",
                              "a-server-is-active",
                              "balancer-is-there",
                              "single-load-balancer",
                              "balancers-share-an-address",
                              "database-has-a-standby",
                              "servers-in-one-zone",
                              "standby-needs-a-method-that-knows-it",
                              "failures-are-counted"};
constexpr std::array presets{
    Preset{"load_balancer", "zone", R"("64k")"}, Preset{"load_balancer", "connect_timeout", R"("2s")"},
    Preset{"load_balancer", "retry_on", R"(["error", "timeout", "http_502", "http_503", "http_504"])"}};

}

const DeploymentPattern active_passive{
    .id = "active-passive",
    .label = MESSAGE("patterns", "Active-passive"),
    .summary =
        MESSAGE("patterns",
                "One copy serves and another stands by. It survives the loss of a server and of a balancer."),
    .needs = MESSAGE(
        "patterns",
        "Two machines for servers and a pair of load balancers with one address, or a managed balancer."),
    .limits = MESSAGE("patterns",
                      "Half of the capacity is idle. A standby that is never tried may not work on the day."),
    .contract = contract,
    .presets = presets};

}
