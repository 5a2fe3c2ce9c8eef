#include "tests/cli/program.h"
#include "tests/support/test_main.h"
#include "tests/validators/judges.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace arabesque::tests;

namespace {

const QRegularExpression kubernetesFile("^(kubernetes|openshift)/.*\\.yaml$");
const QRegularExpression dockerfile("^docker/.*/?Dockerfile$");

/// Golden projects whose objects a cluster refuses, and the rules that say so.
constexpr std::pair<const char*, const char*> refusedByClusters[] = {
    {"yaml/quoted_keys", "config-key-is-valid"},
    {"yaml/plain_keys_of_odd_names", "config-key-is-valid"},
    {"names/dollar_of_a_mounted_file", "config-key-is-valid"},
    {"kubernetes/hpa_minimum_above_the_default_maximum", "replicas-min-within-max"},
    {"kubernetes/config_secrets_of_one_name_stay_two", "config-file-is-unique"},
};

}

/// Real tools judge what is generated for the sample and for every project of the tests. Each judge also gets a file
/// that it must refuse: one that silently stopped judging would look green.
class GeneratedFilesTest : public QObject {
    Q_OBJECT

    /// False for a project that has errors no fix can mend: it is not built either.
    static bool generate(const Folder& out, const QString& project, const QString& target) {
        if (project.endsWith(".bal"))
            return cli({"generate", project, "--out", out.path(), "--target", target}).exit == 0;
        const Folder copy(project);
        mend(copy, target);
        return cli({"generate", copy.path(), "--out", out.path(), "--target", target}).exit == 0;
    }

private slots:
    void judgesTakeWhatIsGenerated_data() {
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("target");
        for (const QString& project : allProjects())
            for (const char* target : {"k8s", "openshift", "docker"})
                QTest::newRow(qPrintable(project.section('/', -2) + " " + target)) << project << target;
    }
    void judgesTakeWhatIsGenerated() {
        QFETCH(QString, project);
        QFETCH(QString, target);
        const Folder out;
        if (!generate(out, project, target)) return;   // how many that may be, the next test says
        const QStringList yaml = filesNamed(out, kubernetesFile);
        QCOMPARE(yaml.isEmpty(), target == "docker");
        for (const QString& file : yaml)
            for (const auto judge : {strictSchema, kustomizeTakes, kubectl}) QCOMPARE(judge(file), Verdict());
        const QStringList dockerfiles = filesNamed(out, dockerfile);
        QVERIFY(!dockerfiles.isEmpty());
        QCOMPARE(dockerfileUtils(dockerfiles), Verdict());
    }

    /// Where bal build makes what a cluster refuses, so do we, and a rule names it.
    void rulesNameWhatClustersRefuse() {
        for (const auto& [project, rule] : refusedByClusters) {
            const QString folder = ARABESQUE_SOURCE_DIR "/tests/golden/" + QString(project);
            const Verdict said = strictSchema(folder + "/expected/kubernetes/sales/sales.yaml");
            QVERIFY2(said.startsWith("refused: "), project);
            const Run run = cli({"check", folder + "/project"});
            QVERIFY2(run.out.contains(rule), project);
        }
    }

    /// What golden projects make; equal files are judged once.
    void judgesTakeWhatGoldenProjectsMake() {
        QStringList yaml, dockerfiles;
        QSet<QByteArray> known;
        const auto isRefused = [](const QString& file) {
            return std::ranges::any_of(refusedByClusters, [&](const auto& each) {
                return file.contains(QLatin1String("/tests/golden/") + each.first + '/');
            });
        };
        QDirIterator all(ARABESQUE_SOURCE_DIR "/tests/golden", QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            const QString path = file.fileName().section("/expected/", 1);
            const bool isYaml = kubernetesFile.match(path).hasMatch();
            if (!isYaml && !dockerfile.match(path).hasMatch()) continue;
            if (isYaml && isRefused(file.fileName())) continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            if (known.contains(text)) continue;
            known += text;
            (isYaml ? yaml : dockerfiles) += file.fileName();
        }
        QVERIFY(yaml.size() > 80 && dockerfiles.size() > 30);
        QCOMPARE(strictSchemas(yaml), Verdict());
        Verdict refusals;
        const auto note = [&](const QString& file, const Verdict& verdict) {
            if (!verdict.isEmpty()) refusals += file.section("/tests/golden/", 1).toUtf8() + ": " + verdict;
        };
        for (const QString& file : yaml) {
            note(file, kubectl(file));
            // the tool itself writes two Secrets of one name there; we warn
            if (!file.contains("/config_secrets_of_one_name_stay_two/")) note(file, kustomizeTakes(file));
        }
        QCOMPARE(refusals, Verdict());
        QCOMPARE(dockerfileUtils(dockerfiles), Verdict());
    }

    void mostProjectsAreJudged() {
        qsizetype judged = 0;
        for (const QString& project : allProjects()) {
            const Folder out;
            judged += generate(out, project, "k8s") ? 1 : 0;
        }
        QVERIFY(judged >= 4);
        const Folder sample;
        QVERIFY(generate(sample, sampleProject(), "k8s"));
        QVERIFY(!filesNamed(sample, kubernetesFile).isEmpty());
    }

    void judgesRefuseWhatIsBroken_data() {
        QTest::addColumn<QString>("judge");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("schemas, unknown field")
            << "schemas" << QByteArray("      containers:") << QByteArray("      container:");
        QTest::newRow("schemas, type")
            << "schemas" << QByteArray("replicas: 1") << QByteArray("replicas: \"1\"");
        QTest::newRow("schemas, kind")
            << "schemas" << QByteArray("kind: \"Service\"") << QByteArray("kind: \"Servlet\"");
        QTest::newRow("schemas, key twice")
            << "schemas" << QByteArray("replicas: 1\n") << QByteArray("replicas: 1\n  replicas: 1\n");
        QTest::newRow("kustomize, no kind")
            << "kustomize" << QByteArray("kind: \"Service\"\n") << QByteArray("");
        QTest::newRow("kustomize, indentation") << "kustomize" << QByteArray("metadata:\n  labels:")
                                                << QByteArray("metadata:\n   x: 1\n  labels:");
        QTest::newRow("kubectl, quantity")
            << "kubectl" << QByteArray("memory: \"1Gi\"") << QByteArray("memory: \"1 GB\"");
        QTest::newRow("kubectl, type") << "kubectl" << QByteArray("averageUtilization: 50")
                                       << QByteArray("averageUtilization: \"half\"");
    }
    void judgesRefuseWhatIsBroken() {
        QFETCH(QString, judge);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        const Folder project, out;
        writeSmallProject(project);
        QVERIFY(generate(out, project.path(), "k8s"));
        const QByteArray text = out.read("kubernetes/order_api/order_api.yaml");
        const auto verdict = judge == "schemas"     ? strictSchema
                             : judge == "kustomize" ? kustomizeTakes
                                                    : kubectl;
        QCOMPARE(verdict(out.path("kubernetes/order_api/order_api.yaml")), Verdict());
        QVERIFY2(text.contains(good), good);
        out.write("broken.yaml", QByteArray(text).replace(good, bad));
        const Verdict said = verdict(out.path("broken.yaml"));
        QVERIFY2(said.startsWith("refused: "), said);
    }

    void aBrokenDockerfileIsRefused_data() {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("no FROM") << QByteArray("FROM ballerina/jvm-runtime:3.1\n") << QByteArray("");
        QTest::newRow("unknown instruction") << QByteArray("\nWORKDIR ") << QByteArray("\nWORKFOLDER ");
        QTest::newRow("copy without target") << QByteArray(" /home/ballerina/jars/ \n") << QByteArray("\n");
    }
    void aBrokenDockerfileIsRefused() {
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        const Folder project, out;
        writeSmallProject(project);
        QVERIFY(generate(out, project.path(), "docker"));
        QCOMPARE(dockerfileUtils({out.path("docker/order_api/Dockerfile")}), Verdict());
        const QByteArray text = out.read("docker/order_api/Dockerfile");
        QVERIFY2(text.contains(good), good);
        out.write("Dockerfile", QByteArray(text).replace(good, bad));
        const Verdict said = dockerfileUtils({out.path("Dockerfile")});
        QVERIFY2(said.startsWith("refused: "), said);
    }
};

ARABESQUE_TEST(GeneratedFilesTest)

#include "generated_files_test.moc"
