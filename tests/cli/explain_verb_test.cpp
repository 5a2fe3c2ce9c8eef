#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque::tests;

class ExplainVerbTest : public QObject {
    Q_OBJECT

private slots:
    void aKeySaysWhatItDoesAndMakes() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("Cloud.toml", "[cloud.deployment]\nmax_memory = \"1Gi\"\n");
        const Run run = cli({"explain", folder.path(), "Cloud.toml:cloud.deployment.max_memory"});
        QCOMPARE(run.exit, 0);
        QVERIFY2(run.out.startsWith("Cloud.toml:cloud.deployment.max_memory - Memory limit\n"), run.out);
        QVERIFY(run.out.contains("\n  set to \"1Gi\" (Cloud.toml:2)\n"));
        QVERIFY(run.out.contains("\n  default \"512Mi\""));
        QVERIFY(run.out.contains("  makes kubernetes/order_api/order_api.yaml:"));
        QVERIFY(run.out.contains("|             memory: \"1Gi\"\n"));
    }
    void aDeadKeySaysSo() {
        const Folder folder;
        writeSmallProject(folder);
        const Run run = cli({"explain", folder.path(), "Cloud.toml:cloud.deployment.external_accessible"});
        QCOMPARE(run.exit, 0);
        QVERIFY2(run.out.contains("  accepted, but it changes no generated file\n"), run.out);
        QVERIFY(run.out.contains("  makes no line of the files generated for this target\n"));
    }
    void aLineSaysWhyItIsThere() {
        const Folder folder;
        writeSmallProject(folder);
        const Run run = cli({"explain", folder.path(), "order_api.yaml:4"});
        QCOMPARE(run.exit, 0);
        QVERIFY2(run.out.startsWith("kubernetes/order_api/order_api.yaml:4 | metadata:\n"), run.out);
        QVERIFY(run.out.contains(": listener port 9090 ("));
    }
    void secretsAreNotTold() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("main.bal", "configurable string dbPassword = ?;\n");
        folder.write("Config.toml", "dbPassword = \"open-sesame\"\n");
        folder.write("Cloud.toml", "[[cloud.config.secrets]]\nfile = \"Config.toml\"\n");
        const Run key = cli({"explain", folder.path(), "Config.toml:dbPassword"});
        QVERIFY2(key.out.contains("  set to a secret (Config.toml:1)\n"), key.out);
        const QByteArray all = key.out + cli({"explain", folder.path(), "order_api.yaml:7"}).out;
        QVERIFY(!all.contains("open-sesame") &&
                !all.contains(QByteArray("dbPassword = \"open").toBase64().left(20)));
    }
    void whatIsAskedForMustBeThere_data() {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no colon") << "Cloud.toml" << QByteArray("neither ARTIFACT:LINE nor DOCUMENT:KEY");
        QTest::newRow("no document") << "Other.toml:a" << QByteArray("no document and no generated file");
        QTest::newRow("no key") << "Cloud.toml:cloud.nothing"
                                << QByteArray("'cloud.nothing' is no key of Cloud.toml");
        QTest::newRow("behind the end") << "Dockerfile:9999" << QByteArray(" lines");
    }
    void whatIsAskedForMustBeThere() {
        QFETCH(QString, subject);
        QFETCH(QByteArray, said);
        const Folder folder;
        writeSmallProject(folder);
        const Run run = cli({"explain", folder.path(), subject});
        QCOMPARE(run.exit, 2);
        QCOMPARE(run.out, "");
        QVERIFY2(run.err.contains(said), run.err);
        QCOMPARE(run.err.count('\n'), 1);
    }
};

ARABESQUE_TEST(ExplainVerbTest)
#include "explain_verb_test.moc"
