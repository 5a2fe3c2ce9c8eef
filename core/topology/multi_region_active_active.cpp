#include "core/topology/pattern.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::array contract{"regions-all-serve",          "a-server-runs",
                              "dns-between-regions",        "dns-method-fits",
                              "balancer-is-there",          "single-load-balancer",
                              "balancers-share-an-address", "region-has-its-own-address",
                              "database-in-each-region",    "failures-are-counted"};
constexpr std::array presets{
    Preset{"load_balancer", "zone", R"("64k")"}, Preset{"load_balancer", "connect_timeout", R"("2s")"},
    Preset{"load_balancer", "retry_on", R"(["error", "timeout", "http_502", "http_503", "http_504"])"}};

}

const DeploymentPattern multi_region_active_active{
    .id = "multi-region-active-active",
    .label = MESSAGE("patterns", "Active-active over regions"),
    .summary = MESSAGE(
        "patterns",
        "All regions serve at once. It survives the loss of one of them without a decision by anybody."),
    .needs = MESSAGE("patterns", "Everything in each region, a DNS name that answers with all of them, and "
                                 "data that may be written in each or is kept in one."),
    .limits = MESSAGE("patterns", "Two regions that write the same rows need a rule for conflicts. The "
                                  "regions left have to carry all of the load."),
    .contract = contract,
    .presets = presets};

}
