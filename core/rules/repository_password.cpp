#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Ballerina.toml");
    if (checked == nullptr) return;
    for (const Shape& shape : checked->shapes) {
        if (shape.field == nullptr || shape.field->meaning != Meaning::Secret) continue;
        if (textOf(shape.node).value_or(std::string()).empty()) continue;
        findings.at({checked->file, shape.node->range})
            .say(MESSAGE("rules",
                         "this password goes wherever the sources go: keep it in the settings of the user or "
                         "pipeline that builds"))
            .fix({MESSAGE("rules", "Remove '%1'"), shape.name()},
                 toml::unset(checked->file, checked->document, shape.path()));
    }
}

}

extern const Rule repository_password{
    .id = "repository-password",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A password that is kept with the sources"),
    .why = MESSAGE("rules",
                   "Whoever may read the sources, or any copy of their history, may read the password too."),
    .cure = MESSAGE("rules", "Keep it in the settings of the user or pipeline that builds, and change the "
                             "one that was written here."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[[platform.java21.repository]]
id = "internal"
url = "https://maven.example.com/internal"
username = "build"
password = «"hunter2"»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[[platform.java21.repository]]
id = "internal"
url = "https://maven.example.com/internal"
username = "build"
)"},
    .check = check};

}
