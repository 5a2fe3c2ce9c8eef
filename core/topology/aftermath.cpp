#include "core/topology/aftermath.h"

#include <algorithm>

namespace arabesque {

using Tier = NodeRole::Tier;

bool Aftermath::isLost(std::size_t node) const {
    if (!before.serves(node)) return false;
    return after.copies(node) < before.copies(node) || after.losses.process[node] || isUnreachable(node);
}

bool Aftermath::isUnreachable(std::size_t number) const {
    return after.standing[number] == Standing::CutOff && node(number).isIn(Tier::Traffic) &&
           after.losses.packetsDropped[number];
}

bool Aftermath::isInterruptedFor(std::size_t standby) const {
    std::vector<Failure> without(failures.begin(), failures.end());
    without.push_back({Failure::Kind::Node, *node(standby).name});
    const Survival survival = survivalOf(wiring, without);
    return !std::ranges::equal(after.placeWorks, survival.placeWorks);
}

bool Aftermath::isNew(std::size_t node) const {
    return after.serves(node) && !before.serves(node);
}

std::vector<std::size_t> Aftermath::lostPlaces() const {
    std::vector<std::size_t> found;
    for (std::size_t place = 0; place < wiring.places.size(); ++place)
        if (before.placeServes[place] && !after.placeServes[place]) found.push_back(place);
    return found;
}

bool Aftermath::isLostPlace(std::size_t place) const {
    return before.placeServes[place] && !after.placeServes[place];
}

bool Aftermath::movesAway(std::size_t place) const {
    return isLostPlace(place) && after.data;
}

std::vector<std::size_t> Aftermath::peersOf(std::size_t number) const {
    std::vector<std::size_t> peers;
    for (const Node& other : topology().nodes)
        if (other.is(*node(number).role) && *other.region == *node(number).region &&
            before.serves(other.number))
            peers.push_back(other.number);
    return peers;
}

std::vector<std::size_t> Aftermath::heirsOf(std::size_t number) const {
    std::vector<std::size_t> heirs;
    for (const Node& other : topology().nodes)
        if (other.is(*node(number).role) && *other.region == *node(number).region &&
            after.serves(other.number))
            heirs.push_back(other.number);
    return heirs;
}

std::optional<double> Aftermath::rateAtBalancer(std::size_t place) const {
    const auto peak = topology().written(deploymentToml().objectives.peak);
    if (!peak || **peak <= 0) return {};
    const auto places = std::ranges::count(before.placeServes, true);
    const auto balancers = std::ranges::count_if(topology().nodes, [&](const Node& node) {
        return node.isIn(Tier::Balancer) && wiring.placeOf(node) == place && before.serves(node.number);
    });
    return static_cast<double>(**peak) / static_cast<double>(std::max<std::ptrdiff_t>(places, 1)) /
           static_cast<double>(std::max<std::ptrdiff_t>(balancers, 1));
}

std::vector<std::pair<const Database*, std::size_t>> Aftermath::promotions() const {
    std::vector<std::pair<const Database*, std::size_t>> found;
    for (const auto& [key, state] : after.databases) {
        if (!state.promoted || before.databases.at(key).promoted == state.promoted) continue;
        const std::pair promotion{&topology().databases[key.first], *state.promoted};
        if (!std::ranges::contains(found, promotion)) found.push_back(promotion);
    }
    return found;
}

Aftermath aftermathOf(const Wiring& wiring, std::span<const Failure> failures) {
    return {wiring, failures, survivalOf(wiring, {}), survivalOf(wiring, failures)};
}

bool isOnKubernetes(const Topology& topology, const Node& node) {
    if (!node.isIn(Tier::Traffic)) return false;
    if (*node.replicas > 1 || *topology.pattern == "kubernetes-multi-zone" || topology.has("kubernetes"))
        return true;
    const auto targets = topology.value(deploymentToml().targets);
    const auto has = [&](const char* target) { return std::ranges::contains(*targets, target); };
    return (has("k8s") || has("openshift")) && !has("vm");
}

bool checksActively(const Topology& topology) {
    return topology.has("load_balancer.health_check") &&
           *topology.value(deploymentToml().loadBalancer.engine) != "nginx";
}

}
