#include "core/rules/cures.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Origin* place = writtenAt(project.deployment.graalvm.origins);
    if (project.deployment.target != Deployment::Cloud::Choreo || !*project.deployment.graalvm ||
        place == nullptr)
        return;
    findings.at(place->place())
        .say(
            MESSAGE("rules",
                    "for choreo a program is always built for the JVM: 'graalvm' has no effect on its image"))
        .fix({MESSAGE("rules", "Remove '%1'"), "graalvm"}, unsetAt(project, *place));
}

}

extern const Rule choreo_ignores_native{
    .id = "choreo-ignores-native",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A native image that Choreo does not build"),
    .why = MESSAGE(
        "rules",
        "The image starts and uses memory like any Java program; the native build is made and thrown away."),
    .cure = MESSAGE("rules", "Remove the option."),
    .source = "c2c 4.0.0, section 9",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "choreo"
graalvm = «true»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "choreo"
)"},
    .check = check};

}
