#include "core/rules/balancer.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer || !balancer->isNginx() || !balancer->hasChoice() ||
        balancer->topology.has("load_balancer.health_check"))
        return;
    const auto retries = balancer->topology.value(deploymentToml().loadBalancer.retryOn);
    if (std::ranges::any_of(*retries, [](const std::string& each) { return each.starts_with("http_5"); }))
        return;
    const char* right = R"(["error", "timeout", "http_502", "http_503", "http_504"])";
    findings.at(balancer->placeOf("retry_on"))
        .severity(balancer->severityOf("retry_on"))
        .say(MESSAGE("rules", "a server that answers 502, 503 or 504 counts as healthy: its share of clients "
                              "gets the error, though another server would answer"))
        .fix(MESSAGE("rules", "Go on to the next server then"), balancer->table.set("retry_on", right));
}

}

extern const Rule server_errors_count{
    .id = "server-errors-count",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Errors of a server that count as health"),
    .why = MESSAGE("rules", "NGINX takes a server out for refused and lost connections only. One that runs "
                            "and fails stays in, and answers fastest."),
    .cure = MESSAGE("rules", "Name http_502, http_503 and http_504 in retry_on. Calls that change something "
                             "are still not sent twice."),
    .source = "NGINX, proxy_next_upstream",
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
retry_on = «["error", "timeout"]»
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
retry_on = ["error", "timeout", "http_502", "http_503", "http_504"]
)"},
    .check = check};

}
