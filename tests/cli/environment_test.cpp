#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque::tests;

namespace {

/// The small project deployed to staging, as its files say, and to production with more memory.
void writeEnvironments(const Folder& folder) {
    writeSmallProject(folder);
    folder.write("Deployment.toml",
                 "[[environment]]\nname = \"staging\"\n\n[[environment]]\nname = \"production\"\n"
                 "set = { \"cloud.deployment.max_memory\" = \"2Gi\" }\n");
}

constexpr auto yaml = "kubernetes/order_api/order_api.yaml";

}

class EnvironmentTest : public QObject {
    Q_OBJECT

private slots:
    void filesAreMadeForTheOneAskedFor() {
        Folder folder, out;
        writeEnvironments(folder);
        QCOMPARE(cli({"generate", folder.path(), "--out", out.path(), "--environment", "production"}).exit,
                 0);
        QVERIFY(out.read(yaml).contains("memory: \"2Gi\""));
        QCOMPARE(cli({"generate", folder.path(), "--out", out.path(), "--environment", "staging"}).exit, 0);
        QVERIFY(!out.read(yaml).contains("memory: \"2Gi\""));
    }
    void aBundleHoldsEachInAFolderOfItsOwn() {
        Folder folder, out;
        writeEnvironments(folder);
        const QString bundle = out.path("bundle");
        const Run run = cli({"export", folder.path(), "--out", bundle, "--environment", "staging",
                             "--environment", "production"});
        QCOMPARE(run.err, "");
        QVERIFY(out.read(QString("bundle/production/") + yaml).contains("memory: \"2Gi\""));
        QVERIFY(!out.read(QString("bundle/staging/") + yaml).isEmpty());
        QVERIFY(out.read("bundle/bundle.json").contains("\"environments\": [\"staging\",\"production\"]"));
    }
    void anUnknownOneIsRefusedWithThoseThereAre() {
        Folder folder;
        writeEnvironments(folder);
        const Run run = cli({"check", folder.path(), "--environment", "prod"});
        QCOMPARE(run.exit, 2);
        QCOMPARE(run.err, "arabesque-cli: there is no environment 'prod'; Deployment.toml declares staging, "
                          "production\n");
    }
    void withoutAnyItSaysWhatToWrite() {
        Folder folder;
        writeSmallProject(folder);
        QVERIFY(cli({"check", folder.path(), "--environment", "prod"}).err.contains("[[environment]]"));
    }
    void aLineOfItIsExplainedByTheEnvironment() {
        Folder folder;
        writeEnvironments(folder);
        const Run run = cli({"explain", folder.path(), "Cloud.toml:cloud.deployment.max_memory",
                             "--environment", "production"});
        QVERIFY2(run.out.contains("2Gi"), run.out);
    }
};

ARABESQUE_TEST(EnvironmentTest)
#include "environment_test.moc"
