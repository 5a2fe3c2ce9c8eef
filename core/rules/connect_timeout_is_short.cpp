#include "core/rules/balancer.h"

namespace arabesque {

namespace {

constexpr double longestSeconds = 5;

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer || !balancer->hasChoice()) return;
    const auto timeout = balancer->topology.value(deploymentToml().loadBalancer.connectTimeout);
    if (timeout->seconds <= longestSeconds) return;
    findings.at(balancer->placeOf("connect_timeout"))
        .severity(balancer->severityOf("connect_timeout"))
        .say({MESSAGE("rules",
                      "a host that does not answer costs each request to it %1 before the next server "
                      "is asked"),
              toText(*timeout)})
        .fix({MESSAGE("rules", "Write %1"), "\"2s\""}, balancer->table.set("connect_timeout", "\"2s\""));
}

}

extern const Rule connect_timeout_is_short{
    .id = "connect-timeout-is-short",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A long wait for a host that is gone"),
    .why =
        MESSAGE("rules", "A machine that lost its power or network refuses nothing; it is silent. Requests "
                         "wait for the whole timeout, and clients give up first."),
    .cure = MESSAGE("rules", "Wait 1 to 3 seconds: a connection inside one network is there within "
                             "milliseconds."),
    .source = "NGINX, proxy_connect_timeout",
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
connect_timeout = «"30s"»
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
connect_timeout = "2s"
)"},
    .check = check};

}
