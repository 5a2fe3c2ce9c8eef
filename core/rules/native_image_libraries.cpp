#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Ballerina.toml");
    if (checked == nullptr || !isTrue(checked->document.find({"build-options", "graalvm"}))) return;
    const toml::Node* platforms = checked->document.root().member("platform");
    if (platforms == nullptr) return;
    for (const toml::Member& platform : platforms->members) {
        const toml::Node* libraries = platform.node.member("dependency");
        if (libraries == nullptr || isTrue(platform.node.member("graalvmCompatible"))) continue;
        for (std::size_t i = 0; i < libraries->elements.size(); ++i) {
            if (libraries->elements[i].member("graalvmCompatible") != nullptr) continue;
            findings.at({checked->file, libraries->elements[i].range})
                .say(MESSAGE("rules",
                             "a native image is built, and nothing says that this library works in one"))
                .fix(MESSAGE("rules", "It does: say so"),
                     toml::set(checked->file, checked->document,
                               {"platform", platform.name, "dependency", i, "graalvmCompatible"}, "true"));
        }
    }
}

}

extern const Rule native_image_libraries{
    .id = "native-image-libraries",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A Java library that may not fit a native image"),
    .why = MESSAGE("rules", "Reflection and files inside the library are unknown to the native compiler: the "
                            "build may fail, or the program at a call."),
    .cure = MESSAGE("rules", "Try the library in a native image, and say that it works there."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
graalvm = true

«[[platform.java21.dependency]]»
path = "libs/codec.jar"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
graalvm = true

[[platform.java21.dependency]]
path = "libs/codec.jar"
graalvmCompatible = true
)"},
    .check = check};

}
