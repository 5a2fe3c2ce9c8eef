#include "core/rules/balancer.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer || !balancer->isNginx() || balancer->upstreams.empty() || balancer->hasChoice()) return;
    const auto positive = [](const toml::Node* node) {
        return node != nullptr && node->value != nullptr && node->value->kind == toml::Kind::Integer &&
               node->value->integer > 0;
    };
    const std::string& only = *balancer->topology.nodes[balancer->upstreams.front().first()].name;
    const bool fails = positive(balancer->table.find("max_fails"));
    const bool timeout = balancer->table.find("fail_timeout") != nullptr;
    if (!fails && !timeout) return;
    const char* key = fails ? "max_fails" : "fail_timeout";
    auto removed = balancer->table.unset(key);
    if (fails && timeout) removed = together(removed, balancer->table.unset("fail_timeout"));
    findings.at(balancer->placeOf(key))
        .say({MESSAGE("rules", "'%1' is the only server, and NGINX never takes the only one out: the setting "
                               "is passed over"),
              only})
        .fix(MESSAGE("rules", "Remove it"), removed);
}

}

extern const Rule failures_of_one_server{
    .id = "failures-of-one-server",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Failures counted for the only server"),
    .why = MESSAGE("rules", "There is nothing to go on to. The setting promises a failover that cannot be."),
    .cure = MESSAGE("rules", "Add a second server, or remove max_fails and fail_timeout."),
    .source = "NGINX, upstream module",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "orders-1"
role = "service"

[load_balancer]
method = "least-conn"
max_fails = «3»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "orders-1"
role = "service"

[load_balancer]
method = "least-conn"
)"},
    .check = check};

}
