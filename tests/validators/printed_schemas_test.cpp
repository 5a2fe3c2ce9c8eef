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

    void everyTablePasses() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write(
            "Ballerina.toml",
            "[package]\norg = \"acme\"\nname = \"order_api\"\nversion = \"1.2.0\"\ndistribution = "
            "\"2201.13.0\"\n[[package.modules]]\nname = \"order_api.a\"\nexport = true\n"
            "[build-options]\ncloud = \"k8s\"\nlockingMode = \"Hard\"\n"
            "[[dependency]]\norg = \"a\"\nname = \"b\"\nversion = \"1.0.0\"\nrepository = \"local\"\n"
            "[platform.java21]\ngraalvmCompatible = true\n"
            "[[platform.java21.dependency]]\npath = \"a.jar\"\nscope = \"testOnly\"\n"
            "[[platform.java21.repository]]\nid = \"a\"\nurl = \"https://a\"\n"
            "[[tool.openapi]]\nid = \"a\"\nfilePath = \"a.yaml\"\noptions.mode = \"client\"\n"
            "[[tool.health.fhir]]\nid = \"b\"\ntargetModule = \"f\"\n[tool.health.fhir.options]\nx = 1\n"
            "[persist.model]\nname = \"x\"\n");
        folder.write(
            "Config.toml",
            "[acme.order_api]\nlargest = 5\n[ballerina.log]\nlevel = \"DEBUG\"\n"
            "[[ballerina.log.modules]]\nname = \"acme/order_api\"\nlevel = \"WARN\"\n"
            "[[ballerina.log.destinations]]\npath = \"a.log\"\nrotation = { policy = \"BOTH\", maxAge = 5 }\n"
            "[ballerina.http.defaultListenerConfig]\ntimeout = 60.0\nhttp1Settings.keepAlive = \"AUTO\"\n");
        for (const char* document : {"Ballerina.toml", "Config.toml"}) {
            folder.write("schema.json", cli({"schema", document, folder.path()}).out);
            const auto [taken, said] = lint(folder.path(document), folder.path("schema.json"));
            QVERIFY2(taken, said);
        }
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
        row("dependency", "Ballerina.toml", "[[dependency]]\norg = \"a\"\nname = \"b\"\n",
            "\"version\" is a required property");
        row("platform", "Ballerina.toml", "[platform.java21]\nwrong = 1\n",
            "Additional properties are not allowed");
        row("build tool", "Ballerina.toml", "[[tool.openapi]]\nid = 5\n", "is not of type \"string\"");
        row("well-known module", "Config.toml", "[ballerina.http.defaultListenerConfig]\nhots = \"x\"\n",
            "Additional properties are not allowed");
        row("enumeration of a well-known module", "Config.toml", "[ballerina.log]\nlevel = \"info\"\n",
            "is not one of");
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
