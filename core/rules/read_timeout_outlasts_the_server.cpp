#include "core/rules/balancer.h"

#include <algorithm>

namespace arabesque {

namespace {

/// Time API Manager and Micro Integrator give their own backends by default (socket timeout of the pass-through
/// transport).
constexpr double serverSeconds = 180;

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer) return;
    const auto slow = std::ranges::find_if(balancer->upstreams, [](const Upstream& each) {
        return each.role == "gateway" || each.role == "all-in-one" || each.role == "micro-integrator";
    });
    const auto timeout = balancer->topology.value(deploymentToml().loadBalancer.readTimeout);
    if (slow == balancer->upstreams.end() || timeout->seconds >= serverSeconds) return;
    const std::string& name = *balancer->topology.nodes[slow->first()].name;
    findings.at(balancer->placeOf("read_timeout"))
        .severity(balancer->severityOf("read_timeout"))
        .say(
            {MESSAGE("rules", "'%1' waits up to 180 seconds for its backend, and the balancer gives up after "
                              "%2: clients get its error while the answer is on the way"),
             name, toText(*timeout)})
        .fix({MESSAGE("rules", "Write %1"), "\"190s\""}, balancer->table.set("read_timeout", "\"190s\""));
}

}

extern const Rule read_timeout_outlasts_the_server{
    .id = "read-timeout-outlasts-the-server",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A balancer that gives up before the server"),
    .why = MESSAGE("rules", "The balancer cuts the connection, may send the call to the next server, and the "
                            "work of the first is lost. Who stands further outside has to wait longest."),
    .cure = MESSAGE("rules", "Let the balancer wait longer than the server's own timeout, or shorten that."),
    .source = "WSO2 API Manager 4.7 and Micro Integrator 4.6, transport configuration; NGINX, "
              "proxy_read_timeout",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "mi-1"
role = "micro-integrator"

[load_balancer]
read_timeout = «"60s"»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "mi-1"
role = "micro-integrator"

[load_balancer]
read_timeout = "190s"
)"},
    .check = check};

}
