#include "core/rules/configurable_variables.h"

#include "core/schema/configurable_places.h"
#include "core/schema/known_modules.h"

namespace arabesque {

std::map<std::string, const ballerina::Configurable*> variablesOf(const Checked& project) {
    std::map<std::string, const ballerina::Configurable*> variables;
    const Deployment& deployment = project.deployment;
    for (const ballerina::Configurable& each : project.facts.configurables) {
        const std::string inside =
            *deployment.package + (each.module.empty() ? "" : '.' + each.module) + '.' + each.name;
        if (each.module.empty()) variables.emplace(variableNameOf(each.name), &each);
        variables.emplace(variableNameOf(inside), &each);
        variables.emplace(variableNameOf(*deployment.organisation + '.' + inside), &each);
    }
    for (const KnownModule& module : knownModules())
        if (links(project.facts.imports, module))
            for (const ballerina::Configurable& each : module.configurables())
                variables.emplace(variableNameOf(module.section() + '.' + each.name), &each);
    return variables;
}

}
