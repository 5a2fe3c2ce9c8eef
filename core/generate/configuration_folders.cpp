#include "core/generate/configuration_folders.h"

#include "core/generate/plain_text.h"

namespace arabesque {

namespace {

ConfigurationFolder folderOf(const Design& design, const Deployment& deployment) {
    static const toml::Document none{std::string()};
    const auto& document = deployment.configuration.document;
    return {.name = deployment.environment ? deployment.environment->name
                                           : Sourced<std::string>{"default", {layout("Arabesque")}},
            .deployment = deployment,
            .delivery = deliveredConfigurationOf(programOf(design), document ? *document : none)};
}

}

bool ConfigurationFolder::hasSettings() const {
    const auto& document = deployment.configuration.document;
    return document && document->valid();
}

Origin ConfigurationFolder::originOf(const toml::Path& path) const {
    const Configuration& configuration = deployment.configuration;
    const toml::Node* node = configuration.document ? configuration.document->find(path) : nullptr;
    return {Origin::Kind::Setting, *configuration.path, toml::toText(path),
            node != nullptr ? Place{*configuration.path, node->range} : Place{}};
}

std::vector<ConfigurationFolder> configurationFoldersOf(const Design& design) {
    std::vector<ConfigurationFolder> folders;
    const auto add = [&](const Deployment& deployment) {
        if (!deployment.environment || isFileName(*deployment.environment->name))
            folders.push_back(folderOf(design, deployment));
    };
    for (const Deployment& each : design.environments) add(each);
    if (design.environments.empty()) add(design.deployment);
    return folders;
}

ConfiguredProgram programOf(const Design& design) {
    return {.facts = design.facts,
            .organisation = *design.deployment.organisation,
            .package = *design.deployment.package};
}

}
