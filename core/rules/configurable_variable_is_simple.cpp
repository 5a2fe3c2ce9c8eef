#include "core/rules/configurable_variables.h"
#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/schema/configurable_places.h"

namespace arabesque {

namespace {

bool isStructured(const ballerina::Type& type) {
    using enum ballerina::Type::Kind;
    return type.kind == Array || type.kind == Map || type.kind == Record ||
           type.kind == ballerina::Type::Kind::Table;
}

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes()) return;
    std::map<std::string, const ballerina::Configurable*> variables;
    for (const EnvironmentReference& variable : project.deployment.workload.environment) {
        const Origin* place = writtenAt(variable.name.origins);
        if (place == nullptr || !isConfigurationVariable(*variable.name)) continue;
        if (variables.empty()) variables = variablesOf(project);
        const auto found = variables.find(*variable.name);
        if (found == variables.end() || !isStructured(found->second->type)) continue;
        findings.at(place->place())
            .code("RUNTIME_0125")
            .say({MESSAGE(
                      "rules",
                      "'%1' is of type '%2', which no environment variable can set: the program stops at its "
                      "start. Set it in a file of [[cloud.config.files]] or [[cloud.config.secrets]]"),
                  found->second->name, found->second->type.text})
            .fix(MESSAGE("rules", "Remove the entry"), removeEntryAt(project, *place));
    }
}

}

extern const Rule configurable_variable_is_simple{
    .id = "configurable-variable-is-simple",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A list or record in an environment variable"),
    .why = MESSAGE(
        "rules", "Only texts, numbers and booleans are read from variables. The program stops at its start."),
    .cure = MESSAGE("rules", "Set the value in a configuration file."),
    .source = "Ballerina 2201.13, EnvVarProvider",
    .example = {.wrong = R"(=== main.bal
configurable string[] regions = [];
=== Cloud.toml
[container.image]
name = "orders"

[[cloud.config.envs]]
key_ref = "regions"
name = «"BAL_CONFIG_VAR_REGIONS"»
config_name = "order-settings"
)",
                .right = R"(=== main.bal
configurable string[] regions = [];
=== Cloud.toml
[container.image]
name = "orders"
)"},
    .check = check};

}
