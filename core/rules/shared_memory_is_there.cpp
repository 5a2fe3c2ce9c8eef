#include "core/rules/balancer.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer || !balancer->isNginx() || balancer->table.find("zone") != nullptr) return;
    const bool checks = balancer->isPlus() && balancer->topology.has("load_balancer.health_check");
    const bool resolves =
        balancer->knowsResolve() && *balancer->topology.value(deploymentToml().loadBalancer.resolve);
    if (!checks && !resolves) return;
    findings.at(balancer->placeOf(checks ? "health_check" : "resolve"))
        .say({MESSAGE("rules", "%1 wants a zone of shared memory, and there is none: NGINX refuses the "
                               "configuration"),
              checks ? "an active health check" : "resolving names again"})
        .fix(MESSAGE("rules", "Add a zone of 64k"), balancer->table.set("zone", "\"64k\""));
}

}

extern const Rule shared_memory_is_there{
    .id = "shared-memory-is-there",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A check or a name without shared memory"),
    .why = MESSAGE("rules", "Results of active checks, and addresses that change, are kept where all workers "
                            "see them. Without a zone NGINX does not start."),
    .cure = MESSAGE("rules", "Add zone."),
    .source = "NGINX Plus, health_check; NGINX, upstream module",
    .example = {.wrong = R"(=== Deployment.toml
[load_balancer]
engine = "nginx-plus"
health_check = «{ path = "/health" }»
)",
                .right = R"(=== Deployment.toml
[load_balancer]
engine = "nginx-plus"
health_check = { path = "/health" }
zone = "64k"
)"},
    .check = check};

}
