#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque::tests;

namespace {

constexpr const char* nginx = "upstream backend {\n    least_conn;\n    server 10.0.0.1:9090 max_fails=3;\n"
                              "    server 10.0.0.2:9090 backup;\n}\n";

}

class ImportVerbTest : public QObject {
    Q_OBJECT

private slots:
    void proposalsAreShownAndNothingIsWritten() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("nginx.conf", nginx);
        const auto before = folder.content();
        const Run run = cli({"import", folder.path(), folder.path("nginx.conf")});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.out.contains("Deployment.toml: load_balancer.method"), run.out);
        QVERIFY(run.out.contains("service 10.0.0.2:9090, standby"));
        QVERIFY(run.out.contains("+method = \"least-conn\"\n"));
        QCOMPARE(folder.content(), before);
    }

    void applyWritesAndIsDone() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("nginx.conf", nginx);
        QCOMPARE(cli({"import", folder.path(), folder.path("nginx.conf"), "--apply"}).exit, 0);
        const QByteArray text = folder.read("Deployment.toml");
        QVERIFY2(text.contains("host = \"10.0.0.2\"\nport = 9090\nstate = \"standby\"\n"), text);
        QVERIFY(text.contains("max_fails = 3\n"));
        const Run again = cli({"import", folder.path(), folder.path("nginx.conf")});
        QVERIFY2(again.out.contains("nothing differs"), again.out);
        QCOMPARE(again.exit, 0);
    }

    void severalFilesAreOneEdit() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("nginx.conf", nginx);
        folder.write("limits.yaml",
                     "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\n"
                     "spec: {minReplicas: 2, maxReplicas: 6}\n");
        QCOMPARE(
            cli({"import", folder.path(), folder.path("nginx.conf"), folder.path("limits.yaml"), "--apply"})
                .exit,
            0);
        QVERIFY(folder.read("Cloud.toml").contains("max_replicas = 6"));
        QVERIFY(folder.read("Deployment.toml").contains("[[node]]"));
    }

    void jsonNamesEverything() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("nginx.conf", nginx);
        const Run run = cli({"import", folder.path(), folder.path("nginx.conf"), "--format", "json"});
        QVERIFY2(run.out.contains("\"key\":\"load_balancer.method\""), run.out);
        QVERIFY(run.out.contains("\"notUnderstood\":[]"));
    }

    void rightFormsGoIntoTheFile() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("nginx.conf",
                     "# active-passive\nupstream b {\n  server 10.0.0.1:9090;\n  server 10.0.0.2:9090;\n}\n");
        const Run told = cli({"import", folder.path(), folder.path("nginx.conf")});
        QVERIFY2(told.out.contains("[active-passive-without-backup]"), told.out);
        (void)cli({"import", folder.path(), folder.path("nginx.conf"), "--fix"});
        QVERIFY(folder.read("nginx.conf").contains("server 10.0.0.2:9090 backup;"));
    }

    void whatCannotBeReadIsRefused() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("a.bin", QByteArray("\0\1", 2));
        folder.write("notes.txt", "hello\n");
        const Run binary = cli({"import", folder.path(), folder.path("a.bin")});
        QCOMPARE(binary.exit, 2);
        QVERIFY(binary.out.contains("is no text in UTF-8"));
        QCOMPARE(cli({"import", folder.path(), folder.path("notes.txt")}).exit, 2);
        QCOMPARE(cli({"import", folder.path(), folder.path("missing.yaml")}).exit, 2);
        QCOMPARE(cli({"import", folder.path()}).exit, 2);
    }
};

ARABESQUE_TEST(ImportVerbTest)

#include "import_verb_test.moc"
