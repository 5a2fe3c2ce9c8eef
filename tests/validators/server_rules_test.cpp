#include "tests/cli/program.h"
#include "tests/support/test_main.h"
#include "tests/validators/cluster_projects.h"
#include "tests/validators/judges.h"

#include <QTest>

using namespace arabesque::tests;

/// What the API server refuses beyond the schemas is refused in generated manifests too.
class ServerRulesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const Folder project(ARABESQUE_SOURCE_DIR "/tests/golden/clusters/two_environments/project");
        const Folder out;
        generateClusterFiles(out, project);
        const Printed built = kustomizeBuild(out.path("kustomize/overlays/production"));
        QCOMPARE(built.verdict, Verdict());
        m_manifest = built.text;
        QCOMPARE(judged(m_manifest), Verdict());
    }

    void faultsAreRefused_data() {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QByteArray>("says");
        const auto fault = [](const char* name, const char* good, const char* bad, const char* says) {
            QTest::newRow(name) << QByteArray(good) << QByteArray(bad) << QByteArray(says);
        };
        fault("name of an object", "  name: orders-deployment\n", "  name: Orders_1\n", "is no name of a");
        fault("name of a namespace", "kind: Namespace\nmetadata:\n  name: retail\n",
              "kind: Namespace\nmetadata:\n  name: retail.eu\n", "is no name of a Namespace");
        fault("label", "  labels:\n    app: orders\n", "  labels:\n    app: orders/1\n",
              "label app cannot be");
        fault("selector", "    matchLabels:\n      app: orders\n  strategy",
              "    matchLabels:\n      app: other\n  strategy", "does not match the labels");
        fault("request over limit", "            cpu: 200m", "            cpu: \"2\"",
              "is more than the limit");
        fault("port", "containerPort: 9090", "containerPort: 90900", "is no port");
        fault("name of a port", "          name: port-1-orders-s\n", "          name: port-1-of-the-orders\n",
              "is no name of a port");
        fault("probe", "periodSeconds: 5", "periodSeconds: 0", "has to be more than 0");
        fault("mount without volume", "          name: environment\n          readOnly",
              "          name: elsewhere\n          readOnly", "is mounted and not there");
        fault("mounted twice", "mountPath: /home/ballerina/environment-secrets/",
              "mountPath: /home/ballerina/environment/", "is mounted twice");
        fault("rollout", "maxSurge: 1", "maxSurge: 0", "are both 0");
        fault("scaling", "minReplicas: 2", "minReplicas: 3", "between 1 and maxReplicas");
        fault("two bounds", "  maxUnavailable: 1\n", "  maxUnavailable: 1\n  minAvailable: 1\n",
              "minAvailable or maxUnavailable");
        fault("budget without pods",
              "  maxUnavailable: 1\n  selector:\n    matchLabels:\n      app: orders\n",
              "  maxUnavailable: 1\n  selector:\n    matchLabels:\n      deployment: orders\n",
              "matches no pod");
        fault("key of a ConfigMap", "  Config.toml: |", "  Config toml: |", "is no key of a ConfigMap");
        fault("path", "path: /\n        pathType", "path: orders\n        pathType", "does not begin with /");
        fault("spread", "maxSkew: 1", "maxSkew: 0", "maxSkew");
    }
    void faultsAreRefused() {
        QFETCH(const QByteArray, good);
        QFETCH(const QByteArray, bad);
        QFETCH(const QByteArray, says);
        QVERIFY2(m_manifest.contains(good), m_manifest);
        const Verdict said = judged(QByteArray(m_manifest).replace(good, bad));
        QVERIFY2(said.startsWith("refused: ") && said.contains(says), said);
    }

private:
    static Verdict judged(const QByteArray& manifest) {
        const Folder folder;
        folder.write("made.yaml", manifest);
        return strictSchema(folder.path("made.yaml"));
    }

    QByteArray m_manifest;
};

ARABESQUE_TEST(ServerRulesTest)
#include "server_rules_test.moc"
