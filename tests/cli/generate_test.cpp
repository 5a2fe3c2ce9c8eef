#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque::tests;

class GenerateTest : public QObject {
    Q_OBJECT

private slots:
    void filesStandAsBalBuildLaysThemOut() {
        const Folder folder;
        writeSmallProject(folder);
        const Folder out;
        const Run run = cli({"generate", folder.path(), "--out", "made/here"}, out.path());
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.out,
                 "made/here/docker/order_api/Dockerfile\nmade/here/kubernetes/order_api/order_api.yaml\n");
        QVERIFY(
            out.read("made/here/docker/order_api/Dockerfile").startsWith("# Auto Generated Dockerfile\n"));
        QVERIFY(out.read("made/here/kubernetes/order_api/order_api.yaml").contains("kind: \"Deployment\""));
        QCOMPARE(out.content().size(), 8U);   // two files in six folders
    }

    void theProfileDecidesTheImages() {
        const Folder folder, out;
        writeSmallProject(folder);
        QCOMPARE(cli({"generate", folder.path(), "--out", "a"}, out.path()).exit, 0);
        QCOMPARE(cli({"generate", folder.path(), "--out", "b", "--profile", "c2c=4.0.0"}, out.path()).exit,
                 0);
        QVERIFY(Folder(out.path("a")).content() == Folder(out.path("b")).content());
        QCOMPARE(cli({"generate", folder.path(), "--out", "c", "--profile", "c2c=3.0.0"}, out.path()).exit,
                 0);
        QVERIFY(out.read("c/docker/order_api/Dockerfile").contains("FROM ballerina/jvm-runtime:2.0\n"));
    }

    void targetAndFamiliesChoose() {
        const Folder folder;
        writeSmallProject(folder);
        const Folder out;
        QCOMPARE(cli({"generate", folder.path(), "--out", "a", "--only", "kubernetes"}, out.path()).exit, 0);
        QVERIFY(out.content().contains("a/kubernetes/") && !out.content().contains("a/docker/"));
        QCOMPARE(cli({"generate", folder.path(), "--out", "b", "--target", "docker"}, out.path()).exit, 0);
        QVERIFY(out.content().contains("b/docker/order_api/Dockerfile") &&
                !out.content().contains("b/kubernetes/"));
        QCOMPARE(cli({"generate", folder.path(), "--out", "c", "--target", "openshift"}, out.path()).exit, 0);
        QVERIFY(out.content().contains("c/openshift/order_api/order_api.yaml"));
        QCOMPARE(cli({"generate", folder.path(), "--out", "d", "--target", "choreo"}, out.path()).exit, 0);
        QVERIFY(out.content().contains("d/choreo/order_api/choreo.yaml"));
    }

    void aSingleSourceHasFilesToo() {
        const Folder folder;
        folder.write("night_run.bal", "public function main() {\n}\n");
        const Run run = cli({"generate", "night_run.bal", "--out", "out", "--target", "k8s"}, folder.path());
        QCOMPARE(run.exit, 0);
        QVERIFY(folder.content().contains("out/kubernetes/night_run/night_run.yaml") ||
                folder.content().contains("out/kubernetes/night_run.yaml"));
    }

    void withoutAPlatformNothingIsMade() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("Ballerina.toml",
                     "[package]\norg = \"acme\"\nname = \"order_api\"\nversion = \"1.2.0\"\n");
        const auto before = folder.content();
        const Run run = cli({"generate", ".", "--out", "out"}, folder.path());
        QCOMPARE(run.exit, 0);
        QVERIFY(run.out.startsWith("nothing to generate"));
        QVERIFY(folder.content() == before);
    }

    void errorsStopUnlessForced() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("Cloud.toml", "[settings]\nwrong = 1\n");
        const auto before = folder.content();
        const Run refused = cli({"generate", ".", "--out", "out"}, folder.path());
        QCOMPARE(refused.exit, 1);
        QCOMPARE(refused.out, "");
        QVERIFY2(refused.err.contains("error: ") && refused.err.contains("[unknown-key TVE0001]"),
                 refused.err);
        QVERIFY(folder.content() == before);
        QCOMPARE(cli({"generate", ".", "--out", "out", "--force"}, folder.path()).exit, 0);
        QVERIFY(folder.content().contains("out/docker/order_api/Dockerfile"));
    }

    void filesOfOthersStay() {
        const Folder folder;
        writeSmallProject(folder);
        const Folder out;
        out.write("notes.txt", "mine");
        out.write("docker/order_api/Dockerfile", "old");
        out.write("docker/order_api/app.jar", "jar");
        QCOMPARE(cli({"generate", folder.path(), "--out", out.path()}).exit, 0);
        QCOMPARE(out.read("notes.txt"), "mine");
        QCOMPARE(out.read("docker/order_api/app.jar"), "jar");
        QVERIFY(out.read("docker/order_api/Dockerfile") != "old");
    }

    void everyProjectComesOutTheSameTwice_data() {
        QTest::addColumn<QString>("project");
        for (const QString& project : allProjects())
            QTest::newRow(qPrintable(project.section('/', -2))) << project;
    }
    void everyProjectComesOutTheSameTwice() {
        QFETCH(QString, project);
        const Folder one, two;
        QCOMPARE(cli({"generate", project, "--out", one.path(), "--force"}).exit, 0);
        QCOMPARE(cli({"generate", project, "--out", two.path(), "--force"}, {},
                     {"LC_ALL=tr_TR.UTF-8", "TZ=Asia/Tokyo"})
                     .exit,
                 0);
        QVERIFY(one.content() == two.content());
    }

    void settingsThatNoFileCarriesAreNamed() {
        const Folder project, out;
        writeSmallProject(project);
        project.write("Deployment.toml", "targets = [\"vm\"]\n[load_balancer]\nslow_start = \"5s\"\n"
                                         "[[node]]\nname = \"lb\"\nrole = \"load-balancer\"\n"
                                         "[[node]]\nname = \"app\"\nrole = \"service\"\n");
        const Run run = cli({"generate", project.path(), "--out", out.path(), "--force"});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.err,
                 QByteArray("not carried over to vm: load_balancer.slow_start: Only NGINX Plus and HAProxy "
                            "warm servers up.\n"));
        QVERIFY(out.content().contains("vm/nginx/lb/conf.d/order_api.conf"));
        QCOMPARE(cli({"export", project.path(), "--out", out.path("b.zip"), "--force"}).err, run.err);
    }
};

ARABESQUE_TEST(GenerateTest)

#include "generate_test.moc"
