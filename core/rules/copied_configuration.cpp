#include "core/rules/cures.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes() || project.deployment.workload.isTask()) return;
    for (const CopiedFile& copy : project.deployment.workload.copies) {
        const Origin* place = writtenAt(copy.source.origins);
        const std::string_view name = std::string_view(*copy.source).substr(copy.source->rfind('/') + 1);
        if (place == nullptr || name != "Config.toml") continue;
        findings.at(place->place())
            .say(
                {MESSAGE("rules",
                         "'%1' is built into the image: another value needs another image, and whoever pulls "
                         "it reads the file. [[cloud.config.files]] mounts it instead"),
                 *copy.source});
    }
}

}

extern const Rule copied_configuration{
    .id = "copied-configuration",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "Configuration inside the image"),
    .why = MESSAGE("rules", "One image no longer fits all environments, and BAL_CONFIG_FILES, where it is "
                            "set, makes the program pass over the file."),
    .cure = MESSAGE("rules", "Name the file under [[cloud.config.files]], or under [[cloud.config.secrets]] "
                             "where it holds passwords."),
    .source = "c2c 4.0.0, sections 3.2 and 8.6; Ballerina 2201.13, LaunchUtils",
    .example = {.wrong = R"(=== Cloud.toml
[[container.copy.files]]
sourceFile = «"./Config.toml"»
target = "/home/ballerina/Config.toml"
=== ./Config.toml
limit = 5
)",
                .right = R"(=== Cloud.toml
[[cloud.config.files]]
file = "./Config.toml"
=== ./Config.toml
limit = 5
)"},
    .check = check};

}
