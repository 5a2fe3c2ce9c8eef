#include "core/generate/cluster_objects.h"

#include "core/generate/kubernetes_documents.h"

#include <algorithm>

namespace arabesque {

namespace {

const auto& keys() {
    return deploymentToml().kubernetes;
}

Yaml namespaceObject(const Sourced<std::string>& name) {
    Yaml document = Yaml::map();
    document.set("apiVersion", "v1").set("kind", "Namespace").set("metadata", Yaml::map().set("name", name));
    return std::move(document).because(joined({layout("Kubernetes API, Namespace")}, name.origins));
}

void changeService(Yaml& service, const Topology& topology) {
    if (const auto affinity = topology.written(keys().sessionAffinity))
        service.at("spec").put("sessionAffinity", *affinity);
}

void addService(Cluster& cluster, const ClusterPlace& place) {
    const Workload& workload = place.workload();
    if (const auto route = routeOf(*place.deployment))
        cluster.objects.push_back({routeObject(*route, workload)});
    if (Yaml budget = budgetObject(place); !budget.empty()) cluster.objects.push_back({std::move(budget)});
    const auto wanted = place.topology().value(keys().networkPolicy);
    if (*wanted && !workload.ports.empty())
        cluster.objects.push_back({networkPolicyObject(workload, wanted)});
}

}

const ClusterObject* Cluster::find(std::string_view kind) const {
    const auto found =
        std::ranges::find_if(objects, [&](const ClusterObject& each) { return each.kind() == kind; });
    return found == objects.end() ? nullptr : &*found;
}

std::vector<ClusterObject> bareObjectsOf(const Workload& workload) {
    std::vector<ClusterObject> objects;
    for (KubernetesDocument& each : kubernetesDocumentsOf(workload))
        objects.push_back({std::move(each.document)});
    return objects;
}

Cluster clusterOf(const ClusterPlace& place, const ballerina::PackageFacts& facts) {
    Cluster cluster{.nameSpace = place.topology().value(keys().nameSpace)};
    if (!cluster.nameSpace->empty()) cluster.objects.push_back({namespaceObject(cluster.nameSpace)});
    std::ranges::move(bareObjectsOf(place.workload()), std::back_inserter(cluster.objects));
    for (ClusterObject& object : cluster.objects) {
        if (object.kind() == "Service") changeService(object.document, place.topology());
        if (object.kind() == "Deployment") addToDeployment(object, place);
        if (object.kind() == "HorizontalPodAutoscaler") addToAutoscaler(object.document, place);
    }
    if (!place.workload().isTask()) addService(cluster, place);
    addConfiguration(cluster, place, facts);
    return cluster;
}

}
