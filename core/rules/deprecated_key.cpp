#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    for (const CheckedDocument& checked : project.documents)
        for (const Shape& shape : checked.shapes) {
            if (shape.field == nullptr || shape.field->deprecated.empty()) continue;
            findings.at({checked.file, shape.node->keyRange})
                .severity(shape.field->unchecked ? Severity::Info : Severity::Warning)
                .say({shape.field->deprecated, shape.name()})
                .fix({MESSAGE("rules", "Remove '%1'"), shape.name()},
                     toml::unset(checked.file, checked.document, shape.path()));
        }
}

}

extern const Rule deprecated_key{
    .id = "deprecated-key",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A key that has a successor"),
    .why = MESSAGE("rules", "It works still, and a later release will pass over it or stop at it."),
    .cure = MESSAGE("rules", "Write its successor and remove it."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
«export» = ["orders"]
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
)"},
    .check = check};

}
