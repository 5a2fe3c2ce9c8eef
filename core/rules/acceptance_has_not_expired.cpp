#include "core/rules/acceptance.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Deployment.toml");
    if (checked == nullptr) return;
    for (const Acceptance& acceptance : acceptancesOf(checked->document))
        if (acceptance.expired(project.today))
            findings.at(acceptance.untilPlace)
                .say({MESSAGE("rules",
                              "findings of '%1' were accepted until %2 and are listed again: mend them, or "
                              "agree on another day"),
                      acceptance.rule, acceptance.until})
                .fix(MESSAGE("rules", "Remove the entry"),
                     toml::planned::unset(checked->file, checked->document, {"accepted", acceptance.number}));
}

}

extern const Rule acceptance_has_not_expired{
    .id = "acceptance-has-not-expired",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "An accepted finding whose time is over"),
    .why = MESSAGE("rules",
                   "It was accepted for a while only, and the while is over: the finding counts again."),
    .cure = MESSAGE("rules", "Mend what is found and remove the entry, or agree on another day."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
format = 1

[[accepted]]
rule = "unknown-key"
reason = "We wait for the next release."
until = «2020-01-31»
)",
                .right = R"(=== Deployment.toml
format = 1
)"},
    .check = check};

}
