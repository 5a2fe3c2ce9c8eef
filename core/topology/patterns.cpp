#include "core/topology/pattern.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

constexpr std::array patterns{
#define PATTERN(name) &name,
#include "core/topology/patterns.def"
#undef PATTERN
};

}

std::span<const DeploymentPattern* const> allPatterns() {
    return patterns;
}

const DeploymentPattern* findPattern(std::string_view id) {
    const auto found =
        std::ranges::find_if(patterns, [&](const DeploymentPattern* each) { return each->id == id; });
    return found == patterns.end() ? nullptr : *found;
}

const DeploymentPattern* patternOf(const Topology& topology) {
    if (*topology.pattern != "multi-region") return findPattern(*topology.pattern);
    const bool spare =
        std::ranges::any_of(topology.regions, [](const Region& region) { return *region.role == "standby"; });
    return spare ? &multi_region_active_passive : &multi_region_active_active;
}

}
