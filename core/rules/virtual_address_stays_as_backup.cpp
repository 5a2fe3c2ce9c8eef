#include "core/rules/virtual_address.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto vip = virtualAddressOf(project);
    const auto& keys = deploymentToml().vip;
    if (!vip || *vip->topology.value(keys.preempt) || *vip->topology.value(keys.initialState) != "MASTER")
        return;
    findings.at(vip->table.place("initial_state"))
        .say(MESSAGE("rules", "keepalived drops nopreempt where the state is MASTER: the address goes back "
                              "after all"))
        .fix({MESSAGE("rules", "Write %1"), "\"BACKUP\""}, vip->table.set("initial_state", "\"BACKUP\""))
        .fix(MESSAGE("rules", "Let the address go back"), vip->table.set("preempt", "true"));
}

}

extern const Rule virtual_address_stays_as_backup{
    .id = "virtual-address-stays-as-backup",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "An address that is to stay, and begins as master"),
    .why = MESSAGE("rules", "When the first balancer comes back it takes the address at once, with one more "
                            "interruption that was to be spared."),
    .cure = MESSAGE("rules", "Let both begin as BACKUP; the priority decides at the start."),
    .source = "keepalived 2.2.7; keepalived.conf(5), nopreempt",
    .example = {.wrong = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
preempt = false
initial_state = «"MASTER"»
)",
                .right = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
preempt = false
initial_state = "BACKUP"
)"},
    .check = check};

}
