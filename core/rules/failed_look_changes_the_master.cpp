#include "core/rules/virtual_address.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto vip = virtualAddressOf(project);
    const auto& keys = deploymentToml().vip;
    if (!vip || !*vip->topology.value(keys.checkProcess)) return;
    const auto weight = vip->topology.written(keys.checkWeight);
    const std::int64_t high = *vip->topology.value(keys.priority);
    const std::int64_t gap = high - *vip->topology.value(keys.standbyPriority);
    if (!weight || gap <= 0 || **weight >= 0 || -**weight > gap) return;
    const std::string enough = std::to_string(-(gap + 1));
    findings.at(vip->table.place("check_weight"))
        .say({MESSAGE("rules", "a failed look lowers %1 to %2, which is not below the standby's %3: the "
                               "balancer that failed keeps the address"),
              std::to_string(high), std::to_string(high + **weight), std::to_string(high - gap)})
        .fix({MESSAGE("rules", "Write %1"), enough}, vip->table.set("check_weight", enough))
        .fix(MESSAGE("rules", "Give the address up at once"), vip->table.unset("check_weight"));
}

}

extern const Rule failed_look_changes_the_master{
    .id = "failed-look-changes-the-master",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A failed look that changes nothing"),
    .why =
        MESSAGE("rules", "The balancer with the higher priority has the address. When its process dies and "
                         "its priority stays higher, the standby never takes over."),
    .cure = MESSAGE("rules", "Let the priority drop by more than the gap, or leave check_weight out."),
    .source = "keepalived.conf(5), track_script",
    .example = {.wrong = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
priority = 150
standby_priority = 100
check_weight = «-20»
)",
                .right = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
priority = 150
standby_priority = 100
check_weight = -51
)"},
    .check = check};

}
