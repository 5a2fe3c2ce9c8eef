#include "core/text/diff.h"

#include <algorithm>
#include <span>
#include <string>

namespace arabesque {

namespace {

constexpr std::size_t mostCells = 9'000'000;   // of the table of all pairs of lines: 36 MB

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}

LineDifference compareLines(std::string_view before, std::string_view after) {
    const auto allBefore = linesOf(before);
    const auto allAfter = linesOf(after);
    // what both begin and end with is left out: the table below grows with the product of the rest
    const auto same =
        static_cast<std::size_t>(std::ranges::mismatch(allBefore, allAfter).in1 - allBefore.begin());
    std::span<const std::string_view> a = std::span(allBefore).subspan(same);
    std::span<const std::string_view> b = std::span(allAfter).subspan(same);
    while (!a.empty() && !b.empty() && a.back() == b.back())
        a = a.first(a.size() - 1), b = b.first(b.size() - 1);

    LineDifference result;
    if (a.size() * b.size() > mostCells) {   // two different files rather than a change of one
        for (std::size_t i = 0; i < a.size(); ++i)
            result.removed.push_back(static_cast<std::uint32_t>(same + i + 1));
        for (std::size_t j = 0; j < b.size(); ++j)
            result.added.push_back(static_cast<std::uint32_t>(same + j + 1));
        return result;
    }

    // length[i][j]: longest common subsequence of the lines from a[i] and from b[j] on
    std::vector<std::vector<std::uint32_t>> length(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            length[i][j] =
                a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);

    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i, ++j;
        } else if (j == b.size() || (i < a.size() && length[i + 1][j] >= length[i][j + 1])) {
            result.removed.push_back(static_cast<std::uint32_t>(same + ++i));
        } else {
            result.added.push_back(static_cast<std::uint32_t>(same + ++j));
        }
    }
    return result;
}

}
