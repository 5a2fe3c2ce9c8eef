#include "core/rules/cures.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    const Workload& workload = deployment.workload;
    const Origin* place = writtenAt(workload.base.origins);
    if (!deployment.makesImage() || workload.native || workload.defaultBase || place == nullptr ||
        !place->key().ends_with("base"))
        return;
    findings.at(place->place())
        .say({MESSAGE(
                  "rules",
                  "code-to-cloud adds its user 'ballerina' to its own base image only: on '%1' the program "
                  "runs as that image's user, which is root unless the image says otherwise"),
              *workload.base})
        .fix(MESSAGE("rules", "Take the usual base image"), unsetAt(project, *place));
}

}

extern const Rule custom_base_user{
    .id = "custom-base-user",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A base image that brings its own user"),
    .why = MESSAGE("rules", "Many clusters refuse programs that run as root, and files mounted for the user "
                            "'ballerina' may not be readable."),
    .cure = MESSAGE("rules", "Take a base image with a user of its own that is not root."),
    .source = "c2c 4.0.0, section 8.1",
    .example = {.wrong = R"(=== Cloud.toml
[container.image]
name = "orders"
base = «"eclipse-temurin:21-jre"»
)",
                .right = R"(=== Cloud.toml
[container.image]
name = "orders"
)"},
    .check = check};

}
