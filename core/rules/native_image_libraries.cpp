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

const Rule native_image_libraries{.id = "native-image-libraries",
                                  .severity = Severity::Warning,
                                  .title = MESSAGE("rules", "A Java library that may not fit a native image"),
                                  .check = check};

}
