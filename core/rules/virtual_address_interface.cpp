#include "core/rules/virtual_address.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto vip = virtualAddressOf(project);
    if (!vip) return;
    const std::string interface = *vip->topology.value(deploymentToml().vip.interface);
    if (interface != "lo" && !interface.starts_with("lo:") && interface != "lo0") return;
    findings.at(vip->table.place("interface"))
        .say({MESSAGE("rules", "%1 is the loopback, which no other machine sees: keepalived refuses it"),
              interface})
        .fix({MESSAGE("rules", "Write %1"), "\"eth0\""}, vip->table.set("interface", "\"eth0\""));
}

}

extern const Rule virtual_address_interface{
    .id = "virtual-address-interface",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A virtual address on the loopback"),
    .why = MESSAGE("rules", "Signs of life have to reach the other balancer. keepalived does not start."),
    .cure = MESSAGE("rules", "Name the interface of the network both balancers are in."),
    .source = "keepalived 2.2.7",
    .example = {.wrong = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
interface = «"lo"»
)",
                .right = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
interface = "eth0"
)"},
    .check = check};

}
