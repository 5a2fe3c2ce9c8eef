#pragma once

#include "core/generate/generator.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// Where the program is deployed on Kubernetes: an environment, a region, a region of an environment, or the one place
/// there is. Borrows the design.
struct ClusterPlace {
    Sourced<std::string> name{};   ///< "production-eu-west"; folders and files are called so
    const Deployment* deployment = nullptr;
    const Region* region = nullptr;   ///< null: of none
    /// Copies that its nodes ask for; nothing where no node runs the program.
    std::optional<Sourced<std::int64_t>> replicas{};
    /// Why there is such a place and what runs there: regions, and roles and regions of nodes.
    std::vector<Origin> reasons{};

    [[nodiscard]] const Workload& workload() const { return deployment->workload; }
    [[nodiscard]] const Topology& topology() const { return deployment->topology; }
};

/// Every place, environments in order and their regions in order; "default" where none is declared. Empty where the
/// build makes nothing for Kubernetes. Places whose name no folder can have are left out.
[[nodiscard]] std::vector<ClusterPlace> clusterPlacesOf(const Design& design);

/// The place that is meant where nobody names one: the first region, of no environment.
[[nodiscard]] ClusterPlace usualPlaceOf(const Design& design);

/// Name of the program's files and folders: of its jar, where files can be called so.
[[nodiscard]] std::string fileStemOf(const Deployment& deployment);

}
