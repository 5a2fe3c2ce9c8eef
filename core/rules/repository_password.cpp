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

const Rule repository_password{.id = "repository-password",
                               .severity = Severity::Warning,
                               .title = MESSAGE("rules", "A password that is kept with the sources"),
                               .check = check};

}
