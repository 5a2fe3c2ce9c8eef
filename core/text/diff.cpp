#include "core/text/diff.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

namespace arabesque {

namespace {

/// Lines that one stretch may differ in before it counts as another text; their paths take 32 MB.
constexpr std::size_t mostDifferences = 4'000;

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

using Lines = std::span<const std::string_view>;

/// Shortest ways to turn `a` into `b`, looked for from their ends: reached[d][i] is how many lines of `a` lie behind
/// after `d` differences of which `i` were lines taken out, and as many equal lines as follow. After E. W. Myers, "An
/// O(ND) difference algorithm and its variations" (1986).
class ShortestWay {
public:
    ShortestWay(Lines a, Lines b) : m_a(a), m_b(b) {}

    /// Nothing where too much differs.
    [[nodiscard]] std::optional<LineDifference> find() {
        for (std::size_t d = 0; d <= mostDifferences; ++d) {
            m_reached.emplace_back(d + 1);
            for (std::size_t i = 0; i <= d; ++i) {
                const std::size_t x = afterEqualLines(begin(d, i), d, i);
                m_reached[d][i] = static_cast<std::uint32_t>(x);
                if (x >= m_a.size() && behindInB(x, d, i) >= m_b.size()) return walk(d, i);
            }
        }
        return {};
    }

private:
    [[nodiscard]] static std::size_t behindInB(std::size_t x, std::size_t d, std::size_t i) {
        return x + d - i - i;   // each line taken out leaves one behind in `a` alone, each put in one in `b`
    }
    [[nodiscard]] bool endsWithTakingOut(std::size_t d, std::size_t i) const {
        return i == d || (i > 0 && m_reached[d - 1][i - 1] + 1 >= m_reached[d - 1][i]);
    }
    [[nodiscard]] std::size_t begin(std::size_t d, std::size_t i) const {
        if (d == 0) return 0;
        return endsWithTakingOut(d, i) ? m_reached[d - 1][i - 1] + 1 : m_reached[d - 1][i];
    }
    [[nodiscard]] std::size_t afterEqualLines(std::size_t x, std::size_t d, std::size_t i) const {
        for (std::size_t y = behindInB(x, d, i);
             x < m_a.size() && y < m_b.size() && m_a[m_a.size() - 1 - x] == m_b[m_b.size() - 1 - y]; ++y)
            ++x;
        return x;
    }
    [[nodiscard]] LineDifference walk(std::size_t d, std::size_t i) const {
        LineDifference result;
        for (; d > 0; --d) {
            const std::size_t x = begin(d, i);
            if (endsWithTakingOut(d, i)) {
                result.removed.push_back(static_cast<std::uint32_t>(m_a.size() - x + 1));
                --i;
            } else {
                result.added.push_back(static_cast<std::uint32_t>(m_b.size() - behindInB(x, d, i) + 1));
            }
        }
        return result;
    }

    Lines m_a, m_b;
    std::vector<std::vector<std::uint32_t>> m_reached;
};

LineDifference allOf(Lines a, Lines b) {
    LineDifference result;
    for (std::uint32_t line = 1; line <= a.size(); ++line) result.removed.push_back(line);
    for (std::uint32_t line = 1; line <= b.size(); ++line) result.added.push_back(line);
    return result;
}

}

LineDifference compareLines(std::string_view before, std::string_view after) {
    const auto allBefore = linesOf(before);
    const auto allAfter = linesOf(after);
    const auto same =
        static_cast<std::uint32_t>(std::ranges::mismatch(allBefore, allAfter).in1 - allBefore.begin());
    const Lines a = Lines(allBefore).subspan(same);
    const Lines b = Lines(allAfter).subspan(same);
    auto shortest = ShortestWay(a, b).find();
    LineDifference result = shortest ? *std::move(shortest) : allOf(a, b);
    for (std::uint32_t& line : result.removed) line += same;
    for (std::uint32_t& line : result.added) line += same;
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
