#include "core/model/settings.h"
#include "core/rules/configurable_variables.h"
#include "core/rules/rule.h"
#include "core/schema/cloud_toml.h"
#include "core/schema/secret_names.h"

namespace arabesque {

namespace {

/// The entry as one of [[cloud.secret.envs]], where it is a table of its own.
Result<Edit> asSecret(const CheckedDocument& checked, std::size_t record) {
    const toml::Node* node = checked.document.find({"cloud", "config", "envs", record});
    if (node == nullptr || node->section == nullptr)
        return failure(MESSAGE("rules", "the entry is not written as a table of its own"));
    Edit edit{{{checked.file, node->section->headerRange, "[[cloud.secret.envs]]"}}};
    if (const toml::Node* object = node->member("config_name"))
        edit.changes.push_back({checked.file, object->keyRange, "secret_name"});
    return edit;
}

/// By the variable of the program it sets, where it sets one: numbers and such are no secrets.
bool isSecret(const std::map<std::string, const ballerina::Configurable*>& variables,
              const std::string& name) {
    const auto set = variables.find(name);
    if (set == variables.end()) return soundsSecret(name);
    return set->second->type.kind == ballerina::Type::Kind::String && soundsSecret(set->second->name);
}

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Cloud.toml");
    if (checked == nullptr || !project.deployment.makesKubernetes()) return;
    const CloudToml& schema = cloud();
    const Settings settings(checked->file, checked->document, schema);
    if (settings.count(schema.configEnvironment) == 0) return;
    const auto variables = variablesOf(project);
    for (std::size_t i = 0; i < settings.count(schema.configEnvironment); ++i) {
        const auto key = settings.value(schema.configKey, i);
        const auto name = settings.valueOr(schema.configVariable, key, i);
        if (!isSecret(variables, *name)) continue;
        const Place& written = name.origins.front().place();
        findings.at(written.file.empty() ? settings.origin(schema.configEnvironment, i).place() : written)
            .say({MESSAGE("rules",
                          "'%1' sounds like a secret and is taken from a ConfigMap, which everybody may read "
                          "who may look at the namespace: take it from a Secret"),
                  *name})
            .fix({MESSAGE("rules", "Take '%1' from a Secret"), *name}, asSecret(*checked, i));
    }
}

}

extern const Rule secret_in_plain_variable{
    .id = "secret-in-plain-variable",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A secret from a ConfigMap"),
    .why = MESSAGE(
        "rules",
        "The variable is filled from a ConfigMap, where the secret stands in clear text for everybody "
        "who may look at the namespace."),
    .cure = MESSAGE("rules",
                    "Put the entry below [[cloud.secret.envs]] and the value into a Secret of that name."),
    .source = "c2c 4.0.0, section 3.2; Config.toml reference, section 7",
    .example = {.wrong = R"(=== main.bal
configurable string dbPassword = ?;
=== Cloud.toml
[[cloud.config.envs]]
key_ref = "password"
name = «"BAL_CONFIG_VAR_DBPASSWORD"»
config_name = "orders"
)",
                .right = R"(=== main.bal
configurable string dbPassword = ?;
=== Cloud.toml
[[cloud.secret.envs]]
key_ref = "password"
name = "BAL_CONFIG_VAR_DBPASSWORD"
secret_name = "orders"
)"},
    .check = check};

}
