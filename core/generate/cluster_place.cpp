#include "core/generate/cluster_place.h"

#include "core/generate/plain_text.h"
#include "core/generate/text_writer.h"

#include <algorithm>

namespace arabesque {

namespace {

/// Nodes that run the program in a region, or all. A region that stands by runs what is declared there; elsewhere
/// standbys are not started while others are.
std::optional<Sourced<std::int64_t>> replicasIn(const Topology& topology, const Region* region) {
    std::vector<const Node*> nodes;
    for (const std::size_t number : topology.nodesOf("service")) {
        const Node& node = topology.nodes[number];
        if (region == nullptr || *node.region == *region->name) nodes.push_back(&node);
    }
    if (nodes.empty()) return std::nullopt;
    const bool standby = region != nullptr && *region->role == "standby";
    const bool anyActive = std::ranges::any_of(nodes, [](const Node* node) { return !node->isStandby(); });
    Sourced<std::int64_t> copies;
    for (const Node* node : nodes) {
        if (!standby && anyActive && node->isStandby()) continue;
        copies.value += *node->replicas;
        copies.origins =
            joined(joined(std::move(copies.origins), node->replicas.origins), node->state.origins);
        copies.origins = joined(std::move(copies.origins), node->role.origins);
    }
    return copies;
}

/// Regions where the program runs: those with a node of it; all where it has no node at all.
std::vector<const Region*> regionsOf(const Topology& topology) {
    std::vector<const Region*> regions;
    const bool anywhere = topology.nodesOf("service").empty();
    for (const Region& region : topology.regions)
        if (anywhere || replicasIn(topology, &region)) regions.push_back(&region);
    return regions;
}

ClusterPlace placeOf(const Deployment& deployment, const Region* region, Sourced<std::string> name) {
    ClusterPlace place{.name = std::move(name),
                       .deployment = &deployment,
                       .region = region,
                       .replicas = replicasIn(deployment.topology, region)};
    for (const Node& node : deployment.topology.nodes) {
        place.reasons = joined(std::move(place.reasons), node.role.origins);
        if (region != nullptr) place.reasons = joined(std::move(place.reasons), node.region.origins);
    }
    for (const Region& each : deployment.topology.regions)
        place.reasons = joined(std::move(place.reasons), each.name.origins);
    return place;
}

void addPlaces(const Deployment& deployment, std::vector<ClusterPlace>& places) {
    if (!deployment.makesKubernetes()) return;
    const auto add = [&](const Region* region, const Sourced<std::string>& name) {
        const bool taken = std::ranges::contains(
            places, *name, [](const ClusterPlace& place) -> const std::string& { return *place.name; });
        if (isFileName(*name) && !taken) places.push_back(placeOf(deployment, region, name));
    };
    const std::vector<const Region*> regions = regionsOf(deployment.topology);
    if (regions.empty())
        add(nullptr, deployment.environment
                         ? deployment.environment->name
                         : Sourced<std::string>{"default", {layout("Kustomize, overlays")}});
    for (const Region* region : regions) {
        Sourced<std::string> name = region->name;
        if (deployment.environment) {
            name.value = *deployment.environment->name + '-' + *name;
            name.origins = joined(deployment.environment->name.origins, name.origins);
        }
        add(region, name);
    }
}

}

std::vector<ClusterPlace> clusterPlacesOf(const Design& design) {
    std::vector<ClusterPlace> places;
    for (const Deployment& environment : design.environments) addPlaces(environment, places);
    if (design.environments.empty()) addPlaces(design.deployment, places);
    return places;
}

ClusterPlace usualPlaceOf(const Design& design) {
    const std::vector<const Region*> regions = regionsOf(design.deployment.topology);
    return placeOf(design.deployment, regions.empty() ? nullptr : regions.front(),
                   {"default", {layout("Helm, values")}});
}

std::string fileStemOf(const Deployment& deployment) {
    const std::string& jar = deployment.workload.jar;
    return isFileName(jar) ? jar : "program";
}

}
