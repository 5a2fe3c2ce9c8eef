#pragma once

#include "core/analysis/analysis.h"
#include "core/topology/pattern.h"

#include <string>
#include <vector>

namespace arabesque {

/// What a pattern promises, and whether it holds.
struct Clause {
    const char* rule;                          ///< id
    std::vector<const Diagnostic*> findings;   ///< that break it; borrowed from the analysis
};

/// The contract of the declared pattern, in order; empty where none is declared. What Deployment.toml accepts counts as
/// kept.
[[nodiscard]] std::vector<Clause> contractOf(const Analysis& analysis);

/// The edit of Deployment.toml that turns the deployment into a pattern, from nothing or from another one: nodes,
/// balancers and databases that are there stay where the pattern has room for them. Fails where a part of its contract
/// cannot be reached.
[[nodiscard]] Result<Edit> convertTo(const DeploymentPattern& pattern, const Analysis& analysis);

}
