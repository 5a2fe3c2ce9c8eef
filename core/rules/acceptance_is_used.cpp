#include "core/rules/acceptance.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Deployment.toml");
    if (checked == nullptr || project.overridden) return;
    for (const Acceptance& acceptance : acceptancesOf(checked->document)) {
        if (findRule(acceptance.rule) == nullptr || acceptance.expired(project.today)) continue;
        if (std::ranges::any_of(project.found,
                                [&](const Diagnostic& each) { return acceptance.covers(each, project); }))
            continue;
        findings.at(acceptance.place)
            .say({MESSAGE("rules",
                          "nothing is found any more that this accepts: '%1' says nothing there. Left "
                          "here it would hide the mistake when it comes back"),
                  acceptance.rule})
            .fix(MESSAGE("rules", "Remove the entry"),
                 toml::planned::unset(checked->file, checked->document, {"accepted", acceptance.number}));
    }
}

}

extern const Rule acceptance_is_used{
    .id = "acceptance-is-used",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "An accepted finding that is no more"),
    .why = MESSAGE("rules",
                   "The mistake was mended and its acceptance stayed. It accepts the same mistake again, "
                   "made by somebody who never asked."),
    .cure = MESSAGE("rules", "Remove the entry."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Cloud.toml
[container.image]
tag = "1.0.0"
=== Deployment.toml
format = 1

«[[accepted]]»
rule = "unknown-key"
reason = "We wait for the next release."
)",
                .right = R"(=== Cloud.toml
[container.image]
tag = "1.0.0"
=== Deployment.toml
format = 1
)"},
    .check = check,
    .judges = true};

}
