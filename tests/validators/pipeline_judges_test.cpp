#include "tests/support/test_main.h"
#include "tests/validators/judges.h"
#include "tests/validators/pipeline_projects.h"

#include <QTest>

#include <algorithm>

using namespace arabesque::tests;

namespace {

Verdict gitlabTakes(const QStringList& files) {
    return run("node",
               QStringList{ARABESQUE_SOURCE_DIR "/tests/validators/pipelines.mjs", "gitlab", releaseBranch} +
                   files);
}

Verdict azureTakes(const QStringList& files) {
    return run("node", QStringList{ARABESQUE_SOURCE_DIR "/tests/validators/pipelines.mjs", "azure"} + files);
}

Verdict jenkinsTakes(const QStringList& files) {
    return run("env", QStringList{"JAVA_OPTS=-XX:TieredStopAtLevel=1", "groovy",
                                  ARABESQUE_SOURCE_DIR "/tests/validators/jenkinsfile.groovy"} +
                          files);
}

/// A mistake, and what a judge must say of it.
struct Fault {
    const char* good;
    const char* bad;
    const char* said;
};

}

/// What GitLab, Jenkins and Azure DevOps read, judged by readers of these systems. Each starts once for all files.
class PipelineJudgesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        for (const char* way : waysToRollOut) {
            makePipelines(m_made[way], way);
            for (const char* file : {gitlab, azure, jenkins}) m_files[file] << m_made[way].path(file);
        }
    }

    void gitlabJudges() {
        judges(gitlab, gitlabTakes,
               {{"  stage: check\n", "  stage: chek\n", "stage:chek not found"},
                {"- job: package", "- job: packing", "needs: [packing]"},
                {"interruptible: true", "interruptable: true", "'interruptable' property is not expected"},
                {"\nbuild-image:", "\nimage:", "could not be found"},
                {"when: always", "when: never", "artifacts.when"}});
    }

    void azureJudges() {
        judges(azure, azureTakes,
               {{"- bash: |", "- bsh: |", "bsh"},
                {"timeoutInMinutes:", "timeoutInMinute:", "Unexpected property timeoutInMinute"},
                {"dependsOn: [package]", "dependsOn: [packing]", "no job is called packing"},
                {"PublishBuildArtifacts@1", "PublishBuildArtifact@1", "Value is not accepted"},
                {"pathToPublish:", "path:", "Unexpected property path"},
                {"Cache@2\n    inputs:\n      key:", "Cache@2\n    inputs:\n      keys:",
                 "Unexpected property keys"},
                {"targetPath:", "target:", "Unexpected property target"},
                {"artifactName:", "artefactName:", "Unexpected property artefactName"},
                {"    include:\n", "    includes:\n", "Unexpected property includes"},
                {"runOnce:", "once:", "Unexpected property once"},
                {"    displayName:", "   displayName:", "Invalid YAML structure"}});
    }

    void jenkinsJudges() {
        judges(jenkins, jenkinsTakes,
               {{"            steps {", "            step {", "'step' has no place in 'stage'"},
                {"options {", "options ", "unexpected token"},
                {"agent any", "agent anybody", "no agent: anybody"},
                {"    agent any\n", "", "'pipeline' lacks 'agent'"},
                {"unit: 'MINUTES'", "unit: 'MINUTE'", "no unit of time"},
                {"'''#!", "''#!", "unexpected char"},
                {"archiveArtifacts artifacts:", "archiveArtifacts artifact:", "takes no 'artifact'"},
                {"message 'Roll", "massage 'Roll", "'massage' has no place in 'input'"},
                {"COMMIT = ", "def COMMIT = ", "something else than NAME = value"},
                {"stage('Roll out to production')", "stage('Roll out to staging')", "two stages"},
                {"disableConcurrentBuilds", "disableConcurrentBuild", "no place in 'options of pipeline'"}});
    }

private:
    /// What is generated, and each mistake by itself in a file of it: a judge sees all of them at once and names the files
    /// it refuses.
    void judges(const char* file, Verdict (*judge)(const QStringList&), const std::vector<Fault>& faults) {
        const Folder folder;
        QStringList paths;
        for (const Fault& fault : faults) {
            QByteArray text = m_made["kustomize"].read(file);
            QVERIFY2(text.contains(fault.good), fault.good);
            paths << QString("%1/file.yml").arg(paths.size());
            folder.write(paths.back(), text.replace(fault.good, fault.bad));
            paths.back() = folder.path(paths.back());
        }
        const Verdict said = judge(m_files[file] + paths);
        QVERIFY2(said.startsWith("refused: "), said);
        const QList<QByteArray> lines = said.mid(qstrlen("refused: ")).split('\n');
        for (const QString& taken : m_files[file])
            QVERIFY2(std::ranges::none_of(
                         lines, [&](const QByteArray& line) { return line.startsWith(taken.toUtf8()); }),
                     said);
        for (std::size_t at = 0; at < faults.size(); ++at) {
            const QByteArray path = paths[static_cast<qsizetype>(at)].toUtf8() + ": ";
            const bool named = std::ranges::any_of(lines, [&](const QByteArray& line) {
                return line.startsWith(path) && line.contains(faults[at].said);
            });
            QVERIFY2(named, QByteArray(faults[at].said) + "\n" + said);
        }
    }

    std::map<QByteArray, Folder> m_made;
    std::map<QByteArray, QStringList> m_files;
};

ARABESQUE_TEST(PipelineJudgesTest)

#include "pipeline_judges_test.moc"
