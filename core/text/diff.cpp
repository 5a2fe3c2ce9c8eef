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

namespace {

/// One line of a difference: kept (' '), taken out ('-') or put in ('+'), with the lines of both texts before it.
struct ScriptLine {
    char mark;
    std::string_view text;
    std::size_t before, after;
};

/// Lines with their ends, so that a missing last one counts.
std::vector<std::string_view> wholeLinesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

std::vector<ScriptLine> scriptOf(std::string_view before, std::string_view after) {
    const auto a = wholeLinesOf(before), b = wholeLinesOf(after);
    const LineDifference difference = compareLines(before, after);
    auto removed = difference.removed.begin();
    auto added = difference.added.begin();
    std::vector<ScriptLine> script;
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        const bool takenOut = removed != difference.removed.end() && *removed == i + 1;
        const bool putIn = added != difference.added.end() && *added == j + 1;
        const bool endsDiffer = !takenOut && !putIn && a[i] != b[j];   // only one has the line end
        if (takenOut || endsDiffer) {
            script.push_back({'-', a[i], i, j});
            if (takenOut) ++removed;
            if (endsDiffer) script.push_back({'+', b[j], i + 1, j});
            ++i, j += endsDiffer ? 1 : 0;
        } else if (putIn) {
            script.push_back({'+', b[j], i, j});
            ++added, ++j;
        } else {
            script.push_back({' ', a[i], i, j});
            ++i, ++j;
        }
    }
    return script;
}

std::string hunk(std::span<const ScriptLine> lines) {
    std::size_t ofBefore = 0, ofAfter = 0;
    std::string text;
    for (const ScriptLine& line : lines) {
        ofBefore += line.mark != '+' ? 1 : 0;
        ofAfter += line.mark != '-' ? 1 : 0;
        text.append(1, line.mark).append(line.text);
        if (!line.text.ends_with('\n')) text += "\n\\ No newline at end of file\n";
    }
    const auto place = [](std::size_t first, std::size_t count) {
        return std::to_string(count == 0 ? first : first + 1) + ',' + std::to_string(count);
    };
    return "@@ -" + place(lines.front().before, ofBefore) + " +" + place(lines.front().after, ofAfter) +
           " @@\n" + text;
}

}

std::string unifiedDiff(const std::string& file, std::string_view before, std::string_view after) {
    constexpr std::size_t around = 3;
    const std::vector<ScriptLine> script = scriptOf(before, after);
    std::string text;
    for (std::size_t at = 0; at < script.size();) {
        if (script[at].mark == ' ') {
            ++at;
            continue;
        }
        const std::size_t begin = at - std::min(at, around);
        std::size_t end = at, kept = 0;
        while (end < script.size() && kept <= 2 * around) kept = script[end++].mark == ' ' ? kept + 1 : 0;
        if (kept > around) end -= kept - around;
        text += hunk(std::span(script).subspan(begin, end - begin));
        at = end;
    }
    return text.empty() ? text : "--- a/" + file + "\n+++ b/" + file + '\n' + text;
}

}
