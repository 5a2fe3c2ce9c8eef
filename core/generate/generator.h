#pragma once

#include "core/generate/artifact.h"
#include "core/model/deployment.h"

#include <span>

namespace arabesque {

/// What files are made of; borrowed for the call.
struct Design {
    const Deployment& deployment;
    const ballerina::PackageFacts& facts;
    /// As `deployment` is in each environment that Deployment.toml declares, in its order. Empty where `deployment` is
    /// itself of one, or none of the families that are made asks for them.
    std::span<const Deployment> environments{};
};

/// Makes the files of one family. Pure: same design, same bytes.
struct Generator {
    const char* family;   ///< its id
    Artifacts (*generate)(const Design& design) = nullptr;
    bool asksForEnvironments = false;   ///< looks at `Design::environments`
    /// Makes files that tell of those of others: of all that generate() made, then of what those before it summarized.
    Artifacts (*summarize)(const Design& design, const Artifacts& others) = nullptr;
};

/// Every generator, in the order of the bundle.
[[nodiscard]] std::span<const Generator* const> allGenerators();

/// Whether a deployment wants the files of a generator: one of its targets has them, and they are not left out.
[[nodiscard]] bool isMade(const Generator& generator, const Deployment& deployment);

/// Whether anything that is made looks at `Design::environments`.
[[nodiscard]] bool asksForEnvironments(const Deployment& deployment);

/// What all generators make of a design, by path.
[[nodiscard]] Artifacts generateAll(const Design& design);

}
