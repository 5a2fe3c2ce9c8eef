#include "core/rules/virtual_address.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto vip = virtualAddressOf(project);
    if (!vip || *vip->topology.value(deploymentToml().vip.unicast)) return;
    const bool cloud =
        std::ranges::any_of(vip->topology.databases, [](const Database& each) { return *each.managed; });
    findings.at(vip->table.place("unicast"))
        .severity(cloud ? Severity::Warning : Severity::Info)
        .say(MESSAGE("rules", "networks of clouds drop multicast: neither balancer hears the other, and both "
                              "take the address"))
        .fix(MESSAGE("rules", "Send them to the other's address"), vip->table.set("unicast", "true"));
}

}

extern const Rule multicast_in_a_cloud{
    .id = "multicast-in-a-cloud",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Signs of life by multicast"),
    .why = MESSAGE("rules", "With two masters, clients reach the one or the other by chance, and nobody sees "
                            "an error."),
    .cure = MESSAGE("rules", "Use unicast, or the cloud's balancer."),
    .source = "keepalived.conf(5), unicast_peer",
    .example = {.wrong = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
unicast = «false»
)",
                .right = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
unicast = true
)"},
    .check = check};

}
