#pragma once

#include "app/cli/project.h"

#include <string>
#include <vector>

namespace arabesque::cli {

/// The diagnostics of an analysis in the formats of `check`, each ending with a line feed.
[[nodiscard]] std::string textReport(const Analysis& analysis);
[[nodiscard]] std::string jsonReport(const Analysis& analysis);
[[nodiscard]] std::string sarifReport(const Analysis& analysis);
[[nodiscard]] std::string junitReport(const Analysis& analysis);

/// What a patch of the documents that differ would show, with notes in place of secrets: it may end in a log. `folder`,
/// with a slash at its end, is where the project lies in a workspace.
[[nodiscard]] std::string changesText(const Snapshot& before, const Snapshot& now,
                                      const std::string& folder = {});

/// Settings that no file has a place for, a line each; for standard error.
[[nodiscard]] std::string notCarriedText(const std::vector<Project>& projects);

}
