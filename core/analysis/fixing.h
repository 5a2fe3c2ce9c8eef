#pragma once

#include "core/analysis/analysis.h"

#include <functional>
#include <string>
#include <vector>

namespace arabesque {

/// One edit that applies the first fix of each of `findings` that has one; of fixes that touch the same text the first
/// counts, and what it leaves comes with the next analysis.
[[nodiscard]] Edit firstFixes(const std::vector<const Diagnostic*>& findings);

/// The findings of a rule that have a fix, in order.
[[nodiscard]] std::vector<const Diagnostic*> fixableOf(const Analysis& analysis, std::string_view rule);

/// What a person agrees to beforehand: every finding of `rules`, or without any those errors and warnings that have exactly
/// one cure, so that there is nothing to choose.
[[nodiscard]] std::vector<const Diagnostic*> mendable(const Analysis& analysis,
                                                      const std::vector<std::string>& rules);

/// What was done to a project.
struct Mended {
    std::shared_ptr<const Snapshot> snapshot;
    std::vector<std::string> done;   ///< "Cloud.toml: Did you mean 'min_memory'? Rename it", in order
    Analysis analysis;               ///< of what came of it
};

/// Mends and looks again until nothing mendable is left, or what is left does not change.
[[nodiscard]] Mended mend(std::shared_ptr<const Snapshot> snapshot, const AnalysisOptions& options,
                          const std::vector<std::string>& rules);

}
