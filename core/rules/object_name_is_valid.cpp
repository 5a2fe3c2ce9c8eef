#include "core/rules/cures.h"
#include "core/rules/kubernetes_names.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// What code-to-cloud adds to a name for the volume, which may hold no period (c2c 4.0.0, section 2.2).
constexpr std::size_t longestOfVolume = 63 - std::string_view("-volume").size();

void say(const Checked& project, const Sourced<std::string>& name, MessageText words, std::size_t longest,
         Findings& findings) {
    const Origin* place = writtenAt(name.origins);
    if (place == nullptr || name->find_first_not_of(" \t") == std::string::npos) return;
    auto finding = findings.at(place->place());
    finding.say({words, *name});
    const auto path = toml::readPath(place->key());
    const bool isName = path && textOf(project.find(place->document(), *path)) == *name;
    const std::string right = asDnsLabel(*name, longest);
    if (isName && !right.empty())
        finding.fix({MESSAGE("rules", "Name it '%1'"), right}, setAt(project, *place, toml::quoted(right)));
}

void lookAtVolume(const Checked& project, const Sourced<std::string>& name, Findings& findings) {
    if (isDnsLabel(*name) && name->size() <= longestOfVolume) return;
    say(project, name,
        MESSAGE("rules",
                "'%1' makes a volume of a name that Kubernetes refuses: lower-case letters, digits and inner "
                "dashes, at most 56"),
        longestOfVolume, findings);
}

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesKubernetes()) return;
    for (const ConfigObject& config : deployment.workload.configs)
        lookAtVolume(project, config.name, findings);
    for (const Claim& claim : deployment.workload.claims) lookAtVolume(project, claim.name, findings);
    for (const EnvironmentReference& variable : deployment.workload.environment)
        if (!isDnsSubdomain(*variable.object))
            say(project, variable.object,
                MESSAGE(
                    "rules",
                    "no ConfigMap and no Secret can have the name '%1': lower-case letters, digits, dashes "
                    "and periods. The program waits for it and does not start"),
                63, findings);
}

}

extern const Rule object_name_is_valid{
    .id = "object-name-is-valid",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A name that no object can have"),
    .why = MESSAGE("rules",
                   "The cluster refuses the file, or the program waits for an object that cannot exist."),
    .cure = MESSAGE("rules", "Write lower-case letters, digits and inner dashes."),
    .source = "c2c 4.0.0, sections 2.2 and 6.4; Kubernetes, object names and IDs",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.secret.envs]]
key_ref = "password"
name = "DB_PASSWORD"
secret_name = «"Order_DB"»
)",
                .right = R"(=== Cloud.toml
[[cloud.secret.envs]]
key_ref = "password"
name = "DB_PASSWORD"
secret_name = "order-db"
)"},
    .check = check};

}
