#include "core/analysis/scenario.h"

namespace arabesque {

Scenario scenarioOf(const Analysis& analysis, const Start& start) {
    return scenarioOf({analysis.deployment, *analysis.snapshot, analysis.documents}, start);
}

Resolution resolve(const Analysis& analysis, const Scenario& scenario) {
    return resolve({.facts = *analysis.facts,
                    .organisation = *analysis.deployment.organisation,
                    .package = *analysis.deployment.package,
                    .singleFile = analysis.snapshot->singleFile},
                   scenario);
}

}
