#include "core/rules/native_options.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto options = nativeOptionsOf(project);
    const char* word = "--no-fallback";
    if (!options || !project.deployment.makesImage() || !options->text.contains(word)) return;
    findings.at(options->place)
        .say({MESSAGE("rules", "code-to-cloud passes '%1' itself: here it says nothing more"), word})
        .fix({MESSAGE("rules", "Remove '%1'"), word}, setOption(project, *options, word, ""));
}

}

extern const Rule native_fallback_flag{
    .id = "native-fallback-flag",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "An option that is passed already"),
    .why = MESSAGE("rules", "Nothing comes of it; the command in the Dockerfile names the option twice."),
    .cure = MESSAGE("rules", "Remove it."),
    .source = "c2c 4.0.0, section 8.3",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
graalvm = true
graalvmBuildOptions = «"--no-fallback --static"»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
graalvm = true
graalvmBuildOptions = "--static"
)"},
    .check = check};

}
