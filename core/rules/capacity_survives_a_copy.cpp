#include "core/model/capacity.h"
#include "core/rules/peak.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto peak = peakOf(topology);
    if (!peak) return;
    for (const RoleCapacity& capacity : capacitiesOf(topology)) {
        if (capacity.withoutCopy >= *peak) continue;
        auto finding = findings.at(objectivesTable(project).place("peak"));
        if (capacity.whole < *peak)
            finding.say(
                {MESSAGE("rules", "all copies of role %1 together carry %2 requests per second, less than "
                                  "the peak of %3"),
                 capacity.role, std::to_string(capacity.whole), std::to_string(*peak)});
        else
            finding.say(
                {MESSAGE("rules", "after the loss of one copy of role %1 the others carry %2 requests per "
                                  "second, less than the peak of %3"),
                 capacity.role, std::to_string(capacity.withoutCopy), std::to_string(*peak)});
        fixByAnotherCopy(project, finding, capacity.role, *peak - capacity.withoutCopy);
    }
}

}

extern const Rule capacity_survives_a_copy{
    .id = "capacity-survives-a-copy",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Too little is left after the loss of one copy"),
    .why =
        MESSAGE("rules", "The rest takes over, is overloaded and falls as well: one loss at the peak becomes "
                         "an outage."),
    .cure = MESSAGE("rules", "Run one copy more than the peak needs."),
    .source = "Arabesque, from declared capacities",
    .example = {.wrong = R"(=== Deployment.toml
[objectives]
peak = «1000»

[[node]]
name = "orders-1"
role = "service"
capacity = 500

[[node]]
name = "orders-2"
role = "service"
capacity = 500
)",
                .right = R"(=== Deployment.toml
[objectives]
peak = 1000

[[node]]
name = "orders-1"
role = "service"
capacity = 500

[[node]]
name = "orders-2"
role = "service"
capacity = 500

[[node]]
name = "orders-3"
role = "service"
capacity = 500
)"},
    .check = check};

}
