#pragma once

#include "core/model/topology.h"
#include "core/text/message.h"

#include <span>
#include <string_view>
#include <vector>

namespace arabesque {

/// A key a pattern begins with where nobody wrote one; not part of its contract.
struct Preset {
    const char* table;   ///< "load_balancer"; "" for the root
    const char* key;
    const char* value;   ///< TOML
};

/// A way to lay a deployment out, and what it promises.
struct DeploymentPattern {
    const char* id;   ///< as Deployment.toml says it
    MessageText label;
    MessageText summary;        ///< what it is, and what it survives
    MessageText needs;          ///< what it takes
    MessageText limits;         ///< what it does not do
    const char* product = "";   ///< the only one it is for; empty: any
    /// Ids of the rules that hold it to its promise. Their fixes in turn, on what is there already, make the pattern.
    std::span<const char* const> contract;
    std::span<const Preset> presets;
};

/// Every pattern, from the simplest on.
[[nodiscard]] std::span<const DeploymentPattern* const> allPatterns();
/// The pattern of that id, or null.
[[nodiscard]] const DeploymentPattern* findPattern(std::string_view id);

/// The pattern a deployment declares, or null. `multi-region` is active-passive where a region stands by, else
/// active-active.
[[nodiscard]] const DeploymentPattern* patternOf(const Topology& topology);

#define PATTERN(name) extern const DeploymentPattern name;
#include "core/topology/patterns.def"
#undef PATTERN

}
