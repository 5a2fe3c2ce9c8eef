#include "core/rules/balancer.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer || !balancer->isNginx() || !balancer->hasChoice()) return;
    const auto& keys = deploymentToml().loadBalancer;
    const auto workers = balancer->topology.written(keys.workers);
    const std::int64_t fails = *balancer->topology.value(keys.maxFails);
    const bool zoneIsNeeded = balancer->isPlus() && balancer->topology.has("load_balancer.health_check");
    if (!workers || **workers < 2 || fails < 1 || balancer->table.find("zone") != nullptr || zoneIsNeeded ||
        *balancer->topology.value(keys.resolve))
        return;
    findings.at(balancer->placeOf("workers"))
        .say({MESSAGE("rules",
                      "each of %1 workers counts failures for itself: a lost server is tried %2 times "
                      "before all of them leave it out, not %3"),
              std::to_string(**workers), std::to_string(**workers * fails), std::to_string(fails)})
        .fix(MESSAGE("rules", "Let them share what they know"), balancer->table.set("zone", "\"64k\""))
        .fix(MESSAGE("rules", "Run one worker"), balancer->table.set("workers", "1"));
}

}

extern const Rule workers_share_failures{
    .id = "workers-share-failures",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Workers that do not share what they know of servers"),
    .why =
        MESSAGE("rules", "A loss is noticed as many times as there are workers, and each of these requests "
                         "waits for it."),
    .cure = MESSAGE("rules", "Give the servers a zone of shared memory."),
    .source = "NGINX, upstream module",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"

[load_balancer]
workers = «4»
max_fails = 3
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"

[load_balancer]
workers = 4
max_fails = 3
zone = "64k"
)"},
    .check = check};

}
