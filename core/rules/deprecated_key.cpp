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

const Rule deprecated_key{.id = "deprecated-key",
                          .severity = Severity::Warning,
                          .title = MESSAGE("rules", "A key that has a successor"),
                          .check = check};

}
