#include "core/analysis/new_project.h"

#include "core/analysis/converting.h"
#include "core/toml/draft.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

/// A package name: letters, digits and underscores, none of them first (Ballerina, package names).
std::string packageName(std::string_view folder) {
    std::string name;
    for (const char c : folder) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        if (letter || (digit && !name.empty()))
            name += c;
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    while (name.ends_with('_')) name.pop_back();
    return name.empty() ? "app" : name;
}

std::string tomlOf(const std::vector<std::pair<toml::Path, std::string>>& values) {
    const toml::Document empty{std::string()};
    toml::Draft draft("new.toml", empty);
    for (const auto& [path, value] : values) draft.set(path, value);
    return std::string(draft.now().text());
}

std::string ballerinaTomlFor(const std::string& name, bool kubernetes) {
    return tomlOf({{{"package", "org"}, "\"myorg\""},
                   {{"package", "name"}, toml::quoted(name)},
                   {{"package", "version"}, "\"0.1.0\""},
                   {{"build-options", "cloud"}, kubernetes ? "\"k8s\"" : "\"docker\""}});
}

std::string cloudTomlFor(const std::string& path, bool kubernetes) {
    std::vector<std::pair<toml::Path, std::string>> values{{{"container", "image", "tag"}, "\"0.1.0\""}};
    if (kubernetes)
        for (const char* probe : {"liveness", "readiness"}) {
            values.push_back({{"cloud", "deployment", "probes", probe, "port"}, "9090"});
            values.push_back({{"cloud", "deployment", "probes", probe, "path"}, toml::quoted(path)});
        }
    return tomlOf(values);
}

std::string sourceFor(const std::string& name) {
    return "import ballerina/http;\n\n"
           "service /" +
           name +
           " on new http:Listener(9090) {\n\n"
           "    # Answers while the program is well; load balancers and probes ask for it.\n"
           "    resource function get health() returns string {\n"
           "        return \"UP\";\n"
           "    }\n"
           "}\n";
}

}

Result<std::shared_ptr<const Snapshot>> newProject(const std::string& folder,
                                                   const DeploymentPattern* pattern) {
    const std::string name = packageName(folder);
    const bool kubernetes =
        pattern == nullptr ||
        std::ranges::contains(pattern->contract, std::string_view("kubernetes-is-a-target"));
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->name = folder;
    const auto add = [&](const char* file, std::string text) {
        snapshot->documents.emplace(file,
                                    Document{std::make_shared<const std::string>(std::move(text)), false});
    };
    add("Ballerina.toml", ballerinaTomlFor(name, kubernetes));
    add("Cloud.toml", cloudTomlFor('/' + name + "/health", kubernetes));
    add("main.bal", sourceFor(name));
    if (pattern == nullptr) return snapshot;
    const auto edit = convertTo(*pattern, analyze(snapshot, {.artifacts = false}));
    if (!edit) return std::unexpected(edit.error());
    return apply(*snapshot, *edit).snapshot;
}

}
