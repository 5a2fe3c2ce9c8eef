#include "tests/cli/program.h"
#include "tests/support/test_main.h"
#include "tests/validators/judges.h"

#include <QRegularExpression>
#include <QTest>

using namespace arabesque::tests;

namespace {

/// What the golden project of the API Manager makes, and more of its settings where they are given.
void makeFiles(const Folder& out, const Folder& project, const QByteArray& more = {}) {
    const QString golden =
        QStringLiteral(ARABESQUE_SOURCE_DIR "/tests/golden/api_manager/distributed/project/");
    for (const char* file : {"Ballerina.toml", "Deployment.toml", "main.bal"}) {
        QFile source(golden + file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        project.write(file, source.readAll());
    }
    if (!more.isEmpty()) project.write("Deployment.toml", project.read("Deployment.toml") + more);
    const Run made = cli({"generate", project.path(), "--out", out.path(), "--force"});
    QVERIFY2(made.exit == 0, made.err);
}

Verdict taplo(const QString& file) {
    return run(npmTool("taplo"), {"lint", file});
}

Verdict systemd(const Folder& folder, QByteArray unit) {
    static const QRegularExpression program("\nExecStart=(\"[^\"]*\"|\\S+)");
    const QString text = QString::fromUtf8(unit).replace(program, "\nExecStart=/usr/bin/true");
    folder.write("judged/server.service", text.toUtf8());
    return run("systemd-analyze",
               {"verify", "--man=no", "--recursive-errors=yes", folder.path("judged/server.service")});
}

}

/// taplo, systemd and shellcheck judge the files of the API Manager, and refuse what they must.
class ApiManagerFilesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { makeFiles(m_out, m_project); }

    void everyConfigurationIsToml() {
        const QStringList files = filesNamed(m_out, QRegularExpression("^api-manager/.*\\.toml$"));
        QCOMPARE(files.size(), 8);
        for (const QString& file : files) QVERIFY(QFile::exists(file));   // taplo takes what is not there
        QCOMPARE(run(npmTool("taplo"), QStringList("lint") + files), Verdict());
    }

    void brokenConfigurationsAreRefused_data() {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("quote") << QByteArray("hostname = \"am.example.com\"")
                               << QByteArray("hostname = am.example.com");
        QTest::newRow("table twice") << QByteArray("[user_store]") << QByteArray("[server]");
        QTest::newRow("key twice") << QByteArray("offset = 0") << QByteArray("offset = 0\noffset = 1");
        QTest::newRow("list") << QByteArray("event_listening_endpoints = [")
                              << QByteArray("event_listening_endpoints = ");
    }
    void brokenConfigurationsAreRefused() {
        QFETCH(const QByteArray, good);
        QFETCH(const QByteArray, bad);
        const QByteArray text = m_out.read("api-manager/cp-w1/deployment.toml");
        QVERIFY2(text.contains(good), text);
        const Folder folder;
        folder.write("deployment.toml", QByteArray(text).replace(good, bad));
        const Verdict said = taplo(folder.path("deployment.toml"));
        QVERIFY2(said.startsWith("refused: "), said);
    }

    void everyUnitIsTaken() {
        const Folder folder;
        for (const char* node : {"cp-w1", "cp-e1", "tm-w1", "gw-e1"})
            QCOMPARE(systemd(folder, m_out.read(QStringLiteral("api-manager/%1/wso2-%1.service").arg(node))),
                     Verdict());
        QByteArray broken = m_out.read("api-manager/gw-w1/wso2-gw-w1.service");
        QVERIFY(
            systemd(folder, broken.replace("LimitNOFILE=65535", "LimitNOFILE=many")).startsWith("refused: "));
    }

    void shellcheckTakesEveryScript() {
        for (const char* script : {"deployment.sh", "lib.sh", "rolling-update.sh", "check.sh"})
            QCOMPARE(run("shellcheck", {m_out.path(QStringLiteral("api-manager/bin/") + script)}), Verdict());
        m_out.write("broken.sh", m_out.read("api-manager/bin/check.sh").replace("\"$node\"", "$node"));
        QVERIFY(run("shellcheck", {m_out.path("broken.sh")}).startsWith("refused: "));
    }

    void shellcheckTakesInstallers() {
        const Folder charts;
        makeCharts(charts);
        for (const char* script : {"west/install.sh", "west/post/render.sh", "east/install.sh"})
            QCOMPARE(run("shellcheck", {charts.path(QStringLiteral("api-manager/helm/") + script)}),
                     Verdict());
    }

    void objectsKeepToTheirSchemas() {
        const Folder charts;
        makeCharts(charts);
        const QString helm = charts.path("api-manager/helm/west/");
        QCOMPARE(strictSchemas({helm + "gateway.yaml", helm + "secrets.template.yaml"}), Verdict());
        const QByteArray gateway = charts.read("api-manager/helm/west/gateway.yaml");
        charts.write("bad.yaml", QByteArray(gateway).replace("gatewayClassName", "gatewayClass"));
        QVERIFY(strictSchema(charts.path("bad.yaml")).startsWith("refused: "));
    }

    /// The chart's own selector finds no pod, and leaves 30 s to stop; behind the overlay both are right.
    void theOverlayMendsWhatTheChartRenders() {
        const Folder charts;
        makeCharts(charts);
        const QString post = QStringLiteral("api-manager/helm/west/post/gateway");
        charts.write(
            post + "/rendered.yaml",
            "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: wso2am-universal-gw-pdb\n"
            "spec:\n  minAvailable: 50%\n  selector:\n    matchLabels:\n"
            "      deployment: wso2am-universal-gw-deployment\n---\n"
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: wso2am-universal-gw-deployment\n"
            "spec:\n  selector:\n    matchLabels:\n      deployment: wso2am-universal-gw\n  template:\n"
            "    metadata:\n      labels:\n        deployment: wso2am-universal-gw\n    spec:\n"
            "      containers:\n      - name: wso2am-gateway\n        image: gw:4.7.0\n");
        const Printed built = kustomizeBuild(charts.path(post));
        QCOMPARE(built.verdict, Verdict());
        QVERIFY2(!built.text.contains("minAvailable"), built.text);
        QVERIFY2(built.text.contains("maxUnavailable: 1"), built.text);
        QVERIFY2(built.text.contains("terminationGracePeriodSeconds: 120"), built.text);
        QVERIFY2(!built.text.contains("matchLabels:\n      deployment: wso2am-universal-gw-deployment"),
                 built.text);
        charts.write("built.yaml", built.text);
        QCOMPARE(strictSchema(charts.path("built.yaml")), Verdict());
        charts.write(post + "/budget.yaml", "- op: remove\n  path: /spec/none\n");
        QVERIFY(kustomizeBuild(charts.path(post)).verdict.startsWith("refused: "));
    }

private:
    static void makeCharts(const Folder& out) {
        const Folder project(QStringLiteral(ARABESQUE_SOURCE_DIR "/tests/golden/api_manager/charts/project"));
        const Run made = cli({"generate", project.path(), "--out", out.path(), "--force"});
        QVERIFY2(made.exit == 0, made.err);
    }

    Folder m_project, m_out;
};

ARABESQUE_TEST(ApiManagerFilesTest)
#include "api_manager_files_test.moc"
