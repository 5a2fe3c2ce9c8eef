#include "core/schema/configurable_places.h"

namespace arabesque {

namespace {

constexpr std::string_view prefix = "BAL_CONFIG_VAR_";

}

ModulePlaces placesOf(ModuleRole role, const std::string& organisation, const std::string& module) {
    const std::string full = organisation.empty() ? module : organisation + '.' + module;
    switch (role) {
    case ModuleRole::SingleFile: return {{""}, {""}};
    case ModuleRole::Root: return {{full, module, ""}, {full + '.', module + '.', ""}};
    case ModuleRole::Own: return {{module, full}, {full + '.', module + '.'}};
    case ModuleRole::Foreign: return {{full}, {full + '.'}};
    }
    return {};
}

std::string variableNameOf(std::string_view key) {
    std::string name(prefix);
    for (const char c : key)
        name += c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name;
}

bool isConfigurationVariable(std::string_view name) {
    return name.starts_with(prefix);
}

}
