#include "core/rules/configurable_variables.h"
#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/schema/configurable_places.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// Upper case without underscores: what people get right of a name.
std::string letters(std::string_view name) {
    std::string all;
    for (const char c : name)
        if (c != '_') all += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return all;
}

/// The variable that is meant; empty where it may be one of a package that is not known here.
std::string meant(const std::map<std::string, const ballerina::Configurable*>& variables,
                  const std::string& name) {
    const std::string wanted = letters(name);
    for (const auto& [variable, configurable] : variables)
        if (letters(variable) == wanted) return variable;
    return {};
}

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes()) return;
    std::map<std::string, const ballerina::Configurable*> variables;
    for (const EnvironmentReference& variable : project.deployment.workload.environment) {
        const Origin* place = writtenAt(variable.name.origins);
        if (place == nullptr || !isConfigurationVariable(*variable.name)) continue;
        if (variables.empty()) variables = variablesOf(project);
        const std::string right = variables.contains(*variable.name) ? "" : meant(variables, *variable.name);
        if (right.empty()) continue;
        findings.at(place->place())
            .code("RUNTIME_0126")
            .say({MESSAGE(
                      "rules",
                      "no configurable answers to '%1', and the program stops at its start: the name is the "
                      "variable's in upper case, without further underscores: %2"),
                  *variable.name, right})
            .fix({MESSAGE("rules", "Name it '%1'"), right},
                 setBeside(project, *place, "name", toml::quoted(right)));
    }
}

}

extern const Rule configurable_variable_name{
    .id = "configurable-variable-name",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A variable that no configurable answers to"),
    .why =
        MESSAGE("rules", "A name with this prefix that fits nothing stops the program at its start. Public "
                         "pages show names with underscores between words; the runtime puts none there."),
    .cure = MESSAGE(
        "rules",
        "Write organisation, package and variable in upper case, periods as underscores, and nothing else."),
    .source = "Ballerina 2201.13, EnvVarProvider",
    .example = {.wrong = R"(=== main.bal
configurable string dbPassword = ?;
=== Cloud.toml
[[cloud.secret.envs]]
key_ref = "password"
name = «"BAL_CONFIG_VAR_DB_PASSWORD"»
secret_name = "order-db"
)",
                .right = R"(=== main.bal
configurable string dbPassword = ?;
=== Cloud.toml
[[cloud.secret.envs]]
key_ref = "password"
name = "BAL_CONFIG_VAR_DBPASSWORD"
secret_name = "order-db"
)"},
    .check = check};

}
