#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::string_view before = "Config.", after = ".toml";

/// "production" of "Config.production.toml"; nothing of any other name.
std::string_view environmentIn(std::string_view file) {
    if (!file.starts_with(before) || !file.ends_with(after) || file.size() <= before.size() + after.size())
        return {};
    return file.substr(before.size(), file.size() - before.size() - after.size());
}

void check(const Checked& project, Findings& findings) {
    if (project.deployment.environments.empty()) return;   // who declares none does without
    const CheckedDocument* checked = project.document("Deployment.toml");
    for (const auto& [file, document] : project.snapshot.documents) {
        const std::string_view name = environmentIn(file);
        if (name.empty() || !document.exists()) continue;
        if (std::ranges::any_of(project.deployment.environments,
                                [&](const Environment& each) { return *each.config == file; }))
            continue;
        auto finding = findings.at({file, {}});
        finding.say({MESSAGE("rules",
                             "no environment of Deployment.toml takes this file, so nothing is deployed with "
                             "it and nobody checks it"),
                     file});
        if (checked != nullptr)
            finding.fix({MESSAGE("rules", "Declare the environment '%1'"), std::string(name)},
                        toml::planned::set(checked->file, checked->document,
                                           {"environment", project.deployment.environments.size(), "name"},
                                           toml::quoted(name)));
    }
}

}

extern const Rule configuration_has_an_environment{
    .id = "configuration-has-an-environment",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A configuration of no environment"),
    .why = MESSAGE("rules", "A file like Config.staging.toml is meant for an environment, but only those of "
                            "Deployment.toml are known: values in it reach no deployment."),
    .cure = MESSAGE("rules", "Declare the environment in Deployment.toml, or remove the file."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[environment]]
name = "production"
=== Config.staging.toml
«»# nothing yet
)",
                .right = R"(=== Deployment.toml
[[environment]]
name = "production"

[[environment]]
name = "staging"
=== Config.staging.toml
# nothing yet
)"},
    .check = check};

}
