#include "tests/support/test_main.h"
#include "tests/validators/judges.h"
#include "tests/validators/pipeline_projects.h"

#include <QTest>

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
    void judges(const char* file, Verdict (*judge)(const QStringList&), const std::vector<Fault>& faults) {
        const QByteArray wrong = misjudged(judge, m_files[file], m_made["kustomize"].read(file), faults);
        QVERIFY2(wrong.isEmpty(), wrong);
    }

    std::map<QByteArray, Folder> m_made;
    std::map<QByteArray, QStringList> m_files;
};

ARABESQUE_TEST(PipelineJudgesTest)

#include "pipeline_judges_test.moc"
