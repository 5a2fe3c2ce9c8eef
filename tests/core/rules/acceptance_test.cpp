#include "core/rules/acceptance.h"

#include "core/analysis/analysis.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

/// A project with one unknown key, and what Deployment.toml accepts.
Analysis accepting(const std::string& entry, const AnalysisOptions& options = {.today = "2026-06-30"}) {
    return analyze(
        snapshotOf({{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\n"
                                       "version = \"1.0.0\"\n\n[build-options]\ncloud = \"k8s\"\n"},
                    {"Cloud.toml", "[cloud.deployment]\nmin_memry = \"1Gi\"\n"},
                    {"Deployment.toml", "[[accepted]]\nreason = \"so\"\n" + entry}}),
        options);
}

std::size_t count(const std::vector<AcceptedFinding>& accepted, std::string_view rule) {
    return static_cast<std::size_t>(std::ranges::count_if(
        accepted, [&](const AcceptedFinding& each) { return each.finding.rule == rule; }));
}

std::size_t count(const std::vector<Diagnostic>& diagnostics, std::string_view rule) {
    return static_cast<std::size_t>(std::ranges::count(diagnostics, rule, &Diagnostic::rule));
}

}

class AcceptanceTest : public QObject {
    Q_OBJECT

private slots:
    void whatItCovers_data() {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("the rule everywhere") << QByteArray("rule = \"unknown-key\"") << true;
        QTest::newRow("another rule") << QByteArray("rule = \"wrong-type\"") << false;
        QTest::newRow("the file") << QByteArray("rule = \"unknown-key\"\nsubject = \"Cloud.toml\"") << true;
        QTest::newRow("another file")
            << QByteArray("rule = \"unknown-key\"\nsubject = \"Config.toml\"") << false;
        QTest::newRow("the key") << QByteArray("rule = \"unknown-key\"\n"
                                               "subject = \"Cloud.toml:cloud.deployment.min_memry\"")
                                 << true;
        QTest::newRow("a table around it")
            << QByteArray("rule = \"unknown-key\"\nsubject = \"Cloud.toml:cloud.deployment\"") << true;
        QTest::newRow("a key that only begins alike")
            << QByteArray("rule = \"unknown-key\"\nsubject = \"Cloud.toml:cloud.deploy\"") << false;
        QTest::newRow("the package") << QByteArray("rule = \"unknown-key\"\nsubject = \"orders\"") << true;
        QTest::newRow("until a day to come")
            << QByteArray("rule = \"unknown-key\"\nuntil = 2026-07-01") << true;
        QTest::newRow("until today") << QByteArray("rule = \"unknown-key\"\nuntil = 2026-06-30") << true;
        QTest::newRow("until yesterday") << QByteArray("rule = \"unknown-key\"\nuntil = 2026-06-29") << false;
    }
    void whatItCovers() {
        QFETCH(const QByteArray, entry);
        QFETCH(const bool, accepted);
        const Analysis analysis = accepting(entry.toStdString());
        QCOMPARE(count(analysis.accepted, "unknown-key"), accepted ? 1u : 0u);
        QCOMPARE(count(analysis.diagnostics, "unknown-key"), accepted ? 0u : 1u);
    }
    void anAcceptedErrorIsNone() {
        QVERIFY(accepting("rule = \"wrong-type\"\n").hasErrors());
        QVERIFY(!accepting("rule = \"unknown-key\"\n").hasErrors());
    }
    void withoutADateNothingExpires() {
        QCOMPARE(count(accepting("rule = \"unknown-key\"\nuntil = 2020-01-01\n", {}).accepted, "unknown-key"),
                 1u);
    }
    void forAnotherTargetUnusedOnesAreNoNews() {
        const std::string entry = "rule = \"wrong-type\"\n";
        QCOMPARE(count(accepting(entry).diagnostics, "acceptance-is-used"), 1u);
        QCOMPARE(count(accepting(entry, {.target = "docker"}).diagnostics, "acceptance-is-used"), 0u);
    }
};

ARABESQUE_TEST(AcceptanceTest)
#include "acceptance_test.moc"
