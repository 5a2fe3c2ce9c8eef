#include "core/analysis/converting.h"

#include "core/analysis/new_project.h"
#include "core/rules/rule.h"
#include "core/toml/draft.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

constexpr const char* file = "Deployment.toml";

std::shared_ptr<const Snapshot> with(const Snapshot& snapshot, std::string_view text) {
    return apply(snapshot, difference(file, snapshot.text(file), text)).snapshot;
}

Analysis analyzed(std::shared_ptr<const Snapshot> snapshot) {
    return analyze(std::move(snapshot), {.artifacts = false});
}

std::shared_ptr<const Snapshot> projectWith(const DeploymentPattern& pattern) {
    auto made = newProject("orders", &pattern);
    if (!made) qFatal("%s: %s", pattern.id, made.error().message.english().c_str());
    return *std::move(made);
}

/// Ids of the clauses that do not hold, in order.
std::vector<std::string> broken(const Analysis& analysis) {
    std::vector<std::string> ids;
    for (const Clause& clause : contractOf(analysis))
        if (!clause.findings.empty()) ids.emplace_back(clause.rule);
    return ids;
}

std::string listed(const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : " ") + id;
    return text;
}

/// Every text that lacks one key, entry or table of Deployment.toml.
std::vector<std::pair<std::string, std::string>> withoutOne(const Snapshot& snapshot) {
    const toml::Document document(std::string(snapshot.text(file)));
    std::vector<std::pair<std::string, std::string>> texts;
    const auto without = [&](const toml::Path& path) {
        const std::string text(toml::Draft(file, document).unset(path).now().text());
        texts.emplace_back(toml::toText(path), text);
    };
    for (const toml::Member& member : document.root().members) {
        if (member.name == "pattern" || member.name == "format") continue;
        for (std::size_t i = 0; i < member.node.elements.size(); ++i)
            if (member.node.elements[i].kind == toml::Node::Kind::Table) without({member.name, i});
        if (member.node.kind == toml::Node::Kind::Table)
            for (const toml::Member& inside : member.node.members) without({member.name, inside.name});
    }
    return texts;
}

}

/// A pattern is made from nothing and from every other one, and holds what it promises.
class ConvertingTest : public QObject {
    Q_OBJECT

private slots:
    void everyClauseIsARule() {
        for (const DeploymentPattern* pattern : allPatterns()) {
            QVERIFY(pattern->contract.size() >= 3);
            for (const char* rule : pattern->contract) QVERIFY2(findRule(rule) != nullptr, rule);
        }
    }

    void aNewProjectKeepsItsPattern_data() { patterns(); }
    void aNewProjectKeepsItsPattern() {
        QFETCH(const DeploymentPattern*, pattern);
        const Analysis analysis = analyzed(projectWith(*pattern));
        QVERIFY(patternOf(analysis.deployment.topology) == pattern);
        QCOMPARE(listed(broken(analysis)), "");
        for (const Diagnostic& finding : analysis.diagnostics)
            QVERIFY2(finding.severity == Severity::Info,
                     (finding.rule + ": " + finding.message.english()).c_str());
    }

    void withoutAnyOneElementAtMostOneClauseBreaksAndItsCureRestoresIt_data() { patterns(); }
    void withoutAnyOneElementAtMostOneClauseBreaksAndItsCureRestoresIt() {
        QFETCH(const DeploymentPattern*, pattern);
        const auto made = projectWith(*pattern);
        std::set<std::string> broke;
        for (const auto& [element, text] : withoutOne(*made)) {
            const auto lacking = with(*made, text);
            const Analysis analysis = analyzed(lacking);
            const std::vector<std::string> ids = broken(analysis);
            QVERIFY2(ids.size() <= 1, (element + ": " + listed(ids)).c_str());
            if (ids.empty()) continue;
            broke.insert(ids.front());
            const auto clauses = contractOf(analysis);
            const auto clause =
                std::ranges::find_if(clauses, [](const Clause& c) { return !c.findings.empty(); });
            QVERIFY2(!clause->findings.front()->fixes.empty(), ids.front().c_str());
            const Edit& cure = clause->findings.front()->fixes.front().edit;
            const Analysis cured = analyzed(apply(*analysis.snapshot, cure).snapshot);
            QVERIFY2(broken(cured).empty(), (element + ": " + listed(broken(cured))).c_str());
        }
        QVERIFY2(!broke.empty(), "nothing is required");
    }

    void everyPatternBecomesEveryOther_data() { patterns(); }
    void everyPatternBecomesEveryOther() {
        QFETCH(const DeploymentPattern*, pattern);
        const auto from = projectWith(*pattern);
        const Analysis analysis = analyzed(from);
        for (const DeploymentPattern* other : allPatterns()) {
            const auto edit = convertTo(*other, analysis);
            QVERIFY2(edit.has_value(), edit ? "" : edit.error().message.english().c_str());
            const Applied converted = apply(*from, *edit);
            const Analysis after = analyzed(converted.snapshot);
            QVERIFY2(patternOf(after.deployment.topology) == other, other->id);
            QVERIFY2(broken(after).empty(), (std::string(other->id) + ": " + listed(broken(after))).c_str());
            const auto back = apply(*converted.snapshot, converted.inverse).snapshot;
            QCOMPARE(back->text(file), from->text(file));
        }
    }

    void commentsAndOtherTablesStay() {
        auto snapshot =
            with(*projectWith(single_node), "# ours\n[profile]\nc2c = \"3.3.0\"   # as the cluster has\n");
        const auto edit = convertTo(active_active, analyzed(snapshot));
        QVERIFY(edit.has_value());
        const std::string text(apply(*snapshot, *edit).snapshot->text(file));
        QVERIFY(text.contains("# ours\n"));
        QVERIFY(text.contains("c2c = \"3.3.0\"   # as the cluster has\n"));
        QVERIFY(text.contains("pattern = \"active-active\"\n"));
    }

    void multiRegionIsEitherOfTwo() {
        auto snapshot =
            with(*projectWith(single_node), "pattern = \"multi-region\"\n[[region]]\nname = \"a\"\n"
                                            "[[region]]\nname = \"b\"\nrole = \"standby\"\n");
        QVERIFY(patternOf(analyzed(snapshot).deployment.topology) == &multi_region_active_passive);
        snapshot = with(*snapshot, "pattern = \"multi-region\"\n");
        QVERIFY(patternOf(analyzed(snapshot).deployment.topology) == &multi_region_active_active);
    }

private:
    static void patterns() {
        QTest::addColumn<const DeploymentPattern*>("pattern");
        for (const DeploymentPattern* pattern : allPatterns()) QTest::newRow(pattern->id) << pattern;
    }
};

Q_DECLARE_METATYPE(const DeploymentPattern*)

ARABESQUE_TEST(ConvertingTest)
#include "converting_test.moc"
