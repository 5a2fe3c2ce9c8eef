#include "core/rules/cures.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Workload& workload = project.deployment.workload;
    if (!project.deployment.makesKubernetes() || workload.isTask() || !*workload.autoscaled) return;
    const auto& least = workload.autoscaling.minReplicas;
    const auto& most = workload.autoscaling.maxReplicas;
    if (*least <= *most || *most < 1) return;
    const Origin* place = writtenAt(least.origins);
    if (place == nullptr) place = writtenAt(most.origins);
    if (place == nullptr) return;
    const std::string low = std::to_string(*least), high = std::to_string(*most);
    auto finding = findings.at(place->place());
    finding.say(
        {MESSAGE("rules", "at least %1 and at most %2 replicas: the cluster refuses the autoscaler, and one "
                          "replica runs"),
         low, high});
    if (const Origin* key = keyOf(most.origins))
        finding.fix({MESSAGE("rules", "Allow %1 replicas"), low}, setAt(project, *key, low));
    if (const Origin* key = keyOf(least.origins))
        finding.fix({MESSAGE("rules", "Begin with %1"), high}, setAt(project, *key, high));
}

}

extern const Rule replicas_min_within_max{
    .id = "replicas-min-within-max",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "More replicas at least than at most"),
    .why = MESSAGE("rules", "The cluster refuses the HorizontalPodAutoscaler. The Deployment stays at one "
                            "replica, whatever the load."),
    .cure =
        MESSAGE("rules", "Raise max_replicas, which is 2 where nothing is written, or lower min_replicas."),
    .source = "c2c 4.0.0, sections 3.1 and 6.7",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
min_replicas = «3»
max_replicas = 2
)",
                .right = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
min_replicas = 3
max_replicas = 3
)"},
    .check = check};

}
