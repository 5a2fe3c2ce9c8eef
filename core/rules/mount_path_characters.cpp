#include "core/rules/cures.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void look(const Sourced<std::string>& path, Findings& findings) {
    const Origin* place = path->contains(':') ? writtenAt(path.origins) : nullptr;
    if (place != nullptr)
        findings.at(place->place())
            .say({MESSAGE("rules", "'%1' has a colon, and no mount may: Kubernetes refuses the Deployment"),
                  *path});
}

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesKubernetes() || deployment.workload.isTask()) return;
    for (const ConfigObject& config : deployment.workload.configs) look(config.mountPath, findings);
    for (const Claim& claim : deployment.workload.claims) look(claim.mountPath, findings);
}

}

extern const Rule mount_path_characters{
    .id = "mount-path-characters",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A mount with a colon in its path"),
    .why = MESSAGE("rules",
                   "Container runtimes separate paths by colons, so the cluster refuses the Deployment."),
    .cure = MESSAGE("rules", "Write the path without a colon."),
    .source = "c2c 4.0.0, section 6.4; Kubernetes, volumes",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.deployment.storage.volumes]]
name = "orders"
local_path = «"C:/orders"»
)",
                .right = R"(=== Cloud.toml
[[cloud.deployment.storage.volumes]]
name = "orders"
local_path = "/orders"
)"},
    .check = check};

}
