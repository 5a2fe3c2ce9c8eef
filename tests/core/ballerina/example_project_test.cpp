#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

constexpr std::string_view example = "resources/examples/order-service";

/// "TVE0001 Cloud.toml": what stops a build, one finding a line.
QString errors(const Analysis& analysis) {
    QStringList lines;
    for (const Diagnostic& diagnostic : analysis.diagnostics) {
        if (diagnostic.severity != Severity::Error) continue;
        lines += QString::fromStdString(diagnostic.code + ' ' + diagnostic.place.file);
    }
    return lines.join('\n');
}

}

/// The example that newcomers open shows two mistakes, no more, and how to cure them.
class ExampleProjectTest : public QObject {
    Q_OBJECT

private slots:
    void twoMistakesAreLeftInIt() {
        QCOMPARE(errors(analyzed(example)), "TVE0001 Cloud.toml\nTVE0005 Cloud.toml");
    }

    void theirFirstFixesCureIt() {
        const auto broken = analyzed(example);
        Edit cures;
        for (const Diagnostic& diagnostic : broken.diagnostics) {
            if (diagnostic.severity != Severity::Error) continue;
            QVERIFY(!diagnostic.fixes.empty());
            cures = combined(cures, diagnostic.fixes[0].edit);
        }
        const auto cured = analyzed(example, cures);
        QCOMPARE(errors(cured), "");
        const std::string cloud(cured.snapshot->text("Cloud.toml"));
        QVERIFY(cloud.contains("\nmax_replicas = 6\n"));
        QVERIFY(cloud.contains("\ncpu = 100 "));
    }

    void nothingElseIsWrongInItsFiles() {
        for (const Diagnostic& diagnostic : analyzed(example).diagnostics) {
            const bool known =
                diagnostic.severity == Severity::Error || diagnostic.severity == Severity::Info;
            QVERIFY2(known, qPrintable(QString::fromStdString(diagnostic.rule)));
        }
    }

    void theLongNamesDoNotFallToTheFifteenCharacterCut() {
        const auto analysis = analyzed(example);
        QCOMPARE(*analysis.deployment.workload.objectName, "orders-deployment");
        QCOMPARE(*analysis.deployment.workload.serviceName, "orders");
    }
};

ARABESQUE_TEST(ExampleProjectTest)
#include "example_project_test.moc"
