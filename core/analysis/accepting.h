#pragma once

#include "core/analysis/analysis.h"

#include <string>
#include <vector>

namespace arabesque {

/// Where a finding may be accepted, from the key it stands at to everywhere: "Cloud.toml:container.image.tag",
/// "Cloud.toml", "".
[[nodiscard]] std::vector<std::string> subjectsOf(const Analysis& analysis, const Diagnostic& finding);

/// The edit of Deployment.toml that accepts findings of `rule` at `subject`, everywhere where that is empty, for `reason`
/// until `until`, a day such as 2027-03-31, or for good.
[[nodiscard]] Result<Edit> accept(const Analysis& analysis, const std::string& rule,
                                  const std::string& subject, const std::string& reason,
                                  const std::string& until = {});

/// The edit that takes an acceptance back.
[[nodiscard]] Result<Edit> listAgain(const Analysis& analysis, const AcceptedFinding& accepted);

}
