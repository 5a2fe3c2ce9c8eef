#include "core/ballerina/module_scope.h"

#include "core/ballerina/literals.h"

namespace arabesque::ballerina {

namespace {

void addNames(std::unordered_map<std::string, Symbol>& names, const ParsedSource& source) {
    const auto symbol = [&](std::uint32_t name) -> Symbol& {
        Symbol& added = names[unquoted(source.code.text(name))];
        added = {};
        added.source = &source;
        return added;
    };
    for (const auto& variable : source.declarations.variables) symbol(variable.name).variable = &variable;
    for (const auto& type : source.declarations.types) symbol(type.name).type = &type;
    for (const auto& function : source.declarations.functions) symbol(function.name).function = &function;
    for (const auto& definition : source.declarations.classes)
        symbol(definition.name).classDefinition = &definition;
    for (const auto& enumeration : source.declarations.enums) {
        symbol(enumeration.name).enumeration = &enumeration;
        for (const auto& member : enumeration.members) symbol(member.name).member = &member;
    }
}

}

PackageScope::PackageScope(const std::vector<ParsedSource>& sources, std::string_view package)
    : m_package(package) {
    for (const auto& source : sources) m_modules[source.code.module()].sources.push_back(&source);
}

const Symbol* PackageScope::Module::find(std::string_view name) const {
    if (!names) {
        names.emplace();
        for (const ParsedSource* source : sources) addNames(*names, *source);
    }
    const auto found = names->find(unquoted(name));
    return found == names->end() ? nullptr : &found->second;
}

const Symbol* PackageScope::find(const ParsedSource& from, std::string_view name) const {
    return m_modules.find(from.code.module())->second.find(name);
}

const Symbol* PackageScope::find(const ParsedSource& from, std::string_view prefix,
                                 std::string_view name) const {
    const auto* module = moduleOf(moduleNamed(from, prefix));
    return module == nullptr ? nullptr : module->find(name);
}

std::string PackageScope::moduleNamed(const ParsedSource& from, std::string_view prefix) {
    auto wanted = unquoted(prefix);
    for (const auto& import : from.declarations.imports) {
        if (import.prefix == wanted) return import.module;
    }
    return wanted;
}

const PackageScope::Module* PackageScope::moduleOf(std::string_view importedModule) const {
    if (!m_package.empty()) {
        if (!importedModule.starts_with(m_package)) return nullptr;
        importedModule.remove_prefix(m_package.size());
        if (!importedModule.empty() && !importedModule.starts_with('.')) return nullptr;
        if (!importedModule.empty()) importedModule.remove_prefix(1);
        const auto found = m_modules.find(importedModule);
        return found == m_modules.end() ? nullptr : &found->second;
    }
    // Which package this is was not said: a module of ours is what an import ends in.
    for (auto dot = importedModule.find('.'); dot != std::string_view::npos;
         dot = importedModule.find('.', dot + 1)) {
        const auto found = m_modules.find(importedModule.substr(dot + 1));
        if (found != m_modules.end()) return &found->second;
    }
    return nullptr;
}

}
