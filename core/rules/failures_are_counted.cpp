#include "core/rules/balancer.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    const auto fails = project.deployment.topology.written(deploymentToml().loadBalancer.maxFails);
    if (!balancer || !balancer->isNginx() || !balancer->hasChoice() || !fails || **fails != 0) return;
    findings.at(balancer->placeOf("max_fails"))
        .say(MESSAGE("rules", "0 lets no server ever count as lost: while one is down, its share of requests "
                              "tries it first, each time"))
        .fix({MESSAGE("rules", "Write %1"), "1"}, balancer->table.set("max_fails", "1"))
        .fix({MESSAGE("rules", "Write %1"), "3"}, balancer->table.set("max_fails", "3"));
}

}

extern const Rule failures_are_counted{
    .id = "failures-are-counted",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A balancer that counts no failures"),
    .why =
        MESSAGE("rules", "Requests still go on to another server, but only after the lost one was tried. A "
                         "host that drops packets costs the whole connect timeout each time."),
    .cure = MESSAGE("rules", "Let 1 to 3 failures take a server out."),
    .source = "NGINX 1.31.5, ngx_http_upstream_round_robin",
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
max_fails = «0»
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
max_fails = 1
)"},
    .check = check};

}
