#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Cloud.toml");
    const std::string& option = *project.deployment.cloud;
    const bool serverless = option == "azure_functions" || option == "aws_lambda";
    if (checked == nullptr || project.snapshot.singleFile || (!option.empty() && !serverless)) return;
    const std::string package = "Ballerina.toml";
    const toml::Path path{"build-options", "cloud"};
    auto finding = findings.at({checked->file, {0, 0}});
    finding.say(
        {serverless
             ? MESSAGE("rules", "nothing reads this file: a build for %1 makes no image and no Kubernetes "
                                "files")
             : MESSAGE("rules", "nothing reads this file: 'cloud' is not set in Ballerina.toml, so only "
                                "a build with --cloud looks at it"),
         option});
    for (const char* name : {"k8s", "docker"})
        finding.fix({MESSAGE("rules", "Set '%1' to %2"), "cloud", toml::quoted(name)},
                    toml::planned::set(package, project.toml(package), path, toml::quoted(name)));
}

}

extern const Rule cloud_toml_is_read{
    .id = "cloud-toml-is-read",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A Cloud.toml that nobody reads"),
    .why = MESSAGE("rules", "bal build makes a jar and nothing else, and no mistake in the file is found."),
    .cure = MESSAGE("rules", "Set the build option, or build with --cloud."),
    .source = "c2c 4.0.0, section 1",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
=== Cloud.toml
«»[container.image]
name = "orders"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
=== Cloud.toml
[container.image]
name = "orders"
)"},
    .check = check};

}
