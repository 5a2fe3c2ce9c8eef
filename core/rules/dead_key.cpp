#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    for (const CheckedDocument& checked : project.documents) {
        if (checked.file == "Cloud.toml" && !project.deployment.readsCloudToml()) continue;
        for (const Shape& shape : checked.shapes) {
            if (shape.field == nullptr || !shape.field->dead) continue;
            findings.at({checked.file, shape.node->keyRange})
                .say({MESSAGE("rules",
                              "'%1' is accepted and does nothing: no file and no build is another for it"),
                      shape.name()})
                .fix({MESSAGE("rules", "Remove '%1'"), shape.name()},
                     toml::planned::unset(checked.file, checked.document, shape.path()));
        }
    }
}

}

extern const Rule dead_key{
    .id = "dead-key",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A key without effect"),
    .why = MESSAGE("rules", "It reads as if it were set: access from outside, a user, a size, tests left "
                            "out. None of it happens."),
    .cure = MESSAGE(
        "rules",
        "Remove it, and see to what it promises elsewhere: an Ingress, a base image with a user, the claim."),
    .source = "c2c 4.0.0, section 3.1; Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment]
«external_accessible» = true
max_memory = "1Gi"
)",
                .right = R"(=== Cloud.toml
[cloud.deployment]
max_memory = "1Gi"
)"},
    .check = check};

}
