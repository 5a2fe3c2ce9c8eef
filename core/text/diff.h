#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Lines of `before` and `after` that have no partner in the other text; numbers from 1.
struct LineDifference {
    std::vector<std::uint32_t> removed;   ///< lines of `before`
    std::vector<std::uint32_t> added;     ///< lines of `after`
};

/// Differences by longest common subsequence of lines; where thousands of lines differ in one stretch, all of them.
[[nodiscard]] LineDifference compareLines(std::string_view before, std::string_view after);

/// What `patch -p1` takes to turn one text of `file` into the other, with three lines around each change; empty when they
/// are equal.
[[nodiscard]] std::string unifiedDiff(const std::string& file, std::string_view before,
                                      std::string_view after);

}
