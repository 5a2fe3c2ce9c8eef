#pragma once

#include "core/analysis/analysis.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace arabesque::tests {

/// The package acme/orders 1.2.0, which listens at a configurable port and has a secret, by file name; texts in `more`
/// stand in for its own.
using ProjectTexts = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] ProjectTexts ordersProject(const ProjectTexts& more);

/// What is made of texts by file name.
[[nodiscard]] Analysis made(const ProjectTexts& project, const AnalysisOptions& options = {});

/// The text of a generated file; "(not made)" where there is none.
[[nodiscard]] std::string textOf(const Analysis& analysis, std::string_view path);

/// Paths of a family's files, a line each.
[[nodiscard]] std::string pathsOf(const Analysis& analysis, std::string_view family);

/// The settings a line of a file is there for: "Deployment.toml:vm.max_heap", joined by blanks.
[[nodiscard]] std::string settingsBehind(const Analysis& analysis, std::string_view path,
                                         std::string_view line);

}
