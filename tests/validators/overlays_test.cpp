#include "tests/support/test_main.h"
#include "tests/validators/cluster_projects.h"
#include "tests/validators/judges.h"

#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace arabesque::tests;

namespace {

std::vector<YAML::Node> documentsIn(const QByteArray& text) {
    return YAML::LoadAll(text.toStdString());
}

/// The documents kubectl knows: it has no types of others' resources.
QByteArray withoutCustomResources(const QByteArray& text) {
    QByteArray known;
    for (const QByteArray& document : QByteArray(text).replace("\n---\n", "\x1e").split('\x1e'))
        if (!document.contains("kind: HTTPRoute") && !document.contains("kind: ExternalSecret"))
            known += "---\n" + document + "\n";
    return known;
}

/// Builds each overlay and asks for every verdict on what comes out.
Verdict judged(const Folder& out) {
    const Folder built;
    QStringList files;
    for (const QString& overlay : overlaysIn(out)) {
        const Printed build = kustomizeBuild(out.path("kustomize/overlays/" + overlay));
        if (!build.verdict.isEmpty()) return overlay.toUtf8() + ": " + build.verdict;
        built.write(overlay + ".yaml", build.text);
        files += built.path(overlay + ".yaml");
        built.write("known.yaml", withoutCustomResources(build.text));
        if (const Verdict said = kubectl(built.path("known.yaml")); !said.isEmpty())
            return overlay.toUtf8() + ": " + said;
    }
    return files.isEmpty() ? "no overlay" : strictSchemas(files);
}

/// The one object of a kind, as kustomize builds it for a place.
YAML::Node builtObject(const Folder& out, const QString& overlay, const std::string& kind) {
    YAML::Node found;
    for (const YAML::Node& document :
         documentsIn(kustomizeBuild(out.path("kustomize/overlays/" + overlay)).text))
        if (document["kind"].as<std::string>() == kind) found.reset(document);
    return found;
}

std::string text(const YAML::Node& node) {
    return node.IsDefined() && node.IsScalar() ? node.as<std::string>() : "(none)";
}

}

/// kustomize builds each overlay into what the strict schemas and kubectl take.
class OverlaysTest : public QObject {
    Q_OBJECT

private slots:
    void everyPatternIsTaken_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("target");
        const QStringList patterns = allPatternIds();
        QVERIFY(patterns.size() >= 8);
        for (const QString& pattern : patterns)
            for (const char* target : {"k8s", "openshift"})
                QTest::newRow(qPrintable(pattern + ' ' + target)) << pattern << target;
    }
    void everyPatternIsTaken() {
        QFETCH(QString, pattern);
        QFETCH(QString, target);
        const Folder project, out;
        writePatternProject(project, pattern.toUtf8());
        generateClusterFiles(out, project, target.toUtf8().constData());
        QCOMPARE(judged(out), Verdict());
    }

    void everySettingIsTaken() {
        const Folder project, out;
        writeClusterProject(project);
        generateClusterFiles(out, project);
        QCOMPARE(overlaysIn(out), QStringList({"production-eu-west", "production-us-east", "staging-eu-west",
                                               "staging-us-east"}));
        QCOMPARE(judged(out), Verdict());
    }

    void theBaseIsWhatBalBuildMakes() {
        const Folder project, out;
        writeClusterProject(project);
        generateClusterFiles(out, project);
        QCOMPARE(out.read("kustomize/base/orders.yaml"), out.read("kubernetes/orders/orders.yaml"));
    }

    /// The standby region runs what its node says, and the autoscaler never goes below what nodes ask for.
    void replicasAreThoseOfTheRegion() {
        const Folder project, out;
        writeClusterProject(project);
        generateClusterFiles(out, project);
        QCOMPARE(text(builtObject(out, "staging-eu-west", "Deployment")["spec"]["replicas"]), "3");
        QCOMPARE(text(builtObject(out, "staging-us-east", "Deployment")["spec"]["replicas"]), "2");
        QCOMPARE(text(builtObject(out, "production-us-east", "Deployment")["spec"]["replicas"]), "(none)");
        QCOMPARE(
            text(builtObject(out, "production-eu-west", "HorizontalPodAutoscaler")["spec"]["minReplicas"]),
            "3");
    }

    void anEnvironmentHasItsOwnValues() {
        const Folder project, out;
        writeClusterProject(project);
        generateClusterFiles(out, project);
        const YAML::Node staging = builtObject(out, "staging-eu-west", "Deployment");
        const YAML::Node production = builtObject(out, "production-eu-west", "Deployment");
        QCOMPARE(text(staging["metadata"]["namespace"]), "retail-staging");
        QCOMPARE(text(production["metadata"]["namespace"]), "retail");
        const auto container = [](const YAML::Node& deployment) {
            return deployment["spec"]["template"]["spec"]["containers"][0];
        };
        QCOMPARE(text(container(staging)["resources"]["limits"]["memory"]), "512Mi");
        QCOMPARE(text(container(production)["image"]), "registry.acme.example/retail/orders:1.3.2");
        QCOMPARE(text(production["spec"]["strategy"]["type"]), "Recreate");
        QVERIFY(builtObject(out, "staging-eu-west", "HTTPRoute").IsMap());
        QVERIFY(builtObject(out, "production-eu-west", "Ingress").IsMap());
        QVERIFY(!builtObject(out, "staging-eu-west", "HorizontalPodAutoscaler").IsMap());
    }

    void noSecretIsInAnOverlay() {
        const Folder project, out;
        writeClusterProject(project);
        generateClusterFiles(out, project);
        for (const QString& overlay : overlaysIn(out)) {
            QVERIFY(!builtObject(out, overlay, "Secret").IsMap());
            const QByteArray built = kustomizeBuild(out.path("kustomize/overlays/" + overlay)).text;
            QVERIFY(!built.contains("hunter2"));
            QVERIFY(
                built.contains(overlay.startsWith("production") ? "kind: ExternalSecret" : "kind: Service"));
        }
        const QByteArray toFillIn =
            out.read("kustomize/overlays/staging-eu-west/secret-config-secret.template.yaml");
        QVERIFY2(toFillIn.contains("fill in"), toFillIn);
    }

    void jobsAreDeployedAsWell() {
        const Folder project(QStringLiteral(ARABESQUE_SOURCE_DIR "/tests/projects/nightly-job")), out;
        project.write(
            "Deployment.toml",
            "targets = [\"k8s\"]\n[kubernetes]\nnamespace = \"jobs\"\n[kubernetes.spread]\nover = "
            "\"kubernetes.io/hostname\"\n[[environment]]\nname = \"test\"\nconfig = \"Config.test.toml\"\n");
        project.write("Config.test.toml", "[acme.nightly]\nname = \"x\"\ndbPassword = \"hunter2\"\n");
        generateClusterFiles(out, project);
        QCOMPARE(judged(out), Verdict());
        QCOMPARE(text(builtObject(out, "test", "ConfigMap")["metadata"]["namespace"]), "jobs");
    }

    void brokenOverlaysAreRefused_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("a patch of what is not there")
            << QByteArray("patch-deployment.yaml") << QByteArray("containers/0/image")
            << QByteArray("containers/7/image");
        QTest::newRow("a resource without its file")
            << QByteArray("kustomization.yaml") << QByteArray("ingress.yaml") << QByteArray("route.yaml");
        QTest::newRow("an unknown field")
            << QByteArray("disruption-budget.yaml") << QByteArray("maxUnavailable") << QByteArray("maxAway");
        QTest::newRow("a port that is no number")
            << QByteArray("ingress.yaml") << QByteArray("number: 9090") << QByteArray("number: \"http\"");
        QTest::newRow("a store without a name")
            << QByteArray("external-secret-config-secret.yaml") << QByteArray("name: \"vault\"")
            << QByteArray("id: \"vault\"");
    }
    void brokenOverlaysAreRefused() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        const Folder project, out;
        writeClusterProject(project);
        generateClusterFiles(out, project);
        QCOMPARE(judged(out), Verdict());
        const QString path = "kustomize/overlays/production-eu-west/" + file;
        QByteArray broken = out.read(path);
        QVERIFY2(broken.contains(good), broken);
        out.write(path, broken.replace(good, bad));
        const Verdict said = judged(out);
        QVERIFY2(said.contains("refused: "), said);
    }
};

ARABESQUE_TEST(OverlaysTest)

#include "overlays_test.moc"
