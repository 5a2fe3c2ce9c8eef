#include "tests/support/test_main.h"
#include "tests/validators/cluster_projects.h"
#include "tests/validators/judges.h"

#include <QDir>
#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace arabesque::tests;

namespace {

Verdict judged(const Folder& out) {
    static const QRegularExpression gitops("^gitops/.*\\.yaml$");
    const QStringList files = filesNamed(out, gitops);
    return files.isEmpty() ? "nothing is made" : strictSchemas(files);
}

void makeFor(const Folder& out, const QByteArray& regions) {
    const Folder project;
    writeClusterProject(project);
    QByteArray text = project.read("Deployment.toml");
    if (regions == "one") {
        const qsizetype first = text.indexOf("[[region]]");
        text.remove(first, text.indexOf("[kubernetes]") - first);
        text = text.left(text.indexOf("[[environment]]"));
    }
    if (regions == "names") text.replace("https://eu.example.com:6443", "eu-1");
    project.write("Deployment.toml", text);
    generateClusterFiles(out, project);
}

}

/// Argo CD and Flux have no program that judges a file alone: schemas after their references do.
class GitopsFilesTest : public QObject {
    Q_OBJECT

private slots:
    void everyFileIsTaken_data() {
        QTest::addColumn<QByteArray>("regions");
        for (const char* regions : {"one", "names", "mixed"}) QTest::newRow(regions) << QByteArray(regions);
    }
    void everyFileIsTaken() {
        QFETCH(QByteArray, regions);
        const Folder out;
        makeFor(out, regions);
        QCOMPARE(judged(out), Verdict());
    }

    void pathsAreThoseOfTheOverlays() {
        const Folder out;
        makeFor(out, "mixed");
        const YAML::Node set = YAML::Load(out.read("gitops/argocd/application-set.yaml").toStdString());
        const YAML::Node elements = set["spec"]["generators"][0]["list"]["elements"];
        QCOMPARE(static_cast<qsizetype>(elements.size()), overlaysIn(out).size());
        for (const YAML::Node& element : elements) {
            const QString path = QString::fromStdString(element["path"].as<std::string>());
            QVERIFY(path.startsWith("clusters/orders/"));
            QVERIFY2(QDir(out.path(path.mid(qstrlen("clusters/orders/")))).exists(), qPrintable(path));
        }
    }

    void brokenFilesAreRefused_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("Application") << QByteArray("argocd/application.yaml") << QByteArray("repoURL")
                                     << QByteArray("repositoryURL");
        QTest::newRow("Application, no cluster")
            << QByteArray("argocd/application.yaml") << QByteArray("    server: ")
            << QByteArray("    namespace2: ");
        QTest::newRow("ApplicationSet")
            << QByteArray("argocd/application-set.yaml") << QByteArray("goTemplate: true")
            << QByteArray("goTemplate: \"yes\"");
        QTest::newRow("GitRepository")
            << QByteArray("flux/default.yaml") << QByteArray("https://git") << QByteArray("git://git");
        QTest::newRow("Kustomization")
            << QByteArray("flux/default.yaml") << QByteArray("prune: true") << QByteArray("pruning: true");
    }
    void brokenFilesAreRefused() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        const Folder out;
        makeFor(out, file.contains("set") ? "mixed" : "one");
        QCOMPARE(judged(out), Verdict());
        QByteArray text = out.read("gitops/" + file);
        QVERIFY2(text.contains(good), text);
        out.write("gitops/" + file, text.replace(good, bad));
        const Verdict said = judged(out);
        QVERIFY2(said.startsWith("refused: "), said);
    }
};

ARABESQUE_TEST(GitopsFilesTest)

#include "gitops_files_test.moc"
