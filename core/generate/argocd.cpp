#include "core/generate/gitops.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr const char* id = "argocd";
constexpr const char* ownCluster = "https://kubernetes.default.svc";

bool isAddress(std::string_view cluster) {
    return cluster.starts_with("https://") || cluster.starts_with("http://");
}

bool hasName(const GitOpsPlace& place) {
    return !place.cluster->empty() && !isAddress(*place.cluster);
}

Sourced<std::string> serverOf(const GitOpsPlace& place) {
    if (hasName(place)) return {"", place.cluster.origins};
    return place.cluster->empty() ? Sourced<std::string>{ownCluster, place.cluster.origins} : place.cluster;
}

Sourced<std::string> nameOf(const GitOpsPlace& place) {
    return hasName(place) ? place.cluster : Sourced<std::string>{"", place.cluster.origins};
}

Sourced<std::string> nameSpaceOf(const GitOpsPlace& place) {
    return place.nameSpace->empty() ? Sourced<std::string>{"default", place.nameSpace.origins}
                                    : place.nameSpace;
}

Yaml object(const char* kind, const Sourced<std::string>& name) {
    Yaml metadata = Yaml::map();
    metadata.set("name", name).set("namespace", "argocd");
    return Yaml::map()
        .set("apiVersion", "argoproj.io/v1alpha1")
        .set("kind", kind)
        .set("metadata", std::move(metadata));
}

/// What an Application consists of; in a template its texts are quoted for that.
Yaml specification(const GitOps& gitOps, const Sourced<std::string>& path, Yaml destination,
                   bool isTemplate) {
    const auto text = [&](const Sourced<std::string>& given) {
        return isTemplate ? Sourced<std::string>{goTemplateText(*given), given.origins} : given;
    };
    Yaml source = Yaml::map();
    source.set("repoURL", text(gitOps.repository))
        .set("targetRevision", text(gitOps.revision))
        .set("path", path);
    Yaml automated = Yaml::map();
    automated.set("prune", gitOps.prune).set("selfHeal", true);
    Yaml spec = Yaml::map();
    spec.set("project", text(gitOps.project))
        .set("source", std::move(source))
        .set("destination", std::move(destination))
        .set("syncPolicy", Yaml::map().set("automated", std::move(automated)));
    return spec;
}

Yaml application(const GitOps& gitOps, const GitOpsPlace& place) {
    Yaml destination = Yaml::map();
    if (hasName(place))
        destination.set("name", nameOf(place));
    else
        destination.set("server", serverOf(place));
    destination.set("namespace", nameSpaceOf(place));
    Yaml document = object("Application", gitOps.name);
    document.set("spec", specification(gitOps, place.path, std::move(destination), false));
    return document;
}

/// Argo CD takes the name of a cluster or its address; where places differ in that, the other one is empty.
Yaml applicationSet(const GitOps& gitOps) {
    const bool names = std::ranges::any_of(gitOps.places, hasName);
    const bool servers = !std::ranges::all_of(gitOps.places, hasName);
    Origins because;
    Yaml elements = Yaml::list();
    for (const GitOpsPlace& place : gitOps.places) {
        because = joined(std::move(because), place.cluster.origins);
        Yaml element = Yaml::map();
        element.set("name", place.name).set("path", place.path);
        if (servers) element.set("server", serverOf(place));
        if (names) element.set("cluster", nameOf(place));
        element.set("namespace", nameSpaceOf(place));
        elements.add(std::move(element));
    }
    Yaml destination = Yaml::map();
    if (servers) destination.set("server", "{{.server}}");
    if (names) destination.set("name", "{{.cluster}}");
    destination.set("namespace", "{{.namespace}}");
    Yaml list = Yaml::map();
    list.set("list", Yaml::map().set("elements", std::move(elements).because(because)));
    Yaml application = Yaml::map();
    application.set("metadata", Yaml::map().set("name", "{{.name}}"))
        .set("spec", specification(gitOps, {"{{.path}}", {}}, std::move(destination).because(because), true));
    Yaml spec = Yaml::map();
    spec.set("goTemplate", true)
        .set("goTemplateOptions", Yaml::list().add("missingkey=error"))
        .set("generators", Yaml::list().add(std::move(list)))
        .set("template", std::move(application));
    Yaml document = object("ApplicationSet", gitOps.name);
    document.set("spec", std::move(spec));
    return document;
}

Artifacts generate(const Design& design) {
    const std::optional<GitOps> gitOps = gitOpsOf(design);
    if (!gitOps) return {};
    const bool one = gitOps->places.size() == 1;
    Origins because = joined({layout("Argo CD, Application")}, gitOps->because);
    for (const GitOpsPlace& place : gitOps->places) because = joined(std::move(because), place.file.origins);
    TextWriter writer(std::string("gitops/argocd/") + (one ? "application.yaml" : "application-set.yaml"), id,
                      because);
    Yaml document = one ? application(*gitOps, gitOps->places.front()) : applicationSet(*gitOps);
    std::move(document).because(because).write(writer);
    return {std::move(writer).take()};
}

}

extern const Generator argocd{.family = id, .generate = generate, .asksForEnvironments = true};

}
