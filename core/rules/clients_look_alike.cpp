#include "core/rules/balancer.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    const auto& keys = deploymentToml().loadBalancer;
    if (!balancer || !*balancer->topology.value(keys.behindProxy)) return;
    const bool byMethod = *balancer->topology.value(keys.method) == "ip-hash";
    const bool byAffinity = *balancer->topology.value(keys.affinity) == "source";
    if (!byMethod && !byAffinity) return;
    const char* key = byMethod ? "method" : "affinity";
    auto finding = findings.at(balancer->placeOf(key));
    finding.say(MESSAGE("rules",
                        "servers are chosen by the client's address, and behind the proxy all clients "
                        "have the same: one server gets every request"));
    if (byMethod)
        finding.fix({MESSAGE("rules", "Write %1"), "\"least-conn\""},
                    balancer->table.set(key, "\"least-conn\""));
    else if (balancer->knowsCookies())
        finding.fix({MESSAGE("rules", "Write %1"), "\"cookie\""}, balancer->table.set(key, "\"cookie\""));
    else
        finding.fix({MESSAGE("rules", "Remove '%1'"), key}, balancer->table.unset(key));
}

}

extern const Rule clients_look_alike{
    .id = "clients-look-alike",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Servers chosen by an address all clients share"),
    .why = MESSAGE("rules", "The other servers idle until the first is lost, and then one of them gets "
                            "everything."),
    .cure = MESSAGE("rules", "Choose by connections, or keep a client by cookie."),
    .source = "NGINX, upstream module, ip_hash",
    .example = {.wrong = R"(=== Deployment.toml
[load_balancer]
behind_proxy = true
method = «"ip-hash"»
)",
                .right = R"(=== Deployment.toml
[load_balancer]
behind_proxy = true
method = "least-conn"
)"},
    .check = check};

}
