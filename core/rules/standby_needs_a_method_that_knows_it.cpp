#include "core/rules/balancer.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

constexpr std::array<std::string_view, 3> withoutStandby{"ip-hash", "hash", "random"};

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer || !balancer->isNginx()) return;
    const auto mixed = std::ranges::find_if(balancer->upstreams, [](const Upstream& each) {
        return !each.active.empty() && !each.standby.empty();
    });
    if (mixed == balancer->upstreams.end()) return;
    const std::string method = *balancer->topology.value(deploymentToml().loadBalancer.method);
    const bool bySource = *balancer->topology.value(deploymentToml().loadBalancer.affinity) == "source";
    const bool byMethod = std::ranges::contains(withoutStandby, method);
    if (!byMethod && !bySource) return;
    const std::string& standby = *balancer->topology.nodes[mixed->standby.front()].name;
    const char* key = byMethod ? "method" : "affinity";
    auto finding = findings.at(balancer->placeOf(key));
    finding.say(
        {MESSAGE("rules", "NGINX knows no standby with %1, so '%2' cannot be one: it refuses the file, "
                          "or lets it serve like the others"),
         byMethod ? method : "affinity by source, which is ip_hash", standby});
    if (byMethod)
        finding
            .fix({MESSAGE("rules", "Write %1"), "\"least-conn\""}, balancer->table.set(key, "\"least-conn\""))
            .fix({MESSAGE("rules", "Write %1"), "\"round-robin\""},
                 balancer->table.set(key, "\"round-robin\""));
    else
        finding.fix({MESSAGE("rules", "Remove '%1'"), key}, balancer->table.unset(key));
    if (!bySource || !byMethod)
        finding.fix(MESSAGE("rules", "Use HAProxy, which knows both"),
                    balancer->table.set("engine", "\"haproxy\""));
}

}

extern const Rule standby_needs_a_method_that_knows_it{
    .id = "standby-needs-a-method-that-knows-it",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A standby with a method that knows none"),
    .why =
        MESSAGE("rules", "NGINX takes `backup` with round robin and least_conn only. With ip_hash, hash or "
                         "random it does not start; and where it starts, the order of lines decides what "
                         "happens."),
    .cure = MESSAGE("rules", "Choose round robin or least_conn, or make the standby an active server."),
    .source = "NGINX 1.31.5, upstream module",
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
state = "standby"

[load_balancer]
method = «"ip-hash"»
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
state = "standby"

[load_balancer]
method = "least-conn"
)"},
    .check = check};

}
