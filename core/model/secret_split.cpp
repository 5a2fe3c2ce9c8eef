#include "core/model/secret_split.h"

#include "core/model/secret_values.h"
#include "core/schema/configurable_places.h"
#include "core/schema/secret_names.h"
#include "core/text/edit.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

bool isSecret(const toml::Member& member) {
    const auto isText = [](const toml::Node& node) {
        return node.value != nullptr && node.value->kind == toml::Kind::String && !node.value->text.empty();
    };
    return soundsSecret(member.name) &&
           (isText(member.node) || std::ranges::any_of(member.node.elements, isText));
}

/// Where the variables of the program's own modules are written.
std::vector<toml::Path> variablesOf(const Deployment& deployment, const ballerina::PackageFacts& facts) {
    std::vector<toml::Path> paths;
    for (const ballerina::Configurable& variable : facts.configurables) {
        const std::string module =
            *deployment.package + (variable.module.empty() ? "" : '.' + variable.module);
        const ModuleRole role = variable.module.empty() ? ModuleRole::Root : ModuleRole::Own;
        for (const std::string& section : placesOf(role, *deployment.organisation, module).sections) {
            const auto path = toml::readPath(section);
            if (!path && !section.empty()) continue;
            paths.push_back(section.empty() ? toml::Path() : *path);
            paths.back().emplace_back(variable.name);
        }
    }
    return paths;
}

class Splitter {
public:
    explicit Splitter(std::vector<toml::Path> variables) : m_variables(std::move(variables)) {}

    std::vector<toml::Path> found;   ///< values that hold a secret, each once

    void collect(const toml::Node& table, const toml::Path& path) {
        for (const toml::Member& member : table.members) {
            toml::Path here = path;
            here.emplace_back(member.name);
            if (isSecret(member) || hasSecretInList(member.node))
                add(here);
            else
                collect(member.node, here);
        }
    }

private:
    /// Lists are taken whole from one file.
    static bool hasSecretInList(const toml::Node& node) {
        return std::ranges::any_of(node.elements, [](const toml::Node& element) {
            Splitter inside({});
            inside.collect(element, {});
            return !inside.found.empty() || hasSecretInList(element);
        });
    }

    void add(const toml::Path& path) {
        const auto isInside = [&](const toml::Path& variable) {
            return variable.size() <= path.size() &&
                   std::equal(variable.begin(), variable.end(), path.begin());
        };
        const auto whole = std::ranges::find_if(m_variables, isInside);
        const toml::Path& taken = whole == m_variables.end() ? path : *whole;
        if (!std::ranges::contains(found, taken)) found.push_back(taken);
    }

    std::vector<toml::Path> m_variables;
};

}

SplitConfiguration splitSecrets(std::string_view text, const Deployment& deployment,
                                const ballerina::PackageFacts& facts) {
    const toml::Document noted(withoutSecrets(text));
    Splitter splitter(variablesOf(deployment, facts));
    splitter.collect(noted.root(), {});
    SplitConfiguration split{.open = std::string(text), .secret = {}};
    for (const toml::Path& path : splitter.found) {
        const auto removal = toml::unset("", toml::Document(split.open), path);
        const auto addition =
            toml::set("", toml::Document(split.secret), path, toml::inlineText(*noted.find(path)));
        // rather all of it is kept secret than some of it shown
        if (!removal || !addition) return {.open = "", .secret = std::string(noted.text())};
        split.open = applied(split.open, "", *removal);
        split.secret = applied(split.secret, "", *addition);
    }
    return split;
}

}
