#include "core/rules/balancer.h"

#include <algorithm>

namespace arabesque {

namespace {

bool isName(std::string_view host) {
    return !host.contains(':') &&
           std::ranges::any_of(host, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer || !balancer->isNginx() || balancer->table.find("resolve") != nullptr) return;
    for (const Upstream& upstream : balancer->upstreams) {
        std::vector<std::size_t> servers = upstream.active;
        std::ranges::copy(upstream.standby, std::back_inserter(servers));
        for (const std::size_t number : servers) {
            const DeploymentTable node = nodeTable(project, number);
            const auto host = textOf(node.find("host"));
            if (!host || !isName(*host)) continue;
            auto finding = findings.at(node.place("host"));
            finding.say({MESSAGE("rules", "%1 is looked up once, when the balancer starts: if its address "
                                          "changes, requests go to the old one until it is reloaded"),
                         *host});
            if (balancer->knowsResolve()) {
                auto resolved = balancer->table.set("resolve", "true");
                if (balancer->table.find("zone") != nullptr)
                    finding.fix(MESSAGE("rules", "Resolve names again"), resolved);
            }
            return;
        }
    }
}

}

extern const Rule host_names_are_resolved_again{
    .id = "host-names-are-resolved-again",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A name that is looked up only once"),
    .why = MESSAGE("rules", "Clouds move names to other addresses without a word. NGINX then keeps asking a "
                            "machine that is somebody else's by now."),
    .cure = MESSAGE("rules", "Set resolve, where the release has it, or write addresses that stay."),
    .source = "NGINX, upstream module",
    .example = {.wrong = R"(=== Deployment.toml
[profile]
nginx = "1.28"

[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "orders-1"
role = "service"
host = «"orders.internal"»

[load_balancer]
zone = "64k"
)",
                .right = R"(=== Deployment.toml
[profile]
nginx = "1.28"

[[node]]
name = "balancer"
role = "load-balancer"

[[node]]
name = "orders-1"
role = "service"
host = "orders.internal"

[load_balancer]
zone = "64k"
resolve = true
)"},
    .check = check};

}
