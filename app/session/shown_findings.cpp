#include "app/session/shown_findings.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

namespace arabesque {

namespace {

/// Where `range` is after `change`. What is typed at its ends counts as a part of it.
ByteRange moved(ByteRange range, const Change& change) {
    if (range.end < change.range.begin) return range;
    const std::size_t end = std::max(range.end, change.range.end) - change.range.size() + change.text.size();
    if (change.range.end < range.begin) return {end - range.size(), end};
    return {std::min(range.begin, change.range.begin), end};
}

/// Findings by what they are about, to recognize them after the text has changed.
class Known {
public:
    Known(const std::vector<Diagnostic>& findings, const std::vector<ByteRange>& ranges) {
        for (std::size_t i = 0; i < findings.size(); ++i)
            m_ranges[{findings[i].place.file, findings[i].rule}].push_back(ranges[i]);
    }

    [[nodiscard]] bool contains(const Diagnostic& finding) const {
        const auto found = m_ranges.find({finding.place.file, finding.rule});
        if (found == m_ranges.end()) return false;
        const auto& ranges = found->second;   // in order of place, as findings are
        const ByteRange range = finding.place.range;
        const auto behind = std::ranges::upper_bound(ranges, range.end, {}, &ByteRange::begin);
        return behind != ranges.begin() && std::prev(behind)->end >= range.begin;
    }

private:
    std::map<std::pair<std::string_view, std::string_view>, std::vector<ByteRange>> m_ranges;
};

}

void ShownFindings::typed(const Edit& edit, Time now) {
    changed(edit);
    m_lastKey = now;
    m_isTyping = true;
}

void ShownFindings::changed(const Edit& edit) {
    m_isTyping = false;
    auto changes = edit.changes;
    std::ranges::sort(changes, std::greater(), [](const Change& change) { return change.range.begin; });
    for (const Change& change : changes)
        for (std::size_t i = 0; i < m_ranges.size(); ++i)
            if ((*m_list)[i].place.file == change.file) m_ranges[i] = moved(m_ranges[i], change);
}

void ShownFindings::leave() {
    m_isTyping = false;
}

void ShownFindings::analyzed(DiagnosticList found, Time now) {
    m_found = std::move(found);
    if (!isTyping(now)) return show(m_found);
    const Known known(*m_list, m_ranges);
    const auto isKnown = [&](const Diagnostic& finding) { return known.contains(finding); };
    if (std::ranges::all_of(*m_found, isKnown)) return show(m_found);
    auto kept = std::make_shared<std::vector<Diagnostic>>();
    std::ranges::copy_if(*m_found, std::back_inserter(*kept), isKnown);
    show(std::move(kept));
}

bool ShownFindings::release(Time now) {
    if (!holdsBack() || isTyping(now)) return false;
    show(m_found);
    return true;
}

void ShownFindings::show(DiagnosticList list) {
    m_list = std::move(list);
    m_ranges.clear();
    for (const Diagnostic& finding : *m_list) m_ranges.push_back(finding.place.range);
}

}
