#include "core/topology/pattern.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::array contract{"regions-take-turns",         "a-server-runs",
                              "dns-between-regions",        "dns-method-fits",
                              "balancer-is-there",          "single-load-balancer",
                              "balancers-share-an-address", "region-has-its-own-address",
                              "database-in-each-region",    "failures-are-counted"};
constexpr std::array presets{
    Preset{"load_balancer", "zone", R"("64k")"}, Preset{"load_balancer", "connect_timeout", R"("2s")"},
    Preset{"load_balancer", "retry_on", R"(["error", "timeout", "http_502", "http_503", "http_504"])"}};

}

const DeploymentPattern multi_region_active_passive{
    .id = "multi-region-active-passive",
    .label = MESSAGE("patterns", "Active-passive over regions"),
    .summary = MESSAGE("patterns",
                       "One region serves, another takes over when it is lost. Data follows asynchronously."),
    .needs = MESSAGE(
        "patterns",
        "Everything in both regions, a copy of the database in the second, and a DNS name that moves."),
    .limits = MESSAGE("patterns", "What was not copied yet is lost. Giving a region up is decided by people "
                                  "and takes minutes to hours."),
    .contract = contract,
    .presets = presets};

}
