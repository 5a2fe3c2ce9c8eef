#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesKubernetes() || deployment.workload.isTask()) return;
    for (const Claim& claim : deployment.workload.claims) {
        const std::string& path = *claim.mountPath;
        const Origin* place = writtenAt(claim.mountPath.origins);
        if (place == nullptr || path.empty() || path.starts_with('/') || path.contains(':')) continue;
        const std::string below = "/home/ballerina/" + path;
        findings.at(place->place())
            .say({MESSAGE("rules",
                          "'%1' is mounted at '/%1', not below the program's folder: other than 'mount_dir', "
                          "'local_path' is taken as it is"),
                  path})
            .fix({MESSAGE("rules", "Mount under %1"), below}, setAt(project, *place, toml::quoted(below)))
            .fix({MESSAGE("rules", "Mount under %1"), '/' + path},
                 setAt(project, *place, toml::quoted('/' + path)));
    }
}

}

extern const Rule mount_path_is_absolute{
    .id = "mount-path-is-absolute",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A volume in another folder than it seems"),
    .why = MESSAGE("rules", "The program writes into its own folder and finds it empty after each restart: "
                            "the volume lies elsewhere."),
    .cure = MESSAGE("rules", "Write the whole path."),
    .source = "c2c 4.0.0, section 6.4",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.deployment.storage.volumes]]
name = "orders"
local_path = «"files"»
)",
                .right = R"(=== Cloud.toml
[[cloud.deployment.storage.volumes]]
name = "orders"
local_path = "/home/ballerina/files"
)"},
    .check = check};

}
