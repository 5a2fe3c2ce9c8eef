#include "core/rules/cures.h"
#include "core/rules/rule.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

constexpr std::array<std::string_view, 3> ofJava{"JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"};

void check(const Checked& project, Findings& findings) {
    const Workload& workload = project.deployment.workload;
    if (!project.deployment.makesKubernetes() || !workload.native) return;
    for (const EnvironmentReference& variable : workload.environment) {
        const Origin* place =
            std::ranges::contains(ofJava, *variable.name) ? writtenAt(variable.name.origins) : nullptr;
        if (place != nullptr)
            findings.at(place->place())
                .say({MESSAGE("rules",
                              "a native executable has no Java to read '%1': the variable has no effect"),
                      *variable.name})
                .fix(MESSAGE("rules", "Remove the entry"), removeEntryAt(project, *place));
    }
}

}

extern const Rule java_options_on_native{
    .id = "java-options-on-native",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Options of Java for a program without Java"),
    .why = MESSAGE("rules", "Heap size and properties set this way keep their defaults."),
    .cure = MESSAGE(
        "rules",
        "Remove the variable, and pass such options in the start command or when the executable is built."),
    .source = "c2c 4.0.0, section 8.3; GraalVM, command-line options",
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

[[cloud.config.envs]]
key_ref = «"JAVA_TOOL_OPTIONS"»
config_name = "order-settings"
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
