#include "core/rules/acceptance.h"
#include "core/schema/shape.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Deployment.toml");
    if (checked == nullptr) return;
    std::vector<std::string> ids;
    for (const Acceptance& acceptance : acceptancesOf(checked->document)) {
        if (acceptance.rule.empty() || findRule(acceptance.rule) != nullptr) continue;
        if (ids.empty())
            for (const Rule* rule : allRules()) ids.emplace_back(rule->id);
        const toml::Path path{"accepted", acceptance.number, "rule"};
        auto finding = findings.at({checked->file, checked->document.find(path)->range});
        finding.say(
            {MESSAGE("rules",
                     "there is no rule '%1', so this accepts nothing; arabesque-cli rules lists them"),
             acceptance.rule});
        if (const std::string meant = nearestOf(ids, acceptance.rule); !meant.empty())
            finding.fix({MESSAGE("rules", "Did you mean '%1'?"), meant},
                        toml::planned::set(checked->file, checked->document, path, toml::quoted(meant)));
    }
}

}

extern const Rule accepted_rule_is_known{
    .id = "accepted-rule-is-known",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "An accepted finding of no rule"),
    .why = MESSAGE("rules",
                   "An acceptance goes by the id of the rule. Misspelt it accepts nothing, and the finding "
                   "stays."),
    .cure = MESSAGE("rules", "Write the id as the finding shows it."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment]
min_memry = "256Mi"
=== Deployment.toml
[[accepted]]
rule = «"unknwon-key"»
reason = "We wait for the next release."
)",
                .right = R"(=== Cloud.toml
[cloud.deployment]
min_memry = "256Mi"
=== Deployment.toml
[[accepted]]
rule = "unknown-key"
reason = "We wait for the next release."
)"},
    .check = check};

}
