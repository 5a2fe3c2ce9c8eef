#pragma once

#include "core/rules/deployment_table.h"

#include <optional>
#include <string_view>

namespace arabesque {

/// The declared peak in requests per second; nothing where none is.
[[nodiscard]] std::optional<std::int64_t> peakOf(const Topology& topology);

/// [objectives]; borrows the project.
[[nodiscard]] DeploymentTable objectivesTable(const Checked& project);

/// Offers one more copy of a role where that is enough for `missing` requests per second.
void fixByAnotherCopy(const Checked& project, Findings::Finding& finding, std::string_view role,
                      std::int64_t missing);

}
