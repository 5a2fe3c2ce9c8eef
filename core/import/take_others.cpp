#include "core/import/take_others.h"

#include "core/generate/configuration_folders.h"
#include "core/model/configured_variables.h"
#include "core/schema/secret_names.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr const char* configToml = "Config.toml";
constexpr std::string_view variablePrefix = "BAL_CONFIG_VAR_";

void aSecret(std::string path, std::uint32_t line, Proposals& proposals) {
    proposals.notUnderstood(
        std::move(path), line,
        {MESSAGE("import", "a secret: it stays a variable or a file where the program runs, "
                           "and enters no file of the project")});
}

void takeValue(const toml::Path& path, const std::string& text, std::uint32_t line, Proposals& proposals) {
    const std::string name = toml::toText(path);
    const auto setting = settingNow(proposals.analysis(), configToml, name);
    if ((setting && isSecret(*setting)) || soundsSecret(std::get<std::string>(path.back())))
        return aSecret(name, line, proposals);
    if (proposals.set(configToml, name, text, line) == Proposals::Outcome::Unfit)
        proposals.notUnderstood(name, line,
                                {MESSAGE("import", "the program has no configurable that takes it")});
}

void takeTable(const toml::Node& node, const toml::Path& path, std::uint32_t line, Proposals& proposals) {
    for (const toml::Member& member : node.members) {
        toml::Path below = path;
        below.emplace_back(member.name);
        if (member.node.kind == toml::Node::Kind::Table)
            takeTable(member.node, below, line, proposals);
        else if (member.node.value != nullptr)
            takeValue(below, member.node.value->text, line, proposals);
    }
}

std::string withoutUnderscores(std::string_view text) {
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept), [](char c) { return c != '_'; });
    return kept;
}

/// The name of a variable that is called so but for underscores: BAL_CONFIG_VAR_DB_PASSWORD for dbPassword.
std::string nearest(std::string_view name, const std::vector<ConfiguredVariable>& variables) {
    for (const ConfiguredVariable& each : variables)
        for (const std::string& other : each.environmentNames())
            if (withoutUnderscores(other) == withoutUnderscores(name)) return other;
    return {};
}

/// Where Config.toml has a configurable, or would.
toml::Path placeOf(const ConfiguredVariable& variable, const toml::Document& document) {
    if (const std::string* section = sectionIn(variable, document)) return pathOf(variable, *section);
    const auto path = toml::readPath(variable.key());
    return path ? *path : toml::Path{variable.configurable->name};
}

}

void takeConfiguration(const toml::Document& configuration, std::uint32_t line, Proposals& proposals) {
    takeTable(configuration.root(), {}, line, proposals);
}

void takeVariable(const ImportedValue& variable, Proposals& proposals) {
    const Analysis& analysis = proposals.analysis();
    const Design design{analysis.deployment, *analysis.facts};
    for (const ConfiguredVariable& each : variablesOf(programOf(design))) {
        if (!std::ranges::contains(each.environmentNames(), variable.path)) continue;
        return takeValue(placeOf(each, analysis.documents.find(configToml)->second), variable.text,
                         variable.line, proposals);
    }
    const std::string meant = nearest(variable.path, variablesOf(programOf(design)));
    if (meant.empty())
        return proposals.notUnderstood(variable.path, variable.line,
                                       {MESSAGE("import", "no configurable of the program answers to it")});
    proposals.find(
        {.form = "variable-name-of-a-configurable",
         .severity = Severity::Error,
         .line = variable.line,
         .message = {MESSAGE("import", "No configurable answers to %1: names have no underscores that "
                                       "the program's have not"),
                     variable.path},
         .right = {MESSAGE("import", "%1"), meant},
         .edit = {}});
}

void takeEnvironment(const ImportedFile& file, Proposals& proposals) {
    for (const ImportedValue& each : file.values) {
        if (each.path == "BAL_CONFIG_FILES") continue;   // follows from where files are put
        if (each.path.starts_with(variablePrefix))
            takeVariable(each, proposals);
        else if (each.path == "BAL_CONFIG_DATA")
            takeConfiguration(toml::Document(each.text), each.line, proposals);
        else if (soundsSecret(each.path))
            aSecret(each.path, each.line, proposals);
        else
            proposals.notUnderstood(each.path, each.line,
                                    {MESSAGE("import", "the program reads no configurable from it")});
    }
}

std::vector<ImportedValue> takeCompose(const ImportedFile& file, Proposals& proposals) {
    std::vector<ImportedValue> left;
    for (const ImportedValue& each : file.values) {
        const std::size_t at = each.path.find(variablePrefix);
        const bool listed = each.text.starts_with(variablePrefix);   // "- NAME=value"
        if (at != std::string::npos)
            takeVariable({each.path.substr(at), each.text, each.line, each.range}, proposals);
        else if (listed && each.text.contains('='))
            takeVariable({each.text.substr(0, each.text.find('=')), each.text.substr(each.text.find('=') + 1),
                          each.line, each.range},
                         proposals);
        else
            left.push_back(each);
    }
    return left;
}

}
