#include "core/rules/product_regions.h"

namespace arabesque {

std::set<std::string> regionsWithControl(const Topology& topology) {
    std::set<std::string> regions;
    for (const Node& node : topology.nodes) {
        const Region* region = topology.region(*node.region);
        const bool control = node.is("control-plane") || node.is("all-in-one");
        if (control && !node.isStandby() && region != nullptr && *region->role != "standby")
            regions.insert(*region->name);
    }
    return regions;
}

bool replicatesEverything(const Topology& topology) {
    return *topology.value(deploymentToml().apiManager.shape) == "replicated-databases" &&
           regionsWithControl(topology).size() > 1;
}

bool hasCentralControl(const Topology& topology) {
    return *topology.value(deploymentToml().apiManager.shape) == "central-control-plane";
}

}
