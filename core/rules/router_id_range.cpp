#include "core/rules/virtual_address.h"

namespace arabesque {

namespace {

constexpr std::int64_t least = 1, most = 255;

void check(const Checked& project, Findings& findings) {
    const auto vip = virtualAddressOf(project);
    if (!vip) return;
    const std::int64_t id = *vip->topology.value(deploymentToml().vip.routerId);
    if (id >= least && id <= most) return;
    findings.at(vip->table.place("router_id"))
        .say({MESSAGE("rules", "a virtual router has a number from 1 to 255, not %1: keepalived refuses it"),
              std::to_string(id)})
        .fix({MESSAGE("rules", "Write %1"), "51"}, vip->table.set("router_id", "51"));
}

}

extern const Rule router_id_range{
    .id = "router-id-range",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A virtual router's number out of range"),
    .why = MESSAGE("rules", "The number is one byte of each sign of life. keepalived does not start, and "
                            "nobody has the address."),
    .cure = MESSAGE("rules", "Choose a number from 1 to 255 that no other pair in the network has."),
    .source = "keepalived 2.2.7; keepalived.conf(5), virtual_router_id",
    .example = {.wrong = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
router_id = «300»
)",
                .right = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
router_id = 51
)"},
    .check = check};

}
