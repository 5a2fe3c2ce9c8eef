#include "core/rules/configurable_variables.h"

#include "core/schema/known_modules.h"

namespace arabesque {

namespace {

std::string mangled(std::string_view key) {
    std::string name(variablePrefix);
    for (const char c : key) name += c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return name;
}

}

std::map<std::string, const ballerina::Configurable*> variablesOf(const Checked& project) {
    std::map<std::string, const ballerina::Configurable*> variables;
    const Deployment& deployment = project.deployment;
    for (const ballerina::Configurable& each : project.facts.configurables) {
        const std::string inside =
            *deployment.package + (each.module.empty() ? "" : '.' + each.module) + '.' + each.name;
        if (each.module.empty()) variables.emplace(mangled(each.name), &each);
        variables.emplace(mangled(inside), &each);
        variables.emplace(mangled(*deployment.organisation + '.' + inside), &each);
    }
    for (const KnownModule& module : knownModules())
        if (links(project.facts.imports, module))
            for (const ballerina::Configurable& each : module.configurables())
                variables.emplace(mangled(module.section() + '.' + each.name), &each);
    return variables;
}

}
