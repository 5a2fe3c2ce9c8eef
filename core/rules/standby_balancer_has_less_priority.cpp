#include "core/rules/virtual_address.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto vip = virtualAddressOf(project);
    const auto& keys = deploymentToml().vip;
    if (!vip) return;
    const std::int64_t priority = *vip->topology.value(keys.priority);
    const std::int64_t standby = *vip->topology.value(keys.standbyPriority);
    if (standby < priority) return;
    const char* key = vip->table.find("standby_priority") != nullptr ? "standby_priority" : "priority";
    auto finding = findings.at(vip->table.place(key));
    finding.say({MESSAGE("rules", "the standby has priority %1 and the active balancer %2: the standby takes "
                                  "the address, or the higher IP address decides"),
                 std::to_string(standby), std::to_string(priority)});
    constexpr std::int64_t gap = 50;
    if (priority > gap)
        finding.fix({MESSAGE("rules", "Give the standby %1"), std::to_string(priority - gap)},
                    vip->table.set("standby_priority", std::to_string(priority - gap)));
}

}

extern const Rule standby_balancer_has_less_priority{
    .id = "standby-balancer-has-less-priority",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A standby that has the address"),
    .why =
        MESSAGE("rules", "Of two balancers the one with the higher priority is asked. The names of the nodes "
                         "then say the opposite of what is."),
    .cure = MESSAGE("rules", "Give the standby the lower priority."),
    .source = "keepalived.conf(5), priority",
    .example = {.wrong = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
priority = 150
standby_priority = «150»
)",
                .right = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"
priority = 150
standby_priority = 100
)"},
    .check = check};

}
