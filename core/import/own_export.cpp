#include "core/import/own_export.h"

#include "core/analysis/explain.h"
#include "core/import/guesses.h"
#include "core/import/paired_values.h"
#include "core/import/setting_values.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <set>

namespace arabesque {

namespace {

constexpr int mostTrials = 600;   // of a millisecond or two each
constexpr double leastAlike = 0.5;
constexpr std::size_t mostAlong = 40;   // values that change along with one, such as ports with their offset

/// How many folders and the name at the end two paths share.
std::size_t commonEnd(std::string_view a, std::string_view b) {
    std::size_t parts = 0;
    for (;;) {
        const std::size_t one = a.rfind('/'), other = b.rfind('/');
        const auto last = [](std::string_view path, std::size_t slash) {
            return slash == std::string_view::npos ? path : path.substr(slash + 1);
        };
        if (last(a, one) != last(b, other)) return parts;
        ++parts;
        if (one == std::string_view::npos || other == std::string_view::npos) return parts;
        a = a.substr(0, one);
        b = b.substr(0, other);
    }
}

/// Whether an artifact may have been the file at all; a text that no reader knows has to be called so.
bool mayBe(const Artifact& artifact, const ImportedFile& file) {
    constexpr std::size_t mostTimes = 20;   // what a cluster adds to a short object
    constexpr std::size_t always = 100'000;
    if (artifact.binary || file.text.size() > mostTimes * artifact.text.size() + always) return false;
    return !file.values.empty() || commonEnd(artifact.path, file.name) > 0;
}

struct Likeness {
    double share = 0;
    std::size_t end = 0;
    bool operator<(const Likeness& other) const {
        return share != other.share ? share < other.share : end < other.end;
    }
};

Likeness likenessOf(const Artifact& artifact, const ImportedFile& file) {
    const PairedValues paired = pairedValues(artifact, file);
    if (paired.own.empty()) return {};
    return {static_cast<double>(paired.equal()) / static_cast<double>(paired.own.size()),
            commonEnd(artifact.path, file.name)};
}

/// An export of several environments has a folder for each, with the whole path of an artifact below it.
std::optional<Counterpart> inEnvironment(const Analysis& analysis, const ImportedFile& file) {
    if (analysis.deployment.environment) return {};
    for (const Environment& each : analysis.deployment.environments) {
        const std::string folder = '/' + *each.name + '/', name = '/' + file.name;
        if (!name.contains(folder)) continue;
        const auto its = std::make_shared<const Analysis>(
            analyze(analysis.snapshot, {.environment = *each.name, .templateSecrets = true}, &analysis));
        for (const Artifact& artifact : its->artifacts)
            if (name.ends_with(folder + artifact.path) && !artifact.binary &&
                likenessOf(artifact, file).share >= leastAlike)
                return Counterpart{its, artifact.path};
    }
    return {};
}

/// A value that the file has otherwise than the generated one.
struct Difference {
    std::string path;
    std::string before, after;
    std::uint32_t ownLine = 0, line = 0;
};

std::vector<Difference> differencesOf(const PairedValues& paired) {
    std::vector<Difference> all;
    for (const auto& [path, own] : paired.own)
        if (const auto here = paired.here.find(path);
            here != paired.here.end() && here->second.text != own.text)
            all.push_back({path, own.text, here->second.text, own.line, here->second.line});
    std::ranges::stable_sort(all, {}, &Difference::line);
    return all;
}

/// Paths that only one of the two has, or has otherwise.
std::set<std::string> differingPaths(const PairedValues& paired) {
    std::set<std::string> all;
    for (const auto& [path, own] : paired.own) {
        const auto here = paired.here.find(path);
        if (here == paired.here.end() || here->second.text != own.text) all.insert(path);
    }
    for (const auto& [path, here] : paired.here)
        if (!paired.own.contains(path)) all.insert(path);
    return all;
}

/// A path without what tells elements of a list apart.
std::string shapeOf(std::string_view path) {
    std::string shape;
    bool inside = false;
    for (const char c : path) {
        if (c == ']') inside = false;
        if (!inside) shape += c;
        if (c == '[') inside = true;
    }
    return shape;
}

/// Shapes of what `some` has and `others` lack.
std::set<std::string> shapesOnlyIn(const PairedValues::Values& some, const PairedValues::Values& others) {
    std::set<std::string> shapes;
    for (const auto& [path, value] : some)
        if (!others.contains(path)) shapes.insert(shapeOf(path));
    return shapes;
}

/// Whether what goes from `before` to `after` is in the file under another name: then it was renamed, not taken out.
bool isRenamed(const PairedValues& before, const PairedValues& after) {
    const auto added = shapesOnlyIn(before.here, before.own);
    return std::ranges::any_of(shapesOnlyIn(before.own, after.own),
                               [&](const std::string& shape) { return added.contains(shape); });
}

std::ptrdiff_t errorsIn(const Analysis& analysis) {
    return std::ranges::count(analysis.diagnostics, Severity::Error, &Diagnostic::severity);
}

class Solver {
public:
    Solver(const Counterpart& counterpart, const ImportedFile& file)
        : m_file(file), m_path(counterpart.path), m_now(counterpart.analysis) {
        m_options.templateSecrets = true;
        if (m_now->deployment.environment) m_options.environment = *m_now->deployment.environment->name;
        m_paired = pairedValues(*m_now->artifact(m_path), file);
    }

    OwnChanges run() {
        std::set<std::string> givenUp;
        for (const Difference& each : differencesOf(m_paired)) m_changedByHand.insert(each.path);
        for (;;) {
            const auto all = differencesOf(m_paired);
            const auto next = std::ranges::find_if(all, [&](const Difference& each) {
                return m_changedByHand.contains(each.path) && !givenUp.contains(each.path);
            });
            if (next == all.end()) break;
            if (!solve(*next)) givenUp.insert(next->path);
        }
        takeAway();
        rest();
        return std::move(m_changes);
    }

private:
    struct Trial {
        std::shared_ptr<const Analysis> analysis;
        PairedValues paired;
        ImportProposal proposal;
    };

    /// The setting that explains a difference, and leaves the fewest others.
    bool solve(const Difference& difference) {
        std::optional<Trial> best;
        const std::size_t hopedFor = m_paired.different() - 1;
        for (const Origin& origin : candidates(difference)) {
            const auto setting = settingNow(*m_now, origin.document(), origin.key());
            if (!setting || isSecret(*setting)) continue;
            if (setting->elements.empty() && isProposed(*setting))
                continue;   // else the two would take turns
            for (const std::string& value :
                 guessesOf(*setting, m_file.kind, difference.path, difference.before, difference.after)) {
                auto trial = attempt(*setting, value, difference);
                if (!trial) continue;
                const bool done = trial->paired.different() <= hopedFor;
                if (!best || trial->paired.different() < best->paired.different()) best = std::move(trial);
                if (done) return take(*best);
            }
        }
        return best && take(*best);
    }

    /// Settings whose lines somebody took out go, where that and nothing else is what the file lacks.
    void takeAway() {
        std::set<std::string> givenUp;
        for (;;) {
            const auto next = std::ranges::find_if(m_paired.own, [&](const auto& each) {
                return !m_paired.here.contains(each.first) && !givenUp.contains(each.first);
            });
            if (next == m_paired.own.end()) return;
            if (!takeAway(next->first, next->second.line)) givenUp.insert(next->first);
        }
    }

    bool takeAway(const std::string& path, std::uint32_t ownLine) {
        std::optional<Trial> best;
        for (const Origin& origin : originsOf(*m_now->artifact(m_path), ownLine)) {
            if (origin.kind() != Origin::Kind::Setting) continue;
            const auto setting = settingNow(*m_now, origin.document(), origin.key());
            if (!setting || setting->node == nullptr || isSecret(*setting) || isProposed(*setting)) continue;
            auto trial = attemptWithout(*setting, path);
            if (!trial || (best && best->paired.different() <= trial->paired.different())) continue;
            best = std::move(trial);
        }
        return best && take(*best);
    }

    [[nodiscard]] std::shared_ptr<const Analysis> analysisAfter(const Edit& edit) const {
        return std::make_shared<const Analysis>(
            analyze(apply(*m_now->snapshot, edit).snapshot, m_options, m_now.get()));
    }

    /// The lines that go with a setting are all among those that are gone, and no other ones come.
    std::optional<Trial> attemptWithout(const SettingNow& setting, const std::string& path) {
        if (++m_trials > mostTrials) return {};
        const auto edit = toml::unset(setting.document, m_now->documents.at(setting.document), setting.path);
        if (!edit || edit->empty()) return {};
        auto analysis = analysisAfter(*edit);
        const Artifact* artifact = analysis->artifact(m_path);
        if (artifact == nullptr || errorsIn(*analysis) > errorsIn(*m_now)) return {};
        PairedValues paired = pairedValues(*artifact, m_file);
        if (paired.own.contains(path) || isRenamed(m_paired, paired) ||
            !std::ranges::includes(differingPaths(m_paired), differingPaths(paired)))
            return {};
        ImportProposal proposal{.document = setting.document,
                                .path = setting.path,
                                .unset = true,
                                .label = setting.field == nullptr ? MessageText() : setting.field->label,
                                .now = setting.text,
                                .line = lineBefore(m_paired.own.at(path).line)};
        return Trial{std::move(analysis), std::move(paired), std::move(proposal)};
    }

    /// Where the file would have what stands in a line of the generated one: below what stands before it in both.
    [[nodiscard]] std::uint32_t lineBefore(std::uint32_t ownLine) const {
        std::uint32_t nearest = 0, line = 1;
        for (const auto& [path, own] : m_paired.own) {
            const auto here = m_paired.here.find(path);
            if (here == m_paired.here.end() || own.line > ownLine || own.line < nearest) continue;
            nearest = own.line;
            line = here->second.line;
        }
        return line;
    }

    /// Settings first, then defaults; what says the least of other lines before what says more.
    std::vector<Origin> candidates(const Difference& difference) const {
        std::vector<Origin> found;
        for (const Origin& origin : originsOf(*m_now->artifact(m_path), difference.ownLine))
            if (origin.kind() == Origin::Kind::Setting || origin.kind() == Origin::Kind::Default)
                found.push_back(origin);
        std::ranges::stable_sort(found, {}, &Origin::kind);
        return found;
    }

    std::optional<Trial> attempt(const SettingNow& setting, const std::string& value,
                                 const Difference& difference) {
        if (++m_trials > mostTrials) return {};
        const auto document = m_now->documents.find(setting.document);
        const auto edit = editSetting(*m_now, setting.document, document->second, setting.path, value);
        if (!edit || edit->empty()) return {};
        auto analysis = analysisAfter(*edit);
        const Artifact* artifact = analysis->artifact(m_path);
        if (artifact == nullptr) return {};
        PairedValues paired = pairedValues(*artifact, m_file);
        const auto made = paired.own.find(difference.path);
        if (made == paired.own.end() || made->second.text != difference.after) return {};
        // a setting may make more lines than the one that was changed, but not another file
        if (paired.different() > m_paired.different() + mostAlong) return {};
        ImportProposal proposal{.document = setting.document,
                                .path = setting.path,
                                .value = value,
                                .label = setting.field == nullptr ? MessageText() : setting.field->label,
                                .now = setting.text,
                                .there = {},
                                .line = difference.line};
        return Trial{std::move(analysis), std::move(paired), std::move(proposal)};
    }

    [[nodiscard]] bool isProposed(const SettingNow& setting) const {
        return std::ranges::any_of(m_changes.proposals, [&](const ImportProposal& each) {
            return each.document == setting.document && each.path == setting.path;
        });
    }

    bool take(Trial& trial) {
        m_now = std::move(trial.analysis);
        m_paired = std::move(trial.paired);
        const auto set = settingNow(*m_now, trial.proposal.document, toml::toText(trial.proposal.path));
        if (set && !trial.proposal.unset) trial.proposal.there = set->text;
        std::erase_if(m_changes.proposals, [&](const ImportProposal& each) {   // another element of its list
            if (each.document != trial.proposal.document || each.path != trial.proposal.path) return false;
            trial.proposal.now = each.now;
            return true;
        });
        m_changes.proposals.push_back(std::move(trial.proposal));
        return true;
    }

    /// Why a value stays as it is generated.
    [[nodiscard]] Message reason(const std::string& path, const ImportedValue& own) const {
        if (!m_changedByHand.contains(path))
            return {MESSAGE("import", "it changes along with what is proposed")};
        const auto origins = originsOf(*m_now->artifact(m_path), own.line);
        const auto source = std::ranges::find(origins, Origin::Kind::Source, &Origin::kind);
        if (source != origins.end())
            return {MESSAGE("import", "it follows from the program: %1"), toText(*source)};
        if (std::ranges::all_of(origins,
                                [](const Origin& each) { return each.kind() == Origin::Kind::Layout; }))
            return {MESSAGE("import", "it is always generated so: no setting changes it")};
        return {MESSAGE("import", "no one setting makes it so")};
    }

    void rest() {
        for (const auto& [path, here] : m_paired.here) {
            const auto own = m_paired.own.find(path);
            if (own == m_paired.own.end())
                m_changes.others.push_back(here);
            else if (own->second.text != here.text)
                m_changes.left.push_back({path, here.line, reason(path, own->second)});
        }
        for (const auto& [path, own] : m_paired.own)
            if (!m_paired.here.contains(path))
                m_changes.missing.push_back(
                    {path,
                     own.line,
                     {MESSAGE("import", "line %1 of %2 has it, and this file has it no longer"),
                      std::to_string(own.line), m_path}});
        std::ranges::stable_sort(m_changes.others, {}, &ImportedValue::line);
    }

    const ImportedFile& m_file;
    std::string m_path;
    std::shared_ptr<const Analysis> m_now;
    AnalysisOptions m_options{};
    PairedValues m_paired{};
    OwnChanges m_changes{};
    std::set<std::string> m_changedByHand{};   ///< paths
    int m_trials = 0;
};

}

std::optional<Counterpart> counterpartOf(const std::shared_ptr<const Analysis>& analysis,
                                         const ImportedFile& file) {
    for (const Artifact& artifact : analysis->artifacts)   // most are as they were
        if (artifact.text == file.text) return Counterpart{analysis, artifact.path};
    if (auto found = inEnvironment(*analysis, file)) return found;
    std::optional<Counterpart> best;
    Likeness likeness;
    for (const Artifact& artifact : analysis->artifacts) {
        if (!mayBe(artifact, file)) continue;
        const Likeness its = likenessOf(artifact, file);
        if (its.share < leastAlike || (best && !(likeness < its))) continue;
        likeness = its;
        best = Counterpart{analysis, artifact.path};
    }
    return best;
}

OwnChanges changesSince(const Counterpart& counterpart, const ImportedFile& file) {
    return Solver(counterpart, file).run();
}

}
