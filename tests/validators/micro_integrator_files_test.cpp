#include "tests/cli/program.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"
#include "tests/validators/judges.h"

#include <QRegularExpression>
#include <QTest>
#include <yaml-cpp/yaml.h>

using namespace arabesque::tests;

namespace {

/// The design of the golden project, made for all its targets.
const Folder& bundle() {
    static const Folder out;
    static const bool made = [] {
        const Run run =
            cli({"generate", ARABESQUE_SOURCE_DIR "/tests/golden/products/micro_integrators/project", "--out",
                 out.path(), "--force"});
        if (run.exit != 0) qFatal("%s%s", run.out.constData(), run.err.constData());
        return true;
    }();
    Q_UNUSED(made)
    return out;
}

QString file(const char* name) {
    return bundle().path(QStringLiteral("micro-integrator/") + name);
}
QByteArray text(const char* name) {
    return bundle().read(QStringLiteral("micro-integrator/") + name);
}

Verdict taplo(const QString& path) {
    return run(npmTool("taplo"), {"lint", path});
}

/// A file of the bundle with one thing another.
QString changed(const Folder& folder, const char* name, const char* good, const char* bad) {
    QByteArray content = text(name);
    if (!content.contains(good)) qFatal("%s has no %s", name, good);
    const QString path = QString(name).section('/', -1);
    folder.write(path, content.replace(good, bad));
    return folder.path(path);
}

/// What the chart of a release renders, as far as the patches look at it.
constexpr const char* rendered = R"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: cloud-flows-mi
spec:
  selector:
    matchLabels:
      deployment: cloud-flows-mi
  template:
    metadata:
      labels:
        deployment: cloud-flows-mi
    spec:
      containers:
      - name: wso2mi
        image: registry.example.com/flows:1.4.0
        env:
        - name: POD_NAME
          value: x
---
apiVersion: v1
kind: Service
metadata:
  name: cloud-flows-mi
spec:
  selector:
    deployment: cloud-flows-mi
  ports:
  - port: 8253
    protocol: TCP
    name: pass-through-https
)";

/// Paths of all values in a document; those of lists end at the list.
void collect(const YAML::Node& node, const std::string& path, QStringList& paths) {
    if (!node.IsMap()) {
        paths << QString::fromStdString(path);
        return;
    }
    for (const auto& member : node)
        collect(member.second, (path.empty() ? "" : path + '.') + member.first.as<std::string>(), paths);
}

/// Those that a chart does not read.
QStringList unknownValues(const QByteArray& values, const char* list = "tests/data/helm-mi-values.txt") {
    const QStringList known = QString::fromStdString(sourceFile(list)).split('\n');
    QStringList paths, unknown;
    collect(YAML::Load(values.toStdString()), {}, paths);
    for (const QString& path : paths)
        if (!known.contains(path) && !known.contains(path.section('.', 0, -2) + ".*")) unknown << path;
    return unknown;
}

}

/// The real tools take what is made for the Micro Integrator, and refuse what they must.
class MicroIntegratorFilesTest : public QObject {
    Q_OBJECT

private slots:
    void kubernetesTakesTheObjects() {
        for (const char* name :
             {"kubernetes/micro-integrator.yaml", "kubernetes/micro-integrator.secret.template.yaml"}) {
            QCOMPARE(strictSchema(file(name)), Verdict());
            QCOMPARE(kustomizeTakes(file(name)), Verdict());
        }
        QCOMPARE(kubectl(file("kubernetes/micro-integrator.yaml")), Verdict());
    }
    void brokenObjectsAreRefused() {
        const Folder folder;
        const QString broken = changed(folder, "kubernetes/micro-integrator.yaml",
                                       "terminationGracePeriodSeconds", "graceSeconds");
        QVERIFY(strictSchema(broken).startsWith("refused: "));
    }

    void tomlIsTaken_data() {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"deployment.toml", "mi-1/deployment.toml"})
            QTest::newRow(name) << QByteArray(name);
    }
    void tomlIsTaken() {
        QFETCH(const QByteArray, name);
        QCOMPARE(taplo(file(name)), Verdict());
    }
    void brokenTomlIsRefused() {
        const Folder folder;
        QVERIFY(taplo(changed(folder, "deployment.toml", "offset = 10", "hostname = \"x\""))
                    .startsWith("refused: "));
    }

    void dockerTakesTheImage() {
        QCOMPARE(dockerfileUtils({file("Dockerfile")}), Verdict());
        const Folder folder;
        QVERIFY(dockerfileUtils({changed(folder, "Dockerfile", "FROM ", "FRAM ")}).startsWith("refused: "));
    }

    void composeTakesTheServices() {
        QCOMPARE(run("docker-compose", {"-f", file("compose.yaml"), "config", "-q"}), Verdict());
        const Folder folder;
        folder.write("variables.env", "A=b\n");
        const QString broken = changed(folder, "compose.yaml", "stop_grace_period", "stop_period");
        QVERIFY(run("docker-compose", {"-f", broken, "config", "-q"}).startsWith("refused: "));
    }

    void bashTakesTheScript() {
        QCOMPARE(run("shellcheck", {file("helm/install.sh")}), Verdict());
        const Folder folder;
        const QString broken =
            changed(folder, "helm/install.sh", "\"${place[@]}\" --values", "$place --values");
        QVERIFY(run("shellcheck", {broken}).startsWith("refused: "));
    }

    void systemdTakesTheUnit() {
        const Folder folder;
        QByteArray unit = text("mi-1/micro-integrator.service");
        unit.replace("/opt/wso2/wso2mi-4.6.0/bin/micro-integrator.sh", "/usr/bin/true");
        folder.write("micro-integrator.service", unit);
        const auto verified = [&] {
            return run("systemd-analyze", {"verify", "--man=no", "--recursive-errors=yes",
                                           folder.path("micro-integrator.service")});
        };
        QCOMPARE(verified(), Verdict());
        folder.write("micro-integrator.service", unit.replace("TimeoutStopSec", "TimeoutEndSec"));
        QVERIFY(verified().startsWith("refused: "));
    }

    /// The chart has no schema and ignores what it does not know, so the list of its paths stands in for it.
    void theChartReadsEveryValue() {
        QCOMPARE(unknownValues(text("helm/values.yaml")), QStringList());
        QCOMPARE(unknownValues("wso2:\n  deployment:\n    am:\n      replicas: 2\n"),
                 QStringList("wso2.deployment.am.replicas"));
    }

    void theChartOfTheControlPlaneReadsEveryValue() {
        const char* list = "tests/data/helm-icp-values.txt";
        QCOMPARE(unknownValues(bundle().read("integration-control-plane/helm/values.yaml"), list),
                 QStringList());
        QCOMPARE(unknownValues("wso2:\n  config:\n    port: 9743\n", list), QStringList("wso2.config.port"));
        QCOMPARE(taplo(bundle().path("integration-control-plane/icp/deployment.toml")), Verdict());
    }

    /// The patches reach what the chart renders: time to stop, secrets, plain HTTP.
    void whatTheChartLacksIsAdded() {
        const Folder folder;
        for (const char* name : {"kustomization.yaml", "deployment-patch.yaml", "service-patch.yaml"})
            folder.write(name, text((QByteArray("helm/") + name).constData()));
        folder.write("rendered.yaml", rendered);
        const Printed built = kustomizeBuild(folder.path());
        QCOMPARE(built.verdict, Verdict());
        for (const char* part : {"terminationGracePeriodSeconds: 205", "name: flows-mi-secrets", "sleep 15",
                                 "port: 8290", "port: 8253", "name: POD_NAME"})
            QVERIFY2(built.text.contains(part), built.text);
        folder.write("built.yaml", built.text);
        QCOMPARE(strictSchema(folder.path("built.yaml")), Verdict());
        folder.write("service-patch.yaml", "a: [");
        QVERIFY(kustomizeBuild(folder.path()).verdict.startsWith("refused: "));
    }

    void noSecretIsWritten() {
        for (const auto& [path, bytes] : bundle().content())
            for (const QByteArray& line : bytes.split('\n'))
                QVERIFY2(!line.contains("assword = \"") || line.contains("$env{"), line);
    }
};

ARABESQUE_TEST(MicroIntegratorFilesTest)
#include "micro_integrator_files_test.moc"
