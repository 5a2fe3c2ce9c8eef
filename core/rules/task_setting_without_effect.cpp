#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <array>

namespace arabesque {

namespace {

struct Ignored {
    toml::Path path;
    const char* name;
};

/// Of a Job or CronJob only names, images, variables and configuration are taken (c2c 4.0.0, section 6.8).
const std::array<Ignored, 4>& ignored() {
    static const std::array<Ignored, 4> all{
        {{{"cloud", "deployment"}, "cloud.deployment"},
         {{"container", "image", "entrypoint"}, "container.image.entrypoint"},
         {{"container", "copy"}, "container.copy"},
         {{"settings", "buildImage"}, "settings.buildImage"}}};
    return all;
}

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Cloud.toml");
    const Deployment& deployment = project.deployment;
    if (checked == nullptr || !deployment.makesKubernetes() || !deployment.workload.isTask()) return;
    for (const Ignored& each : ignored())
        if (const toml::Node* node = checked->document.find(each.path))
            findings.at({checked->file, node->range})
                .say({MESSAGE("rules",
                              "the program is a task, and of a task '%1' is not read: it has no effect"),
                      each.name})
                .fix({MESSAGE("rules", "Remove '%1'"), each.name},
                     toml::planned::unset(checked->file, checked->document, each.path));
}

}

extern const Rule task_setting_without_effect{
    .id = "task-setting-without-effect",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A setting that tasks do not have"),
    .why = MESSAGE("rules", "Job and CronJob are made without it: no limits, no scaling, no copied file, the "
                            "generated start command."),
    .cure = MESSAGE("rules", "Remove it, and set what the task needs in a patch of the generated file."),
    .source = "c2c 4.0.0, sections 3.1 and 6.8",
    .example = {.wrong = R"(=== main.bal
import ballerina/cloud;

@cloud:Task
public function main() {
}
=== Cloud.toml
[container.image]
name = "orders"

«[cloud.deployment]»
max_memory = "1Gi"
)",
                .right = R"(=== main.bal
import ballerina/cloud;

@cloud:Task
public function main() {
}
=== Cloud.toml
[container.image]
name = "orders"
)"},
    .check = check};

}
