#include "core/generate/gitops.h"

namespace arabesque {

namespace {

constexpr const char* id = "flux";

Sourced<std::string> intervalOf(const GitOps& gitOps) {
    return {toText(*gitOps.interval), gitOps.interval.origins};
}

Yaml object(const char* apiVersion, const char* kind, const Sourced<std::string>& name) {
    Yaml metadata = Yaml::map();
    metadata.set("name", name).set("namespace", "flux-system");
    return Yaml::map().set("apiVersion", apiVersion).set("kind", kind).set("metadata", std::move(metadata));
}

Yaml repository(const GitOps& gitOps, const std::string& address) {
    Yaml spec = Yaml::map();
    spec.set("interval", intervalOf(gitOps))
        .set("url", Sourced<std::string>{address, gitOps.repository.origins})
        .set("ref", Yaml::map().set("branch", gitOps.revision));
    Yaml document = object("source.toolkit.fluxcd.io/v1", "GitRepository", gitOps.name);
    document.set("spec", std::move(spec));
    return document;
}

Yaml kustomization(const GitOps& gitOps, const GitOpsPlace& place) {
    Yaml source = Yaml::map();
    source.set("kind", "GitRepository").set("name", gitOps.name);
    Yaml spec = Yaml::map();
    spec.set("interval", intervalOf(gitOps))
        .set("path", Sourced<std::string>{"./" + *place.path, place.path.origins})
        .set("prune", gitOps.prune)
        .set("sourceRef", std::move(source));
    Yaml document = object("kustomize.toolkit.fluxcd.io/v1", "Kustomization", place.name);
    document.set("spec", std::move(spec));
    return document;
}

/// One file a cluster: Flux runs in each, and applies what it finds there.
Artifacts generate(const Design& design) {
    const std::optional<GitOps> gitOps = gitOpsOf(design);
    if (!gitOps) return {};
    const std::optional<std::string> address = fluxAddress(*gitOps->repository);
    if (!address) return {};
    Artifacts files;
    for (const GitOpsPlace& place : gitOps->places) {
        const Origins because =
            joined(joined({layout("Flux, Kustomization")}, gitOps->because), place.file.origins);
        TextWriter writer("gitops/flux/" + *place.file + ".yaml", id, because);
        repository(*gitOps, *address).because(because).writeDocument(writer);
        kustomization(*gitOps, place).because(because).writeDocument(writer);
        files.push_back(std::move(writer).take());
    }
    return files;
}

}

extern const Generator flux{.family = id, .generate = generate, .asksForEnvironments = true};

}
