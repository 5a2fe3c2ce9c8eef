#include "core/rules/balancer.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer) return;
    const Duration read = *balancer->topology.value(deploymentToml().loadBalancer.readTimeout);
    for (const Pool& pool : balancer->topology.pools) {
        const DeploymentTable table(project, {"pool", pool.number});
        const bool balanced = std::ranges::contains(balancer->upstreams, *pool.role, &Upstream::role);
        if (!balanced || table.find("max_wait") == nullptr || pool.maxWait->seconds < read.seconds) continue;
        const Duration half{read.seconds / 2};
        findings.at(table.place("max_wait"))
            .say({MESSAGE("rules",
                          "a request may wait %1 for a connection, and the balancer gives it up after "
                          "%2: the work is done for nobody"),
                  toText(*pool.maxWait), toText(read)})
            .fix({MESSAGE("rules", "Wait %1"), toText(half)},
                 table.set("max_wait", toml::quoted(toText(half))));
    }
}

}

extern const Rule pool_waits_less_than_clients{
    .id = "pool-waits-less-than-clients",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A pool that waits longer than the balancer"),
    .why =
        MESSAGE("rules", "When the database is slow, requests that were given up still stand in the queue, "
                         "before those that somebody waits for."),
    .cure = MESSAGE("rules", "Let the pool give up well before the balancer does."),
    .source = "WSO2 API Manager, data source configuration; NGINX, proxy_read_timeout",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "orders-1"
role = "service"

[load_balancer]
read_timeout = "60s"

[[database]]
name = "orders"
managed = true

[[pool]]
role = "service"
database = "orders"
max_active = 20
max_wait = «"90s"»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "orders-1"
role = "service"

[load_balancer]
read_timeout = "60s"

[[database]]
name = "orders"
managed = true

[[pool]]
role = "service"
database = "orders"
max_active = 20
max_wait = "30s"
)"},
    .check = check};

}
