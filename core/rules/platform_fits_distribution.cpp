#include "core/rules/rule.h"
#include "core/schema/ballerina_toml.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Ballerina.toml");
    if (checked == nullptr) return;
    const auto distribution = textOf(checked->document.find({"package", "distribution"}));
    const toml::Node* platforms = checked->document.root().member("platform");
    if (!distribution || platforms == nullptr) return;
    const std::string right = platformOf(*distribution);
    if (platforms->member(right) != nullptr) return;   // several may be written, for several distributions
    for (const toml::Member& platform : platforms->members)
        findings.at({checked->file, platform.node.range})
            .say({MESSAGE("rules", "distribution %1 runs on %2: what stands under 'platform.%3' is not used"),
                  *distribution, right, platform.name})
            .fix({MESSAGE("rules", "Rename it to '%1'"), right},
                 toml::rename(checked->file, checked->document, {"platform", platform.name}, right));
}

}

extern const Rule platform_fits_distribution{
    .id = "platform-fits-distribution",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Java libraries for another Java release"),
    .why = MESSAGE(
        "rules",
        "The libraries are not on the class path: the program does not compile, or fails at the first call."),
    .cure = MESSAGE("rules", "Rename the table after the Java release of the distribution."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
distribution = "2201.13.0"

[[platform.«java17».dependency]]
groupId = "org.postgresql"
artifactId = "postgresql"
version = "42.7.4"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
distribution = "2201.13.0"

[[platform.java21.dependency]]
groupId = "org.postgresql"
artifactId = "postgresql"
version = "42.7.4"
)"},
    .check = check};

}
