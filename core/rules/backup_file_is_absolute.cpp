#include "core/rules/deployment_table.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto files = project.deployment.topology.written(deploymentToml().backup.files);
    if (!files) return;
    for (std::size_t i = 0; i < files->value.size(); ++i) {
        const std::string& path = files->value[i];
        if (path.starts_with('/')) continue;
        const toml::Node* node = project.find(DeploymentTable::file, {"backup", "files", i});
        if (node == nullptr) continue;
        findings.at({DeploymentTable::file, node->range})
            .say({MESSAGE("rules",
                          "'%1' does not begin with a slash, so it is in no backup: a script that runs by "
                          "schedule is in no folder of the project"),
                  path});
    }
}

}

extern const Rule backup_file_is_absolute{
    .id = "backup-file-is-absolute",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A file to back up that is found nowhere"),
    .why = MESSAGE("rules", "The file is left out, and is missed on the day it is needed."),
    .cure = MESSAGE("rules", "Write the whole path, beginning with a slash."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[backup]
files = [«"etc/nginx"»]
)",
                .right = R"(=== Deployment.toml
[backup]
files = ["/etc/nginx"]
)"},
    .check = check};

}
