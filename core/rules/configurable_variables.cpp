#include "core/rules/configurable_variables.h"

#include "core/schema/configurable_places.h"
#include "core/schema/known_modules.h"

namespace arabesque {

std::map<std::string, const ballerina::Configurable*> variablesOf(const Checked& project) {
    std::map<std::string, const ballerina::Configurable*> variables;
    const Deployment& deployment = project.deployment;
    const auto add = [&](const ballerina::Configurable& each, const ModulePlaces& places) {
        for (const std::string& prefix : places.prefixes)
            variables.emplace(variableNameOf(prefix + each.name), &each);
    };
    for (const ballerina::Configurable& each : project.facts.configurables)
        add(each, each.module.empty()
                      ? placesOf(ModuleRole::Root, *deployment.organisation, *deployment.package)
                      : placesOf(ModuleRole::Own, *deployment.organisation,
                                 *deployment.package + '.' + each.module));
    for (const KnownModule& module : knownModules())
        if (links(project.facts.imports, module))
            for (const ballerina::Configurable& each : module.configurables())
                add(each, placesOf(ModuleRole::Foreign, module.organisation, module.name));
    return variables;
}

}
