#include "core/model/environments.h"
#include "core/rules/rule.h"
#include "core/schema/ballerina_toml.h"
#include "core/schema/cloud_toml.h"
#include "core/schema/deployment_toml.h"
#include "core/schema/shape.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

/// The schemas an environment's settings belong to.
std::array<const Schema*, 3> schemas() {
    return {&cloud(), &ballerinaToml(), &deploymentToml()};
}

bool isSetting(const toml::Path& path) {
    return std::ranges::any_of(schemas(), [&](const Schema* schema) {
        const Field* field = schema->field(path);
        return field != nullptr && !field->path.contains("[]");
    });
}

std::vector<std::string> allSettings() {
    std::vector<std::string> names;
    for (const Schema* schema : schemas())
        for (const Field& field : schema->fields())
            if (!field.path.contains("[]")) names.push_back(field.path);
    return names;
}

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Deployment.toml");
    if (checked == nullptr) return;
    for (const Environment& environment : project.deployment.environments)
        for (const EnvironmentSetting& each : settingsOf(checked->document, environment.number)) {
            if (isSetting(each.setting)) continue;
            const std::string name = toml::toText(each.setting);
            auto finding = findings.at({checked->file, each.node->keyRange});
            finding.say(
                {MESSAGE("rules",
                         "'%1' is no single setting of Cloud.toml, Ballerina.toml or Deployment.toml, "
                         "so it changes nothing in '%2'; values of the program go into the environment's own "
                         "Config.toml"),
                 name, *environment.name});
            const std::string meant = nearestOf(allSettings(), name);
            if (!meant.empty() && each.place.size() == 4)
                finding.fix({MESSAGE("rules", "Did you mean '%1'? Rename it"), meant},
                            toml::planned::rename(checked->file, checked->document, each.place, meant));
            finding.fix({MESSAGE("rules", "Remove '%1'"), name},
                        toml::planned::unset(checked->file, checked->document, each.place));
        }
}

}

extern const Rule environment_setting_is_known{
    .id = "environment-setting-is-known",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "An environment that sets what is no setting"),
    .why = MESSAGE(
        "rules",
        "An environment's `set` changes settings of Cloud.toml, Ballerina.toml and Deployment.toml by "
        "their path. A path that none of them has changes nothing, and the environment is deployed with the "
        "general value."),
    .cure = MESSAGE("rules", "Write the path as the file has it: \"cloud.deployment.max_memory\"."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[environment]]
name = "production"
set = { «"cloud.deployment.max_memry"» = "1Gi" }
)",
                .right = R"(=== Deployment.toml
[[environment]]
name = "production"
set = { "cloud.deployment.max_memory" = "1Gi" }
)"},
    .check = check};

}
