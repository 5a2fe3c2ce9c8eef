#include "core/analysis/converting.h"

#include "core/toml/draft.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr const char* file = "Deployment.toml";

constexpr int mostSteps = 100;   // a cure that brings its own finding back ends here

/// Makes the steps on copies of the project's text.
class Conversion {
public:
    Conversion(const DeploymentPattern& pattern, const Analysis& analysis)
        : m_pattern(pattern),
          m_before(std::string(analysis.snapshot->text(file))),
          m_draft(file, m_before),
          m_snapshot(analysis.snapshot) {}

    Result<Edit> run() {
        declare();
        bool preset = false;
        for (int step = 0; step < mostSteps; ++step) {
            const Analysis now = analyze(changed(), {.artifacts = false});
            const Diagnostic* next = firstBroken(now);
            if (!preset && (next == nullptr || isAboutBalancers(next->rule))) {
                // once there are servers for them; the text is another one then
                presets();
                preset = true;
                continue;
            }
            if (next == nullptr) return m_draft.edit();
            m_obstacle = next->message.english();
            if (next->fixes.empty()) break;
            m_draft.take(next->fixes.front().edit);
        }
        return failure(
            {MESSAGE("analysis", "the deployment cannot become %1 by itself: %2"), m_pattern.id, m_obstacle});
    }

private:
    /// What breaks the first clause that does not hold.
    [[nodiscard]] const Diagnostic* firstBroken(const Analysis& now) const {
        for (const char* rule : m_pattern.contract) {
            const auto found = std::ranges::find(now.diagnostics, rule, &Diagnostic::rule);
            if (found != now.diagnostics.end()) return &*found;
        }
        return nullptr;
    }

    [[nodiscard]] static bool isAboutBalancers(std::string_view rule) {
        return rule == "balancer-is-there" || rule == "single-load-balancer" || rule == "virtual-address";
    }

    void declare() {
        if (m_before.text().empty()) m_draft.set({"format"}, "1");
        m_draft.set({"pattern"}, toml::quoted(m_pattern.id));
        if (*m_pattern.product != '\0') m_draft.set({"product"}, toml::quoted(m_pattern.product));
    }

    [[nodiscard]] std::shared_ptr<const Snapshot> changed() const {
        return apply(*m_snapshot, difference(file, m_before.text(), m_draft.now().text())).snapshot;
    }

    void presets() {
        const toml::Node* managed = m_draft.now().find({"load_balancer", "managed"});
        if (managed != nullptr && managed->value != nullptr && managed->value->boolean) return;
        for (const Preset& preset : m_pattern.presets) {
            const toml::Path path{preset.table, preset.key};
            if (m_draft.now().find(path) == nullptr) m_draft.set(path, preset.value);
        }
    }

    const DeploymentPattern& m_pattern;
    toml::Document m_before;
    toml::Draft m_draft;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::string m_obstacle;
};

}

std::vector<Clause> contractOf(const Analysis& analysis) {
    std::vector<Clause> clauses;
    const DeploymentPattern* pattern = patternOf(analysis.deployment.topology);
    if (pattern == nullptr) return clauses;
    for (const char* rule : pattern->contract) {
        Clause& clause = clauses.emplace_back(Clause{rule, {}});
        for (const Diagnostic& finding : analysis.diagnostics)
            if (finding.rule == rule) clause.findings.push_back(&finding);
    }
    return clauses;
}

Result<Edit> convertTo(const DeploymentPattern& pattern, const Analysis& analysis) {
    return Conversion(pattern, analysis).run();
}

}
