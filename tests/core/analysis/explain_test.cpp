#include "core/analysis/explain.h"

#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTest>

using namespace arabesque;
using tests::snapshotOf;

namespace {

Analysis small() {
    return analyze(
        snapshotOf({{"Ballerina.toml",
                     "[package]\norg = \"acme\"\nname = \"shop\"\nversion = \"1.0.0\"\n\n[build-options]\n"
                     "cloud = \"k8s\"\n"},
                    {"Cloud.toml", "[cloud.deployment]\nmax_memory = \"1Gi\"\n"},
                    {"main.bal", "import ballerina/http;\nservice / on new http:Listener(9090) { }\n"}}));
}

QStringList textsOf(const std::vector<GeneratedLine>& lines) {
    QStringList texts;
    for (const GeneratedLine& line : lines)
        texts += QString::fromStdString(line.artifact->fileName() + ": " + line.text).simplified();
    return texts;
}

}

class ExplainTest : public QObject {
    Q_OBJECT

private slots:
    void everyLineOfEveryGoldenFileHasAReason_data() {
        QTest::addColumn<QString>("project");
        const QDir golden(QStringLiteral(ARABESQUE_SOURCE_DIR "/tests/golden"));
        for (const QString& family : golden.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            for (const QString& name :
                 QDir(golden.filePath(family)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
                if (golden.exists(family + '/' + name + "/project/Ballerina.toml"))
                    QTest::newRow(qPrintable(family + '/' + name))
                        << "tests/golden/" + family + '/' + name + "/project";
    }
    void everyLineOfEveryGoldenFileHasAReason() {
        QFETCH(QString, project);
        const Analysis analysis = tests::analyzed(project.toStdString());
        QVERIFY(!analysis.artifacts.empty());
        for (const Artifact& artifact : analysis.artifacts)
            for (std::uint32_t line = 1; line <= artifact.lines.size(); ++line)
                QVERIFY2(!originsOf(artifact, line).empty(),
                         (artifact.path + ':' + std::to_string(line)).c_str());
    }
    void aSettingMakesItsLines() {
        const Analysis analysis = small();
        const toml::Path key{"cloud", "deployment", "max_memory"};
        QCOMPARE(textsOf(linesMadeBy(analysis, "Cloud.toml", key)),
                 QStringList{"shop.yaml: memory: \"1Gi\""});
        QVERIFY(linesMadeBy(analysis, "Config.toml", key).empty());
    }
    void aDefaultMakesItsLines() {
        QCOMPARE(textsOf(linesMadeBy(small(), "Cloud.toml", {"cloud", "deployment", "min_cpu"})),
                 QStringList{"shop.yaml: cpu: \"200m\""});
    }
    void aTableMakesTheLinesOfAllItsKeys() {
        const QStringList lines = textsOf(linesMadeBy(small(), "Cloud.toml", {"cloud", "deployment"}));
        QVERIFY(lines.contains("shop.yaml: memory: \"1Gi\""));
        QVERIFY(lines.contains("shop.yaml: minReplicas: 1"));
    }
    void aLineNamesWhatMadeIt() {
        const Analysis analysis = small();
        const auto made = linesMadeBy(analysis, "Cloud.toml", {"cloud", "deployment", "max_memory"});
        const auto origins = originsOf(*made[0].artifact, made[0].line);
        QVERIFY(std::ranges::any_of(origins, [](const Origin& origin) {
            return toText(origin) == "Cloud.toml: cloud.deployment.max_memory";
        }));
        QVERIFY(originsOf(*made[0].artifact, 0).empty());
        QVERIFY(originsOf(*made[0].artifact, 10'000).empty());
    }
};

ARABESQUE_TEST(ExplainTest)
#include "explain_test.moc"
