#include "core/generate/gitops.h"

#include "core/generate/plain_text.h"
#include "core/generate/text_writer.h"

#include <algorithm>

namespace arabesque {

namespace {

GitOpsPlace placeOf(const ClusterPlace& place, const Sourced<std::string>& program,
                    const Sourced<std::string>& folder) {
    const std::string below = folder->empty() ? "" : *folder + '/';
    const auto nameSpace = place.topology().value(deploymentToml().kubernetes.nameSpace);
    return {.name = {objectNameOf(*program + '-' + *place.name), joined(program.origins, place.name.origins)},
            .file = place.name,
            .path = {below + "kustomize/overlays/" + *place.name, joined(folder.origins, place.name.origins)},
            .nameSpace = nameSpace,
            .cluster = place.region == nullptr ? Sourced<std::string>() : place.region->cluster};
}

}

std::optional<GitOps> gitOpsOf(const Design& design) {
    const auto& keys = deploymentToml().gitops;
    const Topology& topology = design.deployment.topology;
    const auto repository = topology.written(keys.repository);
    const auto leftOut = topology.value(deploymentToml().leaveOut);
    const std::vector<ClusterPlace> places = clusterPlacesOf(design);
    if (!repository || repository->value.empty() || places.empty() || !design.deployment.makesKubernetes() ||
        std::ranges::contains(*leftOut, "kustomize"))
        return std::nullopt;
    const Workload& workload = design.deployment.workload;
    GitOps gitOps{.name = {objectNameOf(workload.jar), workload.name.origins},
                  .repository = *repository,
                  .revision = topology.value(keys.revision),
                  .project = topology.value(keys.project),
                  .interval = topology.value(keys.interval),
                  .prune = topology.value(keys.prune)};
    for (const ClusterPlace& place : places)
        gitOps.because = joined(std::move(gitOps.because), place.reasons);
    for (const ClusterPlace& place : places)
        gitOps.places.push_back(placeOf(place, gitOps.name, topology.value(keys.path)));
    for (const Origins* more :
         {&repository->origins, &workload.name.origins, &design.deployment.cloud.origins})
        gitOps.because = joined(std::move(gitOps.because), *more);
    return gitOps;
}

std::string goTemplateText(std::string_view text) {
    std::string written;
    for (std::size_t at = 0; at < text.size();) {
        const bool opens = text.substr(at).starts_with("{{");
        written += opens ? R"({{ "{{" }})" : std::string(1, text[at]);
        at += opens ? 2 : 1;
    }
    return written;
}

std::optional<std::string> fluxAddress(std::string_view repository) {
    for (const std::string_view scheme : {"https://", "http://", "ssh://"})
        if (repository.starts_with(scheme)) return std::string(repository);
    const std::size_t at = repository.find('@');
    const std::size_t colon = repository.find(':');
    if (at == std::string_view::npos || colon == std::string_view::npos || colon < at ||
        repository.contains("://"))
        return std::nullopt;
    std::string_view path = repository.substr(colon + 1);
    while (path.starts_with('/')) path.remove_prefix(1);
    return "ssh://" + std::string(repository.substr(0, colon)) + '/' + std::string(path);
}

}
