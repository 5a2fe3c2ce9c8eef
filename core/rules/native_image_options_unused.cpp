#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Ballerina.toml");
    if (checked == nullptr) return;
    const toml::Path options{"build-options", "graalvmBuildOptions"}, native{"build-options", "graalvm"};
    const toml::Node* written = checked->document.find(options);
    if (written == nullptr || isTrue(checked->document.find(native))) return;
    findings.at({checked->file, written->range})
        .say(MESSAGE("rules",
                     "these options are for a native image, and 'graalvm' is not true: they are ignored"))
        .fix(MESSAGE("rules", "Build a native image"),
             toml::set(checked->file, checked->document, native, "true"))
        .fix({MESSAGE("rules", "Remove '%1'"), "graalvmBuildOptions"},
             toml::unset(checked->file, checked->document, options));
}

}

extern const Rule native_image_options_unused{
    .id = "native-image-options-unused",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Options for a native image that is not built"),
    .why = MESSAGE(
        "rules", "The program is built for the JVM. bal build says so in a line that is easily overlooked."),
    .cure = MESSAGE("rules", "Build a native image, or remove the options."),
    .source = "Ballerina 2201.13, BuildCommand",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
graalvmBuildOptions = «"--static"»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
graalvmBuildOptions = "--static"
graalvm = true
)"},
    .check = check};

}
