#include "core/analysis/overrides.h"

#include "core/schema/configurable_places.h"

#include <algorithm>
#include <set>

namespace arabesque {

namespace {

/// The variables of that form which Cloud.toml puts into the container.
std::set<std::string> variablesOf(const Deployment& deployment) {
    std::set<std::string> names;
    for (const EnvironmentReference& variable : deployment.workload.environment)
        if (isConfigurationVariable(*variable.name)) names.insert(*variable.name);
    return names;
}

/// The names a key of Config.toml answers to: with and without organisation, in the root module without package too.
std::vector<std::string> namesFor(const Deployment& deployment, std::string_view key) {
    const auto without = [](std::string_view text, std::string_view outer) {
        return text.size() > outer.size() && text.starts_with(outer) && text[outer.size()] == '.'
                   ? text.substr(outer.size() + 1)
                   : text;
    };
    const std::string& package = *deployment.package;
    std::string_view inside = without(key, *deployment.organisation);
    inside = without(inside, package);
    std::vector<std::string> names{
        variableNameOf(key), variableNameOf(package + '.' + std::string(inside)),
        variableNameOf(*deployment.organisation + '.' + package + '.' + std::string(inside))};
    if (!inside.contains('.')) names.push_back(variableNameOf(inside));
    return names;
}

bool isSimple(const Field& field) {
    return field.type != ValueType::Any && field.type != ValueType::StringList && !field.path.contains("[]");
}

}

std::map<std::string, Message, std::less<>> overridesOf(const Analysis& analysis, std::string_view document) {
    std::map<std::string, Message, std::less<>> overrides;
    const Deployment& deployment = analysis.deployment;
    if (document == "Ballerina.toml") {
        const toml::Node* written = analysis.documents.at("Ballerina.toml").find({"build-options", "cloud"});
        if (written != nullptr && written->value != nullptr && written->value->text != *deployment.cloud)
            overrides.emplace(
                "build-options.cloud",
                Message{MESSAGE("analysis", "Files are generated for %1, as chosen in the menu"),
                        *deployment.cloud});
    }
    const auto schema = analysis.schemas.find(document);
    const bool configuration = schema != analysis.schemas.end() && schema->second->title() == "Config.toml";
    if (!configuration || !deployment.makesKubernetes()) return overrides;
    const std::set<std::string> variables = variablesOf(deployment);
    if (variables.empty()) return overrides;
    for (const Field& field : schema->second->fields()) {
        if (!isSimple(field)) continue;
        for (const std::string& name : namesFor(deployment, field.path))
            if (variables.contains(name))
                overrides.try_emplace(
                    field.path,
                    Message{MESSAGE("analysis", "The environment variable %1 of Cloud.toml is used "
                                                "instead"),
                            name});
    }
    return overrides;
}

}
