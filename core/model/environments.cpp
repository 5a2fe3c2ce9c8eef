#include "core/model/environments.h"

#include "core/schema/deployment_toml.h"

namespace arabesque {

namespace {

constexpr const char* file = "Deployment.toml";

class SettingsReader {
public:
    std::vector<EnvironmentSetting> found;

    void read(const toml::Node& table, const toml::Path& place, const toml::Path& setting) {
        for (const toml::Member& member : table.members) {
            const auto steps = toml::readPath(member.name);
            toml::Path inside = setting, here = place;
            here.emplace_back(member.name);
            if (steps)
                inside.insert(inside.end(), steps->begin(), steps->end());
            else
                inside.emplace_back(member.name);
            if (member.node.kind == toml::Node::Kind::Table)
                read(member.node, here, inside);
            else
                found.push_back({here, inside, &member.node, &member.name});
        }
    }
};

}

std::vector<EnvironmentSetting> settingsOf(const toml::Document& deploymentToml, std::size_t environment) {
    const toml::Path place{"environment", environment, "set"};
    SettingsReader reader;
    const toml::Node* table = deploymentToml.find(place);
    if (table != nullptr && table->kind == toml::Node::Kind::Table) reader.read(*table, place, {});
    return std::move(reader.found);
}

Replacements replacementsFor(const Schema& schema, const toml::Document& deploymentToml,
                             std::size_t environment) {
    Replacements replacements;
    for (const EnvironmentSetting& each : settingsOf(deploymentToml, environment)) {
        const Field* field = schema.field(each.setting);
        if (field == nullptr || field->path.contains("[]")) continue;
        Origin origin{Origin::Kind::Setting, file, toml::toText(each.place), {file, each.node->range}};
        replacements.values.insert_or_assign(field->path, Replacements::Value{each.node, std::move(origin)});
    }
    return replacements;
}

std::vector<Environment> environmentsOf(const toml::Document& deploymentToml, const Snapshot& snapshot) {
    const DeploymentToml& schema = arabesque::deploymentToml();
    const Settings settings(file, deploymentToml, schema);
    std::vector<Environment> environments;
    for (std::size_t i = 0; i < settings.count(schema.environments); ++i) {
        Environment environment{.name = settings.value(schema.environmentName, i), .config = {}, .number = i};
        const std::string usual = "Config." + *environment.name + ".toml";
        environment.config =
            settings.valueOr(schema.environmentConfig,
                             {snapshot.exists(usual) ? usual : "Config.toml", environment.name.origins}, i);
        environments.push_back(std::move(environment));
    }
    return environments;
}

}
