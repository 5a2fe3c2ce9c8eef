#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque::tests;

/// `arabesque-cli diff`: what changed since a bundle was exported.
class DiffVerbTest : public QObject {
    Q_OBJECT

private slots:
    void aBundleThatIsUpToDateDiffersInNothing_data() {
        QTest::addColumn<QString>("bundle");
        for (const char* bundle : {"b.zip", "b.tar.gz", "b"}) QTest::newRow(bundle) << QString(bundle);
    }
    void aBundleThatIsUpToDateDiffersInNothing() {
        QFETCH(QString, bundle);
        const Folder project, out;
        writeSmallProject(project);
        QCOMPARE(cli({"export", project.path(), "--out", out.path(bundle)}).exit, 0);
        const Run run = cli({"diff", project.path(), out.path(bundle)});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.out, QByteArray());
    }

    void whatChangedSinceIsAPatch() {
        const Folder project, out;
        writeSmallProject(project);
        QCOMPARE(cli({"export", project.path(), "--out", out.path("b")}).exit, 0);
        QCOMPARE(cli({"set", project.path(), "Cloud.toml", "cloud.deployment.max_memory", "700Mi"}).exit, 0);
        const Run run = cli({"diff", project.path(), out.path("b")});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.out.startsWith("--- a/kubernetes/order_api/order_api.yaml\n"), run.out);
        QVERIFY2(run.out.contains("\n+") && run.out.contains("700Mi"), run.out);
    }

    void filesOfOneSideAreNamed() {
        const Folder project, out;
        writeSmallProject(project);
        QCOMPARE(cli({"export", project.path(), "--out", out.path("b")}).exit, 0);
        out.write("b/notes.txt", "mine");
        project.write("Deployment.toml",
                      "targets = [\"vm\"]\n[[node]]\nname = \"lb\"\nrole = \"load-balancer\"\n"
                      "[[node]]\nname = \"app\"\nrole = \"service\"\n");
        const Run run = cli({"diff", project.path(), out.path("b")});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.out.contains("Only now: vm/nginx/lb/nginx.conf\n"), run.out);
        QVERIFY2(run.out.contains("Only in the bundle: notes.txt\n"), run.out);
    }

    void theBundlesOwnEnvironmentsAreCompared() {
        const Folder project, out;
        writeSmallProject(project);
        project.write("Deployment.toml", "[[environment]]\nname = \"test\"\n[environment.set]\n"
                                         "\"cloud.deployment.max_memory\" = \"600Mi\"\n");
        QCOMPARE(cli({"export", project.path(), "--out", out.path("b.zip"), "--environment", "test"}).exit,
                 0);
        QCOMPARE(cli({"diff", project.path(), out.path("b.zip")}).exit, 0);
    }

    void whatIsNoBundleIsRefusedInOneLine_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("empty") << QByteArray();
    }
    void whatIsNoBundleIsRefusedInOneLine() {
        QFETCH(QByteArray, bytes);
        const Folder project, out;
        writeSmallProject(project);
        out.write("b.zip", bytes);
        const Run run = cli({"diff", project.path(), out.path("b.zip")});
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.err.contains("cannot be read as a bundle: ") && run.err.count('\n') == 1, run.err);
        const Run missing = cli({"diff", project.path(), out.path("none.zip")});
        QCOMPARE(missing.exit, 2);
        QVERIFY2(missing.err.contains("there is no such file or folder"), missing.err);
    }
};

ARABESQUE_TEST(DiffVerbTest)

#include "diff_verb_test.moc"
