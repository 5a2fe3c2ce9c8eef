#include "core/rules/cures.h"
#include "core/rules/native_options.h"
#include "core/rules/rule.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::array<std::string_view, 6> options{
    "-H:ConfigurationFileDirectories=", "-H:DynamicProxyConfigurationFiles=",
    "-H:JNIConfigurationFiles=",        "-H:ReflectionConfigurationFiles=",
    "-H:ResourceConfigurationFiles=",   "-H:SerializationConfigurationFiles="};

/// The builder stage holds the jar and nothing else (c2c 4.0.0, section 8.3).
void check(const Checked& project, Findings& findings) {
    const auto written = project.deployment.makesImage() ? nativeOptionsOf(project) : std::nullopt;
    if (!written || project.find("Cloud.toml", {"graalvm", "builder", "buildCmd"}) != nullptr) return;
    for (const std::string_view word : wordsOf(written->text))
        for (const std::string_view option : options) {
            const std::string_view file =
                word.starts_with(option) ? word.substr(option.size()) : std::string_view();
            if (file.empty() || file.starts_with('/') || file.contains('$')) continue;
            findings.at(written->place)
                .say({MESSAGE("rules",
                              "the executable is built inside Docker, beside the jar alone: '%1' is not "
                              "there, and "
                              "the build stops. Files under resources/META-INF/native-image are in the jar"),
                      std::string(file)})
                .fix({MESSAGE("rules", "Remove '%1'"), std::string(word)},
                     setOption(project, *written, word, ""));
        }
}

}

extern const Rule native_configuration_file_exists{
    .id = "native-configuration-file-exists",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A file that the native builder does not have"),
    .why = MESSAGE("rules", "The image is not built: native-image does not find the file."),
    .cure = MESSAGE(
        "rules",
        "Put it into the jar, under META-INF/native-image, where native-image finds it without an option."),
    .source = "c2c 4.0.0, section 8.3; GraalVM, reachability metadata",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
graalvm = true
graalvmBuildOptions = «"--static -H:ReflectionConfigurationFiles=reflect.json"»
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
