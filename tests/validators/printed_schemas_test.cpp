#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QProcess>
#include <QTest>
#include <QUrl>

using namespace arabesque::tests;

namespace {

/// Whether taplo takes `toml` under the JSON Schema in `schema`, and what it said.
std::pair<bool, QByteArray> lint(const QString& toml, const QString& schema) {
    QProcess taplo;
    taplo.setProcessChannelMode(QProcess::MergedChannels);
    taplo.start(qEnvironmentVariable("ARABESQUE_VALIDATORS") + "/node_modules/.bin/taplo",
                {"lint", "--schema", QUrl::fromLocalFile(schema).toString(), toml});
    if (!taplo.waitForFinished()) return {false, "taplo is not installed"};
    return {taplo.exitStatus() == QProcess::NormalExit && taplo.exitCode() == 0, taplo.readAll()};
}

}

/// The JSON Schemas we print work in an editor that knows nothing of us: taplo takes our projects under them and
/// refuses what is wrong, for the reason given.
class PrintedSchemasTest : public QObject {
    Q_OBJECT

private slots:
    void projectsPass_data() {
        QTest::addColumn<QString>("document");
        for (const char* document : {"Ballerina.toml", "Cloud.toml", "Config.toml"})
            QTest::newRow(document) << document;
    }
    void projectsPass() {
        QFETCH(QString, document);
        const Folder folder(sampleProject());
        mend(folder, "k8s");
        QVERIFY(QFile::exists(folder.path(document)));
        const Run printed = cli({"schema", document, folder.path()});
        QCOMPARE(printed.exit, 0);
        folder.write("schema.json", printed.out);
        const auto [taken, said] = lint(folder.path(document), folder.path("schema.json"));
        QVERIFY2(taken, said);
    }

    void mistakesAreRefused_data() {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const char* document, const char* text, const char* reason) {
            QTest::newRow(name) << document << QByteArray(text) << QByteArray(reason);
        };
        row("unknown key", "Cloud.toml", "[settings]\nwrong = 1\n", "Additional properties are not allowed");
        row("type", "Cloud.toml", "[settings]\nthinJar = \"no\"\n", "is not of type \"boolean\"");
        row("limit", "Cloud.toml", "[cloud.deployment.autoscaling]\ncpu = 101\n",
            "is greater than the maximum of 100");
        row("pattern", "Cloud.toml", "[container.image]\nname = \"-x\"\n", "does not match");
        row("table for an array", "Cloud.toml", "[cloud.config.files]\nfile = \"x\"\n",
            "is not of type \"array\"");
        row("package name", "Ballerina.toml", "[package]\nname = \"a-b\"\n", "does not match");
        row("configurable", "Config.toml", "[acme.order_api]\nlargest = \"x\"\n",
            "is not of type \"integer\"");
    }
    void mistakesAreRefused() {
        QFETCH(QString, document);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        const Folder folder;
        writeSmallProject(folder);
        folder.write("schema.json", cli({"schema", document, folder.path()}).out);
        folder.write("wrong/" + document, text);
        const auto [taken, said] = lint(folder.path("wrong/" + document), folder.path("schema.json"));
        QVERIFY(!taken);
        QVERIFY2(said.contains(reason), said);
    }
};

ARABESQUE_TEST(PrintedSchemasTest)

#include "printed_schemas_test.moc"
