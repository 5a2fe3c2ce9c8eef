#include "core/generate/configuration_folders.h"

namespace arabesque {

namespace {

/// Writes TOML whose lines are there because of settings of the folder's configuration file.
Artifact tomlFile(const ConfigurationFolder& folder, std::string_view name, std::string_view heading,
                  std::string_view text, const Origins& because) {
    TextWriter writer(folder.path() + std::string(name), "config", because);
    for (; !heading.empty(); heading.remove_prefix(std::min(heading.find('\n') + 1, heading.size())))
        writer.line(heading.substr(0, heading.find('\n')), Origins());
    const toml::Document document{std::string(text)};
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const std::size_t first = line.find_first_not_of(" \t\r");
        const bool written = first != std::string_view::npos && line[first] != '#';
        const toml::Path path = written ? document.pathAt(begin + first) : toml::Path();
        writer.line(line, path.empty() ? Origins() : Origins{folder.originOf(path)});
        begin = end + 1;
    }
    return std::move(writer).take();
}

Artifact variablesFile(const ConfigurationFolder& folder, const Origins& because) {
    TextWriter writer(folder.path() + std::string(secretVariablesFile), "config", because);
    writer.line("# Secrets to fill in where the program runs, for its eyes only (mode 600): remove the # "
                "before a name",
                Origins());
    writer.line(
        "# and write its value behind the =, between single quotes where it has blanks, quotes, # or $.",
        Origins());
    const Deployment& deployment = folder.deployment;
    const Origins names = joined(deployment.organisation.origins, deployment.package.origins);
    for (const SecretVariable& each : folder.delivery.variables) {
        Origins why{each.path.empty()
                        ? Origin{Origin::Kind::Source, "", "configurable " + each.configurable->name,
                                 each.configurable->place}
                        : folder.originOf(each.path)};
        why = joined(std::move(why), names);
        writer.line("", why);
        writer.line("# " + each.key, why);
        // an empty value would be one: the program would start with it
        writer.line('#' + each.name + '=', why);
    }
    return std::move(writer).take();
}

constexpr std::string_view secretsHeading =
    "# Secrets to fill in where the program runs, for its eyes only (mode 600). It is read before "
    "Config.toml.\n"
    "# What stands beside a secret belongs here: a record is taken from one file as a whole.\n\n";

Artifacts generate(const Design& design) {
    Artifacts files;
    for (const ConfigurationFolder& folder : configurationFoldersOf(design)) {
        const Configuration& configuration = folder.deployment.configuration;
        const Origins because = joined(
            joined({Origin{Origin::Kind::File, "", *configuration.path, {}}}, configuration.path.origins),
            folder.name.origins);
        if (folder.hasSettings())
            files.push_back(tomlFile(folder, settingsFile, {}, folder.delivery.settings, because));
        if (folder.hasSecrets())
            files.push_back(tomlFile(folder, secretsFile, secretsHeading, folder.delivery.secrets, because));
        if (folder.hasVariables()) files.push_back(variablesFile(folder, because));
    }
    return files;
}

}

extern const Generator config{.family = "config", .generate = generate, .asksForEnvironments = true};

}
