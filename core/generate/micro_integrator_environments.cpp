#include "core/generate/micro_integrators.h"
#include "core/generate/plain_text.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace arabesque {

namespace {

constexpr std::string_view family = "micro-integrator/";

/// "mi-1" of "micro-integrator/mi-1/deployment.toml"; empty for files beside the folders.
std::string_view folderOf(const Artifact& artifact) {
    std::string_view path = artifact.path;
    path.remove_prefix(std::min(family.size(), path.size()));
    const std::size_t slash = path.find('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::vector<std::string_view> linesOf(const Artifact& artifact) {
    std::vector<std::string_view> lines;
    for (const auto line : std::views::split(std::string_view(artifact.text), '\n'))
        lines.emplace_back(line.begin(), line.end());
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

Origins originsOfLine(const Artifact& artifact, std::size_t line) {
    Origins origins;
    for (const OriginId id : artifact.lines[line]) origins.push_back(artifact.originTable[id]);
    return origins;
}

/// Why lines of `artifact` are not in `other`.
Origins reasonsOnlyIn(const Artifact& artifact, const Artifact* other) {
    const std::vector<std::string_view> here = linesOf(artifact);
    const auto there = other == nullptr ? std::vector<std::string_view>() : linesOf(*other);
    Origins origins;
    for (std::size_t i = 0; i < here.size(); ++i)
        if (!std::ranges::contains(there, here[i]))
            origins = joined(std::move(origins), originsOfLine(artifact, i));
    return origins;
}

const Artifact* named(const Artifacts& artifacts, std::string_view path) {
    const auto found = std::ranges::find(artifacts, path, &Artifact::path);
    return found == artifacts.end() ? nullptr : &*found;
}

/// The same file in the folder of an environment; every line is also there because the files differ.
Artifact moved(const Artifact& artifact, const std::string& folder, const Origins& because) {
    TextWriter writer(folder + artifact.path.substr(family.size()), microIntegratorFamily,
                      joined(artifact.origins, because));
    const auto lines = linesOf(artifact);
    for (std::size_t i = 0; i < lines.size(); ++i)
        writer.line(lines[i], joined(originsOfLine(artifact, i), because));
    return std::move(writer).take();
}

}

Artifacts integratorFilesOf(const Deployment& environment, const Artifacts& files, const Artifacts& usual) {
    if (!environment.environment || !isFileName(*environment.environment->name))
        return {};   // it has no name
    const Sourced<std::string>& name = environment.environment->name;
    std::map<std::string_view, Origins> differing;   // by folder
    for (const Artifact& each : files) {
        const Artifact* same = named(usual, each.path);
        if (same != nullptr && same->text == each.text) continue;
        Origins why = reasonsOnlyIn(each, same);
        if (same != nullptr) why = joined(std::move(why), reasonsOnlyIn(*same, &each));
        Origins& all = differing[folderOf(each)];
        all = joined(std::move(all), why);
    }
    Artifacts made;
    for (const Artifact& each : files)
        if (const auto found = differing.find(folderOf(each)); found != differing.end())
            made.push_back(moved(each, std::string(family) + "environments/" + *name + '/',
                                 joined(found->second, name.origins)));
    return made;
}

}
