#include "core/rules/cures.h"
#include "core/rules/rule.h"

#include <algorithm>
#include <set>

namespace arabesque {

namespace {

/// Of two entries of one name the later one counts; BAL_CONFIG_FILES comes after all others (c2c 4.0.0, section 6.3).
void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesKubernetes()) return;
    std::set<std::string_view> names;
    const bool generated = std::ranges::any_of(deployment.workload.configs, &ConfigObject::ballerinaConfig);
    for (const EnvironmentReference& variable : deployment.workload.environment) {
        const Origin* place = writtenAt(variable.name.origins);
        if (place == nullptr || variable.name->empty()) continue;
        const bool taken = generated && *variable.name == "BAL_CONFIG_FILES";
        if (names.insert(*variable.name).second && !taken) continue;
        findings.at(place->place())
            .say({taken
                      ? MESSAGE("rules",
                                "'%1' is written by code-to-cloud for the configuration files of Cloud.toml, "
                                "after this entry: this one has no effect")
                      : MESSAGE("rules",
                                "another entry sets '%1' too: the later one counts, and nothing says so"),
                  *variable.name})
            .fix(MESSAGE("rules", "Remove the entry"), removeEntryAt(project, *place));
    }
}

}

extern const Rule environment_variable_is_unique{
    .id = "environment-variable-is-unique",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "An environment variable that is set twice"),
    .why = MESSAGE("rules", "The program sees one of the two values. Some ways of applying the file refuse "
                            "it, or drop the wrong one at the next change."),
    .cure = MESSAGE("rules", "Remove one of them."),
    .source = "c2c 4.0.0, section 6.3",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.config.envs]]
key_ref = "REGION"
config_name = "order-settings"

[[cloud.config.envs]]
key_ref = «"REGION"»
config_name = "shared-settings"
)",
                .right = R"(=== Cloud.toml
[[cloud.config.envs]]
key_ref = "REGION"
config_name = "order-settings"
)"},
    .check = check};

}
