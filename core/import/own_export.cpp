#include "core/import/own_export.h"

#include "core/analysis/explain.h"
#include "core/import/guesses.h"
#include "core/import/paired_values.h"
#include "core/import/setting_values.h"

#include <algorithm>
#include <set>

namespace arabesque {

namespace {

constexpr int mostTrials = 600;   // of a millisecond or two each
constexpr double leastAlike = 0.5;

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

/// The project, and those of its environments that a folder of the file is called by: an export of several environments
/// has a folder for each.
std::vector<std::shared_ptr<const Analysis>> candidatesFor(const std::shared_ptr<const Analysis>& analysis,
                                                           const ImportedFile& file) {
    std::vector<std::shared_ptr<const Analysis>> all{analysis};
    if (analysis->deployment.environment) return all;
    for (const Environment& each : analysis->deployment.environments)
        if (('/' + file.name).contains('/' + *each.name + '/'))
            all.push_back(std::make_shared<const Analysis>(
                analyze(analysis->snapshot, {.environment = *each.name, .templateSecrets = true})));
    return all;
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
        for (;;) {
            const auto all = differencesOf(m_paired);
            const auto next = std::ranges::find_if(
                all, [&](const Difference& each) { return !givenUp.contains(each.path); });
            if (next == all.end()) break;
            if (!solve(*next)) givenUp.insert(next->path);
        }
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
            const auto setting = settingNow(*m_now, origin.document, origin.key);
            if (!setting || isSecret(*setting)) continue;
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

    /// Settings first, then defaults; what says the least of other lines before what says more.
    std::vector<Origin> candidates(const Difference& difference) const {
        std::vector<Origin> found;
        for (const Origin& origin : originsOf(*m_now->artifact(m_path), difference.ownLine))
            if (origin.kind == Origin::Kind::Setting || origin.kind == Origin::Kind::Default)
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
        auto analysis =
            std::make_shared<const Analysis>(analyze(apply(*m_now->snapshot, *edit).snapshot, m_options));
        const Artifact* artifact = analysis->artifact(m_path);
        if (artifact == nullptr) return {};
        PairedValues paired = pairedValues(*artifact, m_file);
        const auto made = paired.own.find(difference.path);
        if (made == paired.own.end() || made->second.text != difference.after) return {};
        if (paired.different() >= m_paired.different()) return {};
        ImportProposal proposal{.document = setting.document,
                                .path = setting.path,
                                .value = value,
                                .label = setting.field == nullptr ? MessageText() : setting.field->label,
                                .now = setting.text,
                                .there = {},
                                .line = difference.line};
        return Trial{std::move(analysis), std::move(paired), std::move(proposal)};
    }

    bool take(Trial& trial) {
        m_now = std::move(trial.analysis);
        m_paired = std::move(trial.paired);
        const auto set = settingNow(*m_now, trial.proposal.document, toml::toText(trial.proposal.path));
        if (set) trial.proposal.there = set->text;
        // a setting that was changed already keeps what it was before all of this
        std::erase_if(m_changes.proposals, [&](const ImportProposal& each) {
            if (each.document != trial.proposal.document || each.path != trial.proposal.path) return false;
            trial.proposal.now = each.now;
            return true;
        });
        m_changes.proposals.push_back(std::move(trial.proposal));
        return true;
    }

    void rest() {
        for (const auto& [path, here] : m_paired.here) {
            const auto own = m_paired.own.find(path);
            if (own == m_paired.own.end() || own->second.text != here.text) m_changes.others.push_back(here);
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
    int m_trials = 0;
};

}

std::optional<Counterpart> counterpartOf(const std::shared_ptr<const Analysis>& analysis,
                                         const ImportedFile& file) {
    for (const Artifact& artifact : analysis->artifacts)   // most are as they were
        if (artifact.text == file.text) return Counterpart{analysis, artifact.path};
    std::optional<Counterpart> best;
    Likeness likeness;
    for (const auto& each : candidatesFor(analysis, file))
        for (const Artifact& artifact : each->artifacts) {
            if (!mayBe(artifact, file)) continue;
            const Likeness its = likenessOf(artifact, file);
            if (its.share < leastAlike || (best && !(likeness < its))) continue;
            likeness = its;
            best = Counterpart{each, artifact.path};
        }
    return best;
}

OwnChanges changesSince(const Counterpart& counterpart, const ImportedFile& file) {
    return Solver(counterpart, file).run();
}

}
