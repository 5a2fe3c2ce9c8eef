#include "core/generate/cluster_objects.h"
#include "core/generate/kubernetes_documents.h"
#include "core/generate/plain_text.h"
#include "core/generate/yaml_difference.h"
#include "core/model/names.h"
#include "core/text/lower_case.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr const char* id = "kustomize";

/// Whole files of one folder, listed in its kustomization.yaml in the order they are added.
class KustomizeFolder {
public:
    KustomizeFolder(std::string path, const Origins& because)
        : m_path(std::move(path)), m_because(joined({layout("Kustomize, kustomization.yaml")}, because)) {}

    Artifacts files;

    /// A name for a file that no other has.
    std::string nameFor(const std::string& stem) {
        const int number = ++m_names[stem];
        return stem + (number == 1 ? "" : '-' + std::to_string(number));
    }

    /// Writes one document, and says under what name.
    std::string write(const std::string& stem, const Yaml& document, const Origins& origins) {
        const std::string name = nameFor(stem) + ".yaml";
        TextWriter writer(m_path + name, id, joined(m_because, origins));
        document.write(writer);
        files.push_back(std::move(writer).take());
        return name;
    }

    void addResource(const std::string& file, const Origins& origins) {
        m_resources.add(Yaml(Sourced<std::string>{file, origins}));
    }

    void addPatch(Yaml patch) { m_patches.add(std::move(patch)); }

    Artifacts finish(const Sourced<std::string>& nameSpace) && {
        Yaml document = Yaml::map();
        document.set("apiVersion", "kustomize.config.k8s.io/v1beta1").set("kind", "Kustomization");
        if (!nameSpace->empty()) document.set("namespace", nameSpace);
        document.set("resources", std::move(m_resources));
        if (!m_patches.empty()) document.set("patches", std::move(m_patches));
        TextWriter writer(m_path + "kustomization.yaml", id, m_because);
        std::move(document).because(m_because).write(writer);
        files.push_back(std::move(writer).take());
        return std::move(files);
    }

private:
    std::string m_path;
    Origins m_because;
    std::map<std::string, int> m_names;
    Yaml m_resources = Yaml::list(), m_patches = Yaml::list();
};

/// What files of an object are called: "network-policy"; with its name where there may be several of a kind.
std::string stemOf(const ClusterObject& object) {
    const std::string& kind = object.kind();
    static constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"ConfigMap", "config-map"},
        {"CronJob", "cron-job"},
        {"ExternalSecret", "external-secret"},
        {"HTTPRoute", "http-route"},
        {"HorizontalPodAutoscaler", "autoscaler"},
        {"NetworkPolicy", "network-policy"},
        {"PodDisruptionBudget", "disruption-budget"}};
    std::string stem(kind);
    for (const auto& [name, known] : names)
        if (kind == name) stem = known;
    const bool several = kind == "ConfigMap" || kind == "Secret" || kind == "ExternalSecret";
    return lowerCase(stem) + (several && isFileName(object.name()) ? '-' + object.name() : "");
}

/// Why there is an object, and why it is called so.
Origins reasonsOf(const ClusterObject& object) {
    return joined(object.document.origins(), object.document.at("metadata").at("name").origins());
}

/// What a patch is for.
Yaml targetOf(const ClusterObject& object) {
    Yaml target = Yaml::map();
    target.set("kind", object.document.at("kind")).set("name", object.document.at("metadata").at("name"));
    return target;
}

Yaml removal(const ClusterObject& object) {
    Yaml document = Yaml::map();
    document.set("$patch", "delete")
        .set("apiVersion", object.document.at("apiVersion"))
        .set("kind", object.document.at("kind"))
        .set("metadata", Yaml::map().set("name", object.document.at("metadata").at("name")));
    return document;
}

Artifacts base(const Deployment& deployment) {
    const std::string path = "kustomize/base/";
    KustomizeFolder folder(path, joined(deployment.workload.name.origins, deployment.cloud.origins));
    folder.files = kubernetesFiles(deployment, path + fileStemOf(deployment), id);
    const Artifacts files = folder.files;
    for (const Artifact& file : files) folder.addResource(file.fileName(), file.origins);
    return std::move(folder).finish({});
}

void removeObject(KustomizeFolder& folder, const ClusterObject& object, const ClusterPlace& place,
                  Origins because) {
    because = joined(std::move(because), reasonsOf(object));
    if (object.kind() == "HorizontalPodAutoscaler")
        because = joined(std::move(because), place.workload().autoscaled.origins);
    const std::string file =
        folder.write("remove-" + stemOf(object), removal(object).because(because), because);
    folder.addPatch(Yaml::map().set("path", Sourced<std::string>{file, because}));
}

void changeObject(KustomizeFolder& folder, const ClusterObject& before, const ClusterObject& after,
                  const Origins& because) {
    Yaml operations = jsonPatch(before.document, after.document, because, after.removed);
    if (operations.empty()) return;
    const Origins reasons = joined(operations.allOrigins(), reasonsOf(after));
    const std::string file = folder.write("patch-" + stemOf(before), operations, reasonsOf(after));
    Yaml patch = Yaml::map();
    patch.set("path", Sourced<std::string>{file, reasons}).set("target", targetOf(before).because(reasons));
    folder.addPatch(std::move(patch));
}

Artifact secretTemplate(const std::string& path, const SecretToFillIn& secret, const Cluster& cluster,
                        Origins because) {
    because = joined(joined({layout("Kubernetes API, Secret")}, because), secret.name.origins);
    Yaml data = Yaml::map();
    for (const auto& [key, note] : secret.notes) {
        data.put(key, note);
        because = joined(std::move(because), note.origins);
    }
    TextWriter writer(path + ".template.yaml", id, because);
    writer.line(
        "# Fill in and apply by hand; kustomization.yaml does not list it. Keep the filled-in file out of "
        "the repository.",
        because);
    Yaml metadata = Yaml::map();
    metadata.set("name", secret.name);
    if (!cluster.nameSpace->empty()) metadata.set("namespace", cluster.nameSpace);
    Yaml document = Yaml::map();
    document.set("apiVersion", "v1")
        .set("kind", "Secret")
        .set("metadata", std::move(metadata))
        .set("stringData", std::move(data));
    std::move(document).because(because).writeDocument(writer);
    return std::move(writer).take();
}

Artifacts overlay(const ClusterPlace& place, const std::vector<ClusterObject>& bare,
                  const ballerina::PackageFacts& facts) {
    const std::string path = "kustomize/overlays/" + *place.name + '/';
    const Origins because =
        joined(joined(place.name.origins, place.deployment->cloud.origins), place.reasons);
    const Cluster cluster = clusterOf(place, facts);
    KustomizeFolder folder(path, because);
    folder.addResource("../../base", place.name.origins);
    const auto counterpart = [](const std::vector<ClusterObject>& all, const ClusterObject& object) {
        const auto found =
            std::ranges::find_if(all, [&](const ClusterObject& each) { return each.is(object); });
        return found == all.end() ? nullptr : &*found;
    };
    for (const ClusterObject& object : cluster.objects) {
        if (counterpart(bare, object) != nullptr) continue;
        const Origins reasons = reasonsOf(object);
        folder.addResource(folder.write(stemOf(object), object.document, reasons), reasons);
    }
    for (const ClusterObject& object : bare) {
        if (const ClusterObject* now = counterpart(cluster.objects, object))
            changeObject(folder, object, *now, because);
        else
            removeObject(folder, object, place, because);
    }
    for (const SecretToFillIn& secret : cluster.secrets) {
        const std::string name = isFileName(*secret.name) ? "secret-" + *secret.name : "secret";
        folder.files.push_back(secretTemplate(path + folder.nameFor(name), secret, cluster, because));
    }
    return std::move(folder).finish(cluster.nameSpace);
}

Artifacts generate(const Design& design) {
    const std::vector<ClusterPlace> places = clusterPlacesOf(design);
    if (places.empty() || !design.deployment.makesKubernetes()) return {};
    Artifacts files = base(design.deployment);
    const std::vector<ClusterObject> bare = bareObjectsOf(design.deployment.workload);
    for (const ClusterPlace& place : places)
        std::ranges::move(overlay(place, bare, design.facts), std::back_inserter(files));
    return files;
}

}

extern const Generator kustomize{.family = id, .generate = generate, .asksForEnvironments = true};

}
