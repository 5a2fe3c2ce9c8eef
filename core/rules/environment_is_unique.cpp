#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <set>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Deployment.toml");
    if (checked == nullptr) return;
    std::set<std::string> seen;
    for (const Environment& environment : project.deployment.environments) {
        if (environment.name->empty() || seen.insert(*environment.name).second) continue;
        findings.at(environment.name.origins.front().place())
            .say({MESSAGE("rules",
                          "there is an environment '%1' already, and the first one counts: give this one "
                          "another name, or remove it"),
                  *environment.name})
            .fix(MESSAGE("rules", "Remove the entry"),
                 toml::planned::unset(checked->file, checked->document, {"environment", environment.number}));
    }
}

}

extern const Rule environment_is_unique{
    .id = "environment-is-unique",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Two environments of one name"),
    .why = MESSAGE("rules", "Environments are asked for by name, so nobody can ask for the second one."),
    .cure = MESSAGE("rules", "Give it another name, or remove it."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[environment]]
name = "staging"

[[environment]]
name = «"staging"»
)",
                .right = R"(=== Deployment.toml
[[environment]]
name = "staging"
)"},
    .check = check};

}
