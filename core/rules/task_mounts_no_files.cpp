#include "core/model/settings.h"
#include "core/rules/rule.h"
#include "core/schema/cloud_toml.h"

namespace arabesque {

namespace {

/// The tool reads these before the job has a name, and stops with an exception (c2c 4.0.0, sections 3.2 and 12).
void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Cloud.toml");
    const Deployment& deployment = project.deployment;
    if (checked == nullptr || !deployment.makesKubernetes() || !deployment.workload.isTask()) return;
    const Settings settings(checked->file, checked->document, cloud());
    for (const Records records : {cloud().configMaps, cloud().secretFiles})
        if (settings.count(records) > 0)
            findings.at(settings.origin(records, 0).place())
                .say({MESSAGE("rules", "code-to-cloud stops with an exception on [[%1]] in a program with "
                                       "@cloud:Task; cloud.config.files and cloud.config.secrets work there"),
                      cloud()[records].path});
}

}

extern const Rule task_mounts_no_files{
    .id = "task-mounts-no-files",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A task with mounted files"),
    .why = MESSAGE("rules", "The build ends in an exception of the tool, after compiling."),
    .cure = MESSAGE("rules",
                    "Give the task its files as configuration, or copy them into an image it is based on."),
    .source = "c2c 4.0.0, sections 3.2 and 12",
    .example = {.wrong = R"(=== main.bal
import ballerina/cloud;

@cloud:Task
public function main() {
}
=== Cloud.toml
«[[cloud.config.maps]]»
file = "rates.toml"
mount_dir = "data"
=== rates.toml
eur = 1.08
)",
                .right = R"(=== main.bal
import ballerina/cloud;

@cloud:Task
public function main() {
}
=== Cloud.toml
[[cloud.config.files]]
file = "rates.toml"
=== rates.toml
eur = 1.08
)"},
    .check = check};

}
