#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

bool fits(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes()) return;
    for (const EnvironmentReference& variable : project.deployment.workload.environment) {
        const std::string& name = *variable.name;
        const Origin* place = writtenAt(variable.name.origins);
        if (place == nullptr || name.find_first_not_of(" \t") == std::string::npos ||
            (std::ranges::all_of(name, fits) && !isDigit(name.front())))
            continue;
        std::string right;
        for (const char c : name) right += fits(c) ? c : '_';
        if (isDigit(right.front())) right.insert(0, 1, '_');
        findings.at(place->place())
            .say({MESSAGE("rules",
                          "'%1' is no name of a variable: the cluster refuses the file, or no shell and no "
                          "program can read the variable. Letters, digits and underscores are safe"),
                  name})
            .fix({MESSAGE("rules", "Name it '%1'"), right},
                 setBeside(project, *place, "name", toml::quoted(right)));
    }
}

}

extern const Rule environment_variable_name{
    .id = "environment-variable-name",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A variable with a name nobody can read"),
    .why = MESSAGE("rules", "Clusters before 1.32 refuse the Deployment; later ones start the program, which "
                            "looks for another name."),
    .cure = MESSAGE("rules", "Begin with a letter, and go on with letters, digits and underscores."),
    .source = "Kubernetes, environment variables",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.config.envs]]
key_ref = "region"
name = «"ORDER REGION"»
config_name = "order-settings"
)",
                .right = R"(=== Cloud.toml
[[cloud.config.envs]]
key_ref = "region"
name = "ORDER_REGION"
config_name = "order-settings"
)"},
    .check = check};

}
