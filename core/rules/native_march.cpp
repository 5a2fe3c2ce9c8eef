#include "core/rules/native_options.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto options = nativeOptionsOf(project);
    const char* word = "-march=native";
    const char* right = "-march=compatibility";
    if (!options || !options->text.contains(word)) return;
    findings.at(options->place)
        .say({MESSAGE(
                  "rules",
                  "'%1' uses every instruction of the processor that builds: on an older one the executable "
                  "stops at once"),
              word})
        .fix({MESSAGE("rules", "Write %1"), right}, setOption(project, *options, word, right));
}

}

extern const Rule native_march{
    .id = "native-march",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "An executable for one processor only"),
    .why = MESSAGE(
        "rules", "The image starts where it was built and ends with an illegal instruction on other nodes."),
    .cure = MESSAGE("rules", "Build for processors in general."),
    .source = "WSO2 Integrator, GraalVM native images; GraalVM, build options",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
graalvm = true
graalvmBuildOptions = «"-march=native"»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
graalvm = true
graalvmBuildOptions = "-march=compatibility"
)"},
    .check = check};

}
