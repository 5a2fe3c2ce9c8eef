#include "core/rules/cures.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    const Workload& workload = deployment.workload;
    const Origin* place = writtenAt(workload.base.origins);
    if (!deployment.makesImage() || !workload.native || place == nullptr || !place->key().ends_with("base"))
        return;
    const bool musl = workload.base->contains("alpine"), nothing = *workload.base == "scratch";
    if ((!musl && !nothing) || workload.native->command->contains("--static") ||
        workload.native->command->contains("--libc=musl"))
        return;
    findings.at(place->place())
        .say({MESSAGE(
                  "rules",
                  "the executable is linked with the C library of the builder, glibc, which '%1' does not "
                  "have: it stops before its first line. Add --static to the options, or take another base"),
              *workload.base})
        .fix(MESSAGE("rules", "Take the usual base image"), unsetAt(project, *place));
}

}

extern const Rule native_base_on_musl{
    .id = "native-base-on-musl",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A native executable on an image without its C library"),
    .why = MESSAGE(
        "rules",
        "The container ends at once with 'no such file or directory', though the executable is there."),
    .cure = MESSAGE("rules", "Take the usual base image, or link everything into the executable."),
    .source = "c2c 4.0.0, section 8.3; GraalVM, statically linked executables",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
graalvm = true
=== Cloud.toml
[container.image]
name = "orders"
base = «"alpine:3.20"»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
graalvm = true
=== Cloud.toml
[container.image]
name = "orders"
)"},
    .check = check};

}
