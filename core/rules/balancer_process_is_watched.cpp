#include "core/rules/virtual_address.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto vip = virtualAddressOf(project);
    if (!vip || *vip->topology.value(deploymentToml().vip.checkProcess)) return;
    findings.at(vip->table.place("check_process"))
        .say(MESSAGE("rules",
                     "a balancer whose process died keeps the address: keepalived only notices a lost "
                     "host"))
        .fix(MESSAGE("rules", "Watch the process"), vip->table.set("check_process", "true"));
}

}

extern const Rule balancer_process_is_watched{
    .id = "balancer-process-is-watched",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A virtual address that does not follow the balancer"),
    .why = MESSAGE("rules", "Signs of life come from keepalived, not from the balancer. All requests go to a "
                            "machine where nothing listens, and the standby waits."),
    .cure = MESSAGE("rules", "Let a script watch the balancer's process."),
    .source = "NGINX Plus, high availability with keepalived",
    .example = {.wrong = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
check_process = «false»
)",
                .right = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
check_process = true
)"},
    .check = check};

}
