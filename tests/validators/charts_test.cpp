#include "tests/support/test_main.h"
#include "tests/validators/cluster_projects.h"
#include "tests/validators/judges.h"

#include <QDir>
#include <QTest>

using namespace arabesque::tests;

namespace {

QString chartIn(const Folder& out) {
    return out.path("helm/" + QDir(out.path("helm")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0));
}

/// Lints and renders a chart with some values, and holds the result against what kustomize builds of an overlay.
Verdict judged(const Folder& out, const QString& values, const QString& overlay) {
    const QString chart = chartIn(out);
    const QString path = values.isEmpty() ? values : chart + '/' + values;
    if (const Verdict said = helmLint(chart, path); !said.isEmpty()) return "lint " + said;
    const Printed rendered = helmTemplate(chart, path);
    if (!rendered.verdict.isEmpty()) return "template " + rendered.verdict;
    const Printed built = kustomizeBuild(out.path("kustomize/overlays/" + overlay));
    if (!built.verdict.isEmpty()) return "kustomize " + built.verdict;
    const Folder files;
    files.write("helm.yaml", rendered.text);
    files.write("kustomize.yaml", built.text);
    if (const Verdict said = strictSchema(files.path("helm.yaml")); !said.isEmpty()) return "schema " + said;
    return sameDocuments(files.path("helm.yaml"), files.path("kustomize.yaml"));
}

/// The same for each place; where there is no environment, the chart alone is for the first region.
Verdict judged(const Folder& out, const QString& first) {
    const QStringList overlays = overlaysIn(out);
    if (!first.isEmpty())
        if (const Verdict said = judged(out, {}, first); !said.isEmpty()) return "without values: " + said;
    for (const QString& overlay : overlays) {
        if (overlay == "default") continue;
        if (const Verdict said = judged(out, "values-" + overlay + ".yaml", overlay); !said.isEmpty())
            return overlay.toUtf8() + ": " + said;
    }
    return overlays.isEmpty() ? "no overlay" : Verdict();
}

/// The sample has environments, which the chart without values is not for.
void removeEnvironments(const Folder& project) {
    QByteArray text = project.read("Deployment.toml");
    for (qsizetype at = text.indexOf("[[environment]]"); at >= 0; at = text.indexOf("[[environment]]")) {
        const qsizetype end = text.indexOf("\n[", at + 1);
        text.remove(at, end < 0 ? text.size() - at : end + 1 - at);
    }
    project.write("Deployment.toml", text);
}

}

/// Helm renders what kustomize builds, for each place.
class ChartsTest : public QObject {
    Q_OBJECT

private slots:
    void everyPatternIsRendered_data() {
        QTest::addColumn<QString>("pattern");
        for (const QString& pattern : allPatternIds()) QTest::newRow(qPrintable(pattern)) << pattern;
    }
    void everyPatternIsRendered() {
        QFETCH(QString, pattern);
        const Folder project, out, plain;
        writePatternProject(project, pattern.toUtf8());
        generateClusterFiles(out, project);
        QCOMPARE(judged(out, QString()), Verdict());
        removeEnvironments(project);
        generateClusterFiles(plain, project, "openshift");
        const QStringList overlays = overlaysIn(plain);
        QCOMPARE(judged(plain, overlays.first()), Verdict());
    }

    void everySettingIsRendered() {
        const Folder project, out, plain;
        writeClusterProject(project);
        generateClusterFiles(out, project);
        QCOMPARE(judged(out, QString()), Verdict());
        removeEnvironments(project);
        generateClusterFiles(plain, project);
        QCOMPARE(judged(plain, "eu-west"), Verdict());
    }

    /// What no name follows from may hold anything: both tools read the same text.
    void hostileTextsAreRendered_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("templates") << QByteArray("{{ .Values.name }}{{\\\"{{\\\"}} {{- end }}");
        QTest::newRow("quotes and lines") << QByteArray("a\\\"b'c\\\\\\nd: e # f\\n\\n");
        QTest::newRow("shell") << QByteArray("$(id) `id` ${HOME} $(NAME)");
        QTest::newRow("YAML") << QByteArray("- *a &b !c %d @e << ~");
        // without U+007F, U+0085 and U+2028: kustomize itself writes what no one can read back
        QTest::newRow("controls") << QByteArray("\\u0007\\u001b\\u00a0\\ufeff\\u202e");
        QTest::newRow("a number") << QByteArray("007");
        QTest::newRow("a word") << QByteArray("yes");
    }
    void hostileTextsAreRendered() {
        QFETCH(QByteArray, text);
        const Folder project, out, plain;
        writeClusterProject(project);
        const QByteArray value = '"' + text + '"';
        QByteArray design = project.read("Deployment.toml");
        const auto put = [](QByteArray& into, const char* what, const QByteArray& by) {
            QVERIFY2(into.contains(what), what);
            into.replace(what, by);
        };
        put(design, "\"internal\"\n\"example", value + "\n\"example");
        put(design, "class = \"internal\"", "class = " + value);
        put(design, "tls_secret = \"orders-tls\"", "tls_secret = " + value);
        put(design, "path = \"/shop\"", "path = " + value);
        put(design, "over = \"topology.kubernetes.io/zone\"", "over = " + value);
        put(design, "path = \"/probes/healthz\"", "path = " + value);
        put(design, "\"kubernetes.secrets.store\" = \"vault\"",
            "\"kubernetes.secrets.store\" = " + value + ", \"kubernetes.secrets.path\" = " + value);
        put(design, "\"container.image.tag\" = \"1.3.2\"", "\"container.image.tag\" = " + value);
        project.write("Deployment.toml", design);
        project.write("Config.production.toml", "note = " + value + "\n[acme.orders]\nx = " + value + "\n");
        generateClusterFiles(out, project);
        for (const QString& overlay : overlaysIn(out)) {
            const Printed rendered =
                helmTemplate(chartIn(out), chartIn(out) + "/values-" + overlay + ".yaml");
            QCOMPARE(rendered.verdict, Verdict());
            const Printed built = kustomizeBuild(out.path("kustomize/overlays/" + overlay));
            QCOMPARE(built.verdict, Verdict());
            plain.write("helm.yaml", rendered.text);
            plain.write("kustomize.yaml", built.text);
            QCOMPARE(sameDocuments(plain.path("helm.yaml"), plain.path("kustomize.yaml")), Verdict());
        }
    }

    void jobsAreRendered_data() {
        QTest::addColumn<QByteArray>("annotation");
        QTest::newRow("with a schedule") << QByteArray();
        QTest::newRow("once") << QByteArray("@cloud:Task {}");
    }
    void jobsAreRendered() {
        QFETCH(QByteArray, annotation);
        const Folder project(QStringLiteral(ARABESQUE_SOURCE_DIR "/tests/projects/nightly-job")), out;
        project.write(
            "Deployment.toml",
            "targets = [\"k8s\"]\n[kubernetes]\nnamespace = \"jobs\"\n[[environment]]\nname = \"test\"\n"
            "config = \"Config.test.toml\"\n[[environment]]\nname = \"live\"\n"
            "set = { \"kubernetes.secrets.store\" = \"vault\", \"container.image.tag\" = \"7\" }\n");
        project.write("Config.test.toml", "[acme.nightly]\nname = \"x\"\ndbPassword = \"hunter2\"\n");
        if (!annotation.isEmpty())
            project.write("main.bal",
                          "import ballerina/cloud;\n" + annotation + "\npublic function main() {\n}\n");
        generateClusterFiles(out, project);
        QCOMPARE(judged(out, QString()), Verdict());
        QCOMPARE(helmTemplate(chartIn(out), {}).text.contains("kind: CronJob"), annotation.isEmpty());
    }

    void notesNameTheSecretsToCreate() {
        const Folder project, out;
        writeClusterProject(project);
        generateClusterFiles(out, project);
        const Printed shown =
            printed(npmTool("helm"), {"install", "release", chartIn(out), "--dry-run=client"});
        QVERIFY2(shown.text.contains("the Secret config-secret with keys.toml"), shown.text + shown.verdict);
        QVERIFY2(shown.text.contains("https://orders.example.com/shop"), shown.text);
    }

    void wrongValuesAreRefused_data() {
        QTest::addColumn<QByteArray>("values");
        QTest::newRow("unknown key") << QByteArray("replicaCount: 3\n");
        QTest::newRow("unknown key inside") << QByteArray("route:\n  hosts: []\n");
        QTest::newRow("type") << QByteArray("replicas: many\n");
        QTest::newRow("type inside") << QByteArray("autoscaling:\n  minReplicas: \"3\"\n");
        QTest::newRow("choice") << QByteArray("route:\n  kind: gateway\n");
        QTest::newRow("port") << QByteArray("route:\n  port: 70000\n");
        QTest::newRow("key of a probe") << QByteArray("probes:\n  startup:\n    path: /\n");
    }
    void wrongValuesAreRefused() {
        QFETCH(QByteArray, values);
        const Folder project, out;
        writeClusterProject(project);
        generateClusterFiles(out, project);
        out.write("wrong.yaml", values);
        for (const Verdict& said : {helmLint(chartIn(out), out.path("wrong.yaml")),
                                    helmTemplate(chartIn(out), out.path("wrong.yaml")).verdict})
            QVERIFY2(said.startsWith("refused: "), said);
    }

    void brokenChartsAreRefused_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("no version") << QByteArray("Chart.yaml") << QByteArray("\nversion:")
                                    << QByteArray("\nedition:");
        QTest::newRow("a block that is not closed")
            << QByteArray("templates/service.yaml") << QByteArray("{{- end }}\n  type")
            << QByteArray("\n  type");
        QTest::newRow("an unknown field") << QByteArray("templates/deployment.yaml")
                                          << QByteArray("containers:") << QByteArray("container:");
        QTest::newRow("another value")
            << QByteArray("values.yaml") << QByteArray("maxSurge: 1") << QByteArray("maxSurge: 2");
    }
    void brokenChartsAreRefused() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        const Folder project, out;
        writeClusterProject(project);
        removeEnvironments(project);
        generateClusterFiles(out, project);
        QCOMPARE(judged(out, "eu-west"), Verdict());
        QByteArray text = out.read("helm/orders/" + file);
        QVERIFY2(text.contains(good), text);
        out.write("helm/orders/" + file, text.replace(good, bad));
        const Verdict said = judged(out, "eu-west");
        QVERIFY2(said.contains("refused: "), said);
    }
};

ARABESQUE_TEST(ChartsTest)

#include "charts_test.moc"
