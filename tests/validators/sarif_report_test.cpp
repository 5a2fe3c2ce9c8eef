#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QTest>

using namespace arabesque::tests;

namespace {

/// What the schema of SARIF says about a report; empty where it takes it.
QByteArray verdict(const QByteArray& report) {
    const Folder folder;
    folder.write("report.sarif", report);
    QProcess judge;
    judge.start("python3",
                {"-I", ARABESQUE_SOURCE_DIR "/tests/validators/json_schema.py",
                 ARABESQUE_SOURCE_DIR "/tests/data/sarif-2.1.0.json", folder.path("report.sarif")});
    if (!judge.waitForFinished()) return "python3 does not run";
    return judge.readAllStandardOutput() + judge.readAllStandardError();
}

QByteArray reportOf(const QString& project) {
    return cli({"check", project, "--format", "sarif"}).out;
}

}

/// Reports for pipelines are what their format says.
class SarifReportTest : public QObject {
    Q_OBJECT

private slots:
    void reportsAreTaken() {
        for (const QString& project : allProjects()) QCOMPARE(verdict(reportOf(project)), QByteArray());
    }
    void acceptedFindingsAreSuppressedResults() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("Cloud.toml", "[cloud.deployment]\nmin_memry = \"1Mi\"\n");
        folder.write("Deployment.toml", "[[accepted]]\nrule = \"unknown-key\"\nreason = \"We wait.\"\n");
        const QByteArray report = reportOf(folder.path());
        QVERIFY(report.contains("\"suppressions\""));
        QCOMPARE(verdict(report), QByteArray());
    }
    void aReportOfAnotherShapeIsRefused() {
        QByteArray report = reportOf(sampleProject());
        report.replace("\"results\"", "\"findings\"");
        QVERIFY2(verdict(report).contains("findings"), verdict(report));
    }
};

ARABESQUE_TEST(SarifReportTest)
#include "sarif_report_test.moc"
