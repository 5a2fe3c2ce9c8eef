#include "core/model/configured_variables.h"

#include "core/model/given_text.h"
#include "core/model/linked_modules.h"
#include "core/schema/known_modules.h"

#include <algorithm>
#include <set>

namespace arabesque {

using ballerina::Configurable;

std::vector<std::string> ConfiguredVariable::environmentNames() const {
    std::vector<std::string> names;
    for (const std::string& prefix : places.prefixes)
        names.push_back(variableNameOf(prefix + configurable->name));
    return names;
}

std::vector<ConfiguredVariable> variablesOf(const ConfiguredProgram& program, bool requiredOnly) {
    std::vector<ConfiguredVariable> variables;
    const auto add = [&](const Configurable& configurable, ModuleRole role, const std::string& organisation,
                         std::string module, bool known = false) {
        if (requiredOnly && !configurable.required) return;
        ModulePlaces places = placesOf(role, organisation, module);
        variables.push_back({&configurable, std::move(module), role, std::move(places), known});
    };
    const std::set<std::string> linked = linkedModules(program.facts, program.package);
    for (const Configurable& each : program.facts.configurables) {
        if (!linked.contains(each.module)) continue;
        if (program.singleFile)
            add(each, ModuleRole::SingleFile, "", "");
        else if (each.module.empty())
            add(each, ModuleRole::Root, program.organisation, program.package);
        else
            add(each, ModuleRole::Own, program.organisation, program.package + '.' + each.module);
    }
    for (const KnownModule& module : knownModules()) {
        if (!links(program.facts.imports, module)) continue;
        const bool own = module.organisation == program.organisation;
        for (const Configurable& each : module.configurables())
            add(each, own ? ModuleRole::Own : ModuleRole::Foreign, module.organisation, module.name, true);
    }
    return variables;
}

toml::Path pathOf(const ConfiguredVariable& variable, std::string_view section) {
    toml::Path path;
    while (!section.empty()) {
        const std::size_t dot = std::min(section.find('.'), section.size());
        path.emplace_back(std::string(section.substr(0, dot)));
        section.remove_prefix(std::min(dot + 1, section.size()));
    }
    path.emplace_back(variable.configurable->name);
    return path;
}

const std::string* sectionIn(const ConfiguredVariable& variable, const toml::Document& document) {
    const auto found = std::ranges::find_if(variable.places.sections, [&](const std::string& section) {
        return document.find(pathOf(variable, section)) != nullptr;
    });
    return found == variable.places.sections.end() ? nullptr : &*found;
}

bool minds(const ConfiguredVariable& variable) {
    const ballerina::Type& type = variable.configurable->type;
    return type.kind == ballerina::Type::Kind::Union && !takesText(type);
}

}
