#include "core/rules/cures.h"
#include "core/rules/rule.h"

#include <algorithm>

namespace arabesque {

namespace {

/// A misspelt key may be the one that would make room.
bool hasUnknownKey(const Checked& project) {
    const CheckedDocument* checked = project.document("Cloud.toml");
    return checked != nullptr && std::ranges::any_of(checked->shapes, [](const Shape& shape) {
               return shape.unknown() && shape.parent != nullptr &&
                      shape.parent->path == "cloud.deployment.autoscaling";
           });
}

void check(const Checked& project, Findings& findings) {
    const Workload& workload = project.deployment.workload;
    if (!project.deployment.makesKubernetes() || workload.isTask() || !*workload.autoscaled) return;
    const auto& least = workload.autoscaling.minReplicas;
    const auto& most = workload.autoscaling.maxReplicas;
    const Origin* place = writtenAt(most.origins);
    if (place == nullptr) place = writtenAt(least.origins);
    if (*least != *most || place == nullptr || hasUnknownKey(project)) return;
    const std::string more = std::to_string(*most + 1);
    auto finding = findings.at(place->place());
    finding.say(
        {MESSAGE("rules", "%1 replicas are both the least and the most: the autoscaler keeps that number and "
                          "never adds one"),
         std::to_string(*most)});
    if (const Origin* key = keyOf(most.origins))
        finding.fix({MESSAGE("rules", "Allow %1 replicas"), more}, setAt(project, *key, more));
}

}

extern const Rule autoscaling_has_room{
    .id = "autoscaling-has-room",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "An autoscaler that cannot scale"),
    .why = MESSAGE(
        "rules", "Load is measured and nothing follows from it. That is a way to fix the number of replicas, "
                 "which the Deployment itself does not offer; for more under load it does nothing."),
    .cure = MESSAGE("rules", "Allow more replicas, or leave it as a fixed number."),
    .source = "c2c 4.0.0, section 6.7",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
min_replicas = 2
max_replicas = «2»
)",
                .right = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
min_replicas = 2
max_replicas = 3
)"},
    .check = check};

}
