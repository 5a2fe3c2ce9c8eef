#pragma once

#include "core/analysis/analysis.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace arabesque::tests {

/// A project of the source tree, with the files it refers to; "resources/examples/order-service". A failure to
/// open ends the test.
[[nodiscard]] std::shared_ptr<const Snapshot> project(std::string_view path);

/// Analysis of a project after `edit`, its resources loaded again.
[[nodiscard]] Analysis analyzed(std::string_view path, const Edit& edit = {}, AnalysisOptions options = {});

/// A snapshot of texts by file name, for tests that need no disk.
[[nodiscard]] std::shared_ptr<const Snapshot> snapshotOf(
    std::initializer_list<std::pair<std::string_view, std::string_view>> documents);

/// The bytes of a file of the source tree.
[[nodiscard]] std::string sourceFile(std::string_view path);

/// The difference between two texts in a form a failed comparison can show; empty when they are equal.
[[nodiscard]] std::string lineDifference(std::string_view expected, std::string_view actual);

}
