#pragma once

#include "core/analysis/analysis.h"
#include "core/model/scenario.h"

namespace arabesque {

/// Where the program of an analysis takes its configuration from.
[[nodiscard]] Scenario scenarioOf(const Analysis& analysis, const Start& start);

/// The configuration it has when it is started so. Borrows from the analysis.
[[nodiscard]] Resolution resolve(const Analysis& analysis, const Scenario& scenario);

}
