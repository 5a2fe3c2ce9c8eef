#include "core/topology/pattern.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::array contract{
    "pattern-has-one-region", "a-server-runs",        "two-active-servers",         "no-standby-server",
    "balancer-is-there",      "single-load-balancer", "balancers-share-an-address", "servers-are-checked",
    "database-has-a-standby", "servers-in-one-zone",  "balancer-knows-the-setting", "failures-are-counted"};
constexpr std::array presets{
    Preset{"load_balancer", "connect_timeout", R"("2s")"},
    Preset{"load_balancer", "retry_on", R"(["error", "timeout", "http_502", "http_503", "http_504"])"}};

}

const DeploymentPattern active_active_checks{
    .id = "active-active-checks",
    .label = MESSAGE("patterns", "Active-active with active checks"),
    .summary = MESSAGE("patterns", "Copies share the load, and balancers ask each of them whether it is "
                                   "well. It survives the loss of a server before a request fails."),
    .needs = MESSAGE("patterns", "As active-active, with HAProxy or NGINX Plus, and a resource that answers "
                                 "for the health of the program."),
    .limits = MESSAGE(
        "patterns",
        "What is left has to carry all of the load. A check that only asks for the port sees little."),
    .contract = contract,
    .presets = presets};

}
