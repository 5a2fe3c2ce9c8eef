#include "core/analysis/fixing.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr int mostRounds =
    20;   // each takes one more of what overlaps; a fix that brings its own finding back ends here

bool touch(const Change& a, const Change& b) {
    return a.file == b.file && a.range.begin <= b.range.end && b.range.begin <= a.range.end;
}

bool touch(const Edit& a, const Edit& b) {
    return std::ranges::any_of(a.changes, [&](const Change& one) {
        return std::ranges::any_of(b.changes, [&](const Change& other) { return touch(one, other); });
    });
}

/// Those whose first fixes can be made together, in order.
std::vector<const Diagnostic*> apart(const std::vector<const Diagnostic*>& findings) {
    std::vector<const Diagnostic*> chosen;
    for (const Diagnostic* finding : findings) {
        if (finding->fixes.empty()) continue;
        const Edit& edit = finding->fixes.front().edit;
        if (std::ranges::none_of(
                chosen, [&](const Diagnostic* other) { return touch(other->fixes.front().edit, edit); }))
            chosen.push_back(finding);
    }
    return chosen;
}

}

Edit firstFixes(const std::vector<const Diagnostic*>& findings) {
    Edit all;
    for (const Diagnostic* finding : apart(findings))
        all = combined(std::move(all), finding->fixes.front().edit);
    return all;
}

std::vector<const Diagnostic*> fixableOf(const Analysis& analysis, std::string_view rule) {
    std::vector<const Diagnostic*> found;
    for (const Diagnostic& each : analysis.diagnostics)
        if (each.rule == rule && !each.fixes.empty()) found.push_back(&each);
    return found;
}

std::vector<const Diagnostic*> mendable(const Analysis& analysis, const std::vector<std::string>& rules) {
    std::vector<const Diagnostic*> found;
    for (const Diagnostic& each : analysis.diagnostics) {
        const bool asked = std::ranges::contains(rules, each.rule) && !each.fixes.empty();
        const bool plain = rules.empty() && each.severity != Severity::Info && each.fixes.size() == 1;
        if (asked || plain) found.push_back(&each);
    }
    return found;
}

Mended mend(std::shared_ptr<const Snapshot> snapshot, const AnalysisOptions& options,
            const std::vector<std::string>& rules) {
    Mended mended{std::move(snapshot), {}, {}};
    for (int round = 0;; ++round) {
        mended.analysis = analyze(mended.snapshot, options);
        const auto findings = apart(mendable(mended.analysis, rules));
        if (findings.empty() || round == mostRounds) return mended;
        for (const Diagnostic* each : findings)
            mended.done.push_back(each->fixes.front().edit.changes.front().file + ": " +
                                  each->fixes.front().title.english());
        mended.snapshot = apply(*mended.analysis.snapshot, firstFixes(findings)).snapshot;
    }
}

}
