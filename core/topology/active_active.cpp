#include "core/topology/pattern.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::array contract{"pattern-has-one-region",     "a-server-runs",          "two-active-servers",
                              "no-standby-server",          "balancer-is-there",      "single-load-balancer",
                              "balancers-share-an-address", "database-has-a-standby", "servers-in-one-zone",
                              "failures-are-counted"};
constexpr std::array presets{
    Preset{"load_balancer", "zone", R"("64k")"}, Preset{"load_balancer", "connect_timeout", R"("2s")"},
    Preset{"load_balancer", "retry_on", R"(["error", "timeout", "http_502", "http_503", "http_504"])"}};

}

const DeploymentPattern active_active{
    .id = "active-active",
    .label = MESSAGE("patterns", "Active-active"),
    .summary = MESSAGE("patterns", "Copies share the load. It survives the loss of a server and of a "
                                   "balancer, which sees it by requests that fail."),
    .needs = MESSAGE("patterns", "Two machines for servers and a pair of load balancers with one address, or "
                                 "a managed balancer. State is outside of the program."),
    .limits = MESSAGE("patterns", "The first requests to a lost server pay for finding out. What is left has "
                                  "to carry all of the load."),
    .contract = contract,
    .presets = presets};

}
