#include "core/rules/rule.h"

namespace arabesque {

namespace {

/// Found where the files of Cloud.toml are read.
void check(const Checked& project, Findings& findings) {
    if (project.deployment.makesFiles()) findings.handOn(project.deployment.problems);
}

}

extern const Rule file_missing{
    .id = "file-missing",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A file that is not there"),
    .why = MESSAGE("rules", "The build stops after compiling, when it writes the files: the ConfigMap, "
                            "Secret or image would lack the content."),
    .cure = MESSAGE("rules", "Correct the path, which starts at the package's folder, or make the file."),
    .source = "c2c 4.0.0, section 4.4",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.config.files]]
file = «"conf/Confg.toml"»
=== conf/Config.toml
limit = 5
)",
                .right = R"(=== Cloud.toml
[[cloud.config.files]]
file = "conf/Config.toml"
=== conf/Config.toml
limit = 5
)"},
    .check = check};

}
