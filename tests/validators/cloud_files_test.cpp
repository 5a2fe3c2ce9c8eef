#include "tests/cli/program.h"
#include "tests/support/test_main.h"
#include "tests/validators/judges.h"

#include <QJsonDocument>
#include <QTest>

using namespace arabesque::tests;

namespace {

const Folder& made() {
    static const Folder out;
    static const bool once = [] {
        const Run run = cli({"generate", ARABESQUE_SOURCE_DIR "/tests/golden/products/cloud/project", "--out",
                             out.path(), "--force"});
        if (run.exit != 0) qFatal("%s%s", run.out.constData(), run.err.constData());
        return true;
    }();
    Q_UNUSED(once)
    return out;
}

constexpr const char* component = "wso2-cloud/.choreo/component.yaml";

/// Whether a component keeps to the schema of its keys.
Verdict componentSchema(const QByteArray& yaml) {
    static constexpr const char* program =
        "import json, sys, yaml, jsonschema\n"
        "jsonschema.validate(yaml.safe_load(open(sys.argv[2])), json.load(open(sys.argv[1])))\n";
    const Folder folder;
    folder.write("component.yaml", yaml);
    return run("python3", {"-I", "-c", program, ARABESQUE_SOURCE_DIR "/tests/data/choreo-component.json",
                           folder.path("component.yaml")});
}

}

/// What platforms are given keeps to their formats, and what does not is refused.
class CloudFilesTest : public QObject {
    Q_OBJECT

private slots:
    void theComponentKeepsToItsSchema() { QCOMPARE(componentSchema(made().read(component)), Verdict()); }

    void brokenComponentsAreRefused_data() {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("unknown type") << QByteArray("\"REST\"") << QByteArray("\"SOAP\"");
        QTest::newRow("unknown visibility") << QByteArray("\"Project\"") << QByteArray("\"Everybody\"");
        QTest::newRow("a port that is none") << QByteArray("port: 9090") << QByteArray("port: \"http\"");
        QTest::newRow("dependencies of an endpoint")
            << QByteArray("  schemaFilePath") << QByteArray("  dependencies: {}\n  schemaFilePath");
    }
    void brokenComponentsAreRefused() {
        QFETCH(const QByteArray, good);
        QFETCH(const QByteArray, bad);
        QByteArray text = made().read(component);
        QVERIFY2(text.contains(good), text);
        QVERIFY(componentSchema(text.replace(good, bad)).startsWith("refused: "));
    }

    void bashTakesTheScripts_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("lambda") << "aws-lambda/deploy.sh";
        QTest::newRow("azure") << "azure-functions/deploy.sh";
    }
    void bashTakesTheScripts() {
        QFETCH(const QString, file);
        QCOMPARE(run("shellcheck", {made().path(file)}), Verdict());
        const Folder folder;
        folder.write("deploy.sh", made().read(file) + "\nrm $unset\n");
        QVERIFY(run("shellcheck", {folder.path("deploy.sh")}).startsWith("refused: "));
    }

    /// A stand-in for the platform's tool shows what would be created: the first time, then updated.
    void functionsAreCreatedAndUpdated() {
        const Folder folder;
        folder.write("deploy.sh", made().read("aws-lambda/deploy.sh"));
        folder.write("target/aws_lambda/aws-ballerina-lambda-functions.zip", "zip");
        folder.write("bin/aws", "#!/bin/bash\n[[ $2 != get-function || -f there ]] || exit 1\n"
                                "[[ $2 != create-function ]] || touch there\necho \"$@\" >> calls\n");
        QVERIFY(run("chmod", {"+x", folder.path("bin/aws")}).isEmpty());
        const QString command = "cd " + folder.path() + " && PATH=$PWD/bin:$PATH bash deploy.sh";
        QCOMPARE(run("bash", {"-c", command}), Verdict());
        QVERIFY2(folder.read("calls").contains(
                     "create-function --region eu-central-1 --function-name quotes-refresh"),
                 folder.read("calls"));
        QVERIFY(folder.read("calls").contains("--handler main.refresh --runtime provided"));
        QCOMPARE(run("bash", {"-c", command}), Verdict());
        QVERIFY(folder.read("calls").contains("update-function-code"));
        QCOMPARE(run("bash", {"-c", command + " other.run"}), Verdict());
        QVERIFY(folder.read("calls").contains("--function-name quotes-run"));
        QVERIFY(run("bash", {"-c", "cd / && bash " + folder.path("deploy.sh") + " main.refresh"})
                    .startsWith("refused: "));
    }
};

ARABESQUE_TEST(CloudFilesTest)
#include "cloud_files_test.moc"
