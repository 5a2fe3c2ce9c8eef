#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace arabesque::tests;

namespace {

/// A workspace of two packages; the second one has a mistake in Cloud.toml.
void writeWorkspace(const Folder& folder) {
    folder.write("Ballerina.toml", "[workspace]\npackages = [\"orders\", \"teams/billing\"]\n");
    for (const QString& place : QStringList{"orders", "teams/billing"}) {
        const QByteArray name = place.section('/', -1).toUtf8();
        folder.write(place + "/Ballerina.toml",
                     "[package]\norg = \"acme\"\nname = \"" + name +
                         "\"\nversion = \"1.0.0\"\n\n[build-options]\ncloud = \"k8s\"\n");
        folder.write(place + "/main.bal",
                     "import ballerina/http;\nservice /" + name + " on new http:Listener(9090) {\n}\n");
    }
    folder.write("teams/billing/Cloud.toml", "[settings]\nthinJars = false\n");
}

}

/// What the terminal tool does with all packages of a workspace at once.
class WorkspaceTest : public QObject {
    Q_OBJECT

private slots:
    void everyPackageIsChecked() {
        const Folder folder;
        writeWorkspace(folder);
        const Run run = cli({"check", folder.path(), "--format", "json"});
        QCOMPARE(run.exit, 1);
        QByteArrayList files;
        for (const auto& each : QJsonDocument::fromJson(run.out)["diagnostics"].toArray())
            if (each.toObject()["severity"] == "error") {
                files += each.toObject()["file"].toString().toUtf8();
                const auto fixes = each.toObject()["fixes"].toArray();
                QCOMPARE(fixes[0]["edits"][0]["file"].toString(), "teams/billing/Cloud.toml");
            }
        QCOMPARE(files, QByteArrayList{"teams/billing/Cloud.toml"});
    }
    void everyPackageIsGenerated() {
        const Folder folder, out;
        writeWorkspace(folder);
        QCOMPARE(cli({"generate", folder.path(), "--out", out.path()}).exit, 1);
        QVERIFY(out.content().empty());
        folder.write("teams/billing/Cloud.toml", "[settings]\nthinJar = false\n");
        QCOMPARE(cli({"generate", folder.path(), "--out", out.path()}).exit, 0);
        for (const char* file : {"docker/orders/Dockerfile", "docker/billing/Dockerfile",
                                 "kubernetes/orders/orders.yaml", "kubernetes/billing/billing.yaml"})
            QVERIFY2(out.content().contains(file), file);
    }
    /// The last one would take the place of the others.
    void packagesThatMakeTheSameFileAreRefused() {
        const Folder folder, out;
        writeWorkspace(folder);
        folder.write("teams/billing/Cloud.toml", "[settings]\nthinJar = false\n");
        for (const char* place : {"orders", "teams/billing"})
            folder.write(QString(place) + "/Deployment.toml", "targets = [\"k8s\"]\n");
        const Run refused = cli({"generate", folder.path(), "--out", out.path()});
        QCOMPARE(refused.exit, 2);
        QVERIFY2(refused.err.contains("several packages of the workspace make '"), refused.err);
        QVERIFY(out.content().empty());
        QCOMPARE(cli({"generate", folder.path(), "--out", out.path(), "--only", "helm"}).exit, 0);
        QVERIFY(out.content().contains("helm/orders/values.yaml") &&
                out.content().contains("helm/billing/values.yaml"));
        QCOMPARE(cli({"generate", folder.path("orders"), "--out", out.path()}).exit, 0);
    }
    /// Each package's folder is a bundle of its own.
    void everyPackageIsExported() {
        const Folder folder, out;
        writeWorkspace(folder);
        const Run refused = cli({"export", folder.path(), "--out", "b"}, out.path());
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.err.contains("teams/billing/Cloud.toml"), refused.err);
        QVERIFY(out.content().empty());
        folder.write("teams/billing/Cloud.toml", "[settings]\nthinJar = false\n");
        for (const char* target : {"b", "b.zip"})
            QCOMPARE(cli({"export", folder.path(), "--out", target}, out.path()).exit, 0);

        const Folder bundle(out.path("b"));
        const auto packages = QJsonDocument::fromJson(bundle.read("bundle.json"))["packages"].toArray();
        QCOMPARE(packages.size(), 2);
        for (const char* place : {"orders", "teams/billing"}) {
            const QByteArray manifest = bundle.read(QString(place) + "/bundle.json");
            const auto sum = QCryptographicHash::hash(manifest, QCryptographicHash::Sha256).toHex();
            const bool isListed = std::ranges::any_of(packages, [&](const QJsonValue& each) {
                return each["path"].toString() == place && each["sha256"].toString() == sum;
            });
            QVERIFY2(isListed, place);
            const Run alone = cli({"diff", folder.path(place), out.path("b/" + QString(place))});
            QVERIFY2(alone.exit == 0, alone.out + alone.err);
        }
        for (const char* target : {"b", "b.zip"})
            QCOMPARE(cli({"diff", folder.path(), out.path(target)}).exit, 0);
        folder.write("orders/Cloud.toml", "[cloud.deployment]\nmax_memory = \"1Gi\"\n");
        const Run changed = cli({"diff", folder.path(), out.path("b")});
        QCOMPARE(changed.exit, 1);
        QVERIFY2(changed.out.contains("+++ b/orders/kubernetes/orders/orders.yaml"), changed.out);
        QVERIFY2(!changed.out.contains("billing"), changed.out);
    }
    void aWorkspaceIsExportedForItsEnvironments() {
        const Folder folder, out;
        writeWorkspace(folder);
        folder.write("teams/billing/Cloud.toml", "[settings]\nthinJar = false\n");
        for (const char* place : {"orders", "teams/billing"})
            folder.write(QString(place) + "/Deployment.toml",
                         "[[environment]]\nname = \"test\"\n\n[[environment]]\nname = \"live\"\n");
        const Run run =
            cli({"export", folder.path(), "--out", "b", "--environment", "test", "--environment", "live"},
                out.path());
        QVERIFY2(run.exit == 0, run.err);
        for (const char* file :
             {"orders/test/docker/orders/Dockerfile", "orders/live/docker/orders/Dockerfile",
              "teams/billing/test/kubernetes/billing/billing.yaml"})
            QVERIFY2(out.content().contains("b/" + QString(file)), file);
        QCOMPARE(cli({"diff", folder.path(), out.path("b")}).exit, 0);
    }
    /// A file of the project may be called like the list of a bundle.
    void onlyTheListsOfBundlesAreNotCompared() {
        const Folder folder, out;
        writeWorkspace(folder);
        folder.write("teams/billing/Cloud.toml", "[settings]\nthinJar = false\n");
        QCOMPARE(cli({"export", folder.path(), "--out", "b"}, out.path()).exit, 0);
        for (const char* file : {"b/orders/docker/bundle.json", "b/orders/docker/old-bundle.json"})
            out.write(file, "{}");
        const Run run = cli({"diff", folder.path(), out.path("b")});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.out.contains("Only in the bundle: orders/docker/bundle.json\n") &&
                     run.out.contains("Only in the bundle: orders/docker/old-bundle.json\n"),
                 run.out);
    }
    /// Nothing in an archive may lead out of the folder it is unpacked into.
    void aPackageOutsideTheWorkspaceIsRefused() {
        const Folder folder, out;
        writeWorkspace(folder);
        folder.write("teams/Ballerina.toml", "[workspace]\npackages = [\"../orders\"]\n");
        const Run run = cli({"export", folder.path("teams"), "--out", "b.zip"}, out.path());
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.err.contains("package '../orders' lies outside of the workspace"), run.err);
        QVERIFY(out.content().empty());
    }
    /// An export that replaces a folder would take the sources with it.
    void noPackageIsReplacedByTheBundle() {
        const Folder folder;
        writeWorkspace(folder);
        folder.write("teams/billing/Cloud.toml", "[settings]\nthinJar = false\n");
        folder.write("teams/bundle.json", "{}");
        const auto before = folder.content();
        const Run run = cli({"export", folder.path(), "--out", folder.path("teams"), "--force"});
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.err.contains("is not replaced"), run.err);
        QVERIFY(folder.content() == before);
    }
    void everyPackageIsInspected() {
        const Folder folder;
        writeWorkspace(folder);
        const auto packages =
            QJsonDocument::fromJson(cli({"inspect", folder.path(), "--format", "json"}).out)["packages"]
                .toArray();
        QCOMPARE(packages.size(), 2);
        QCOMPARE(packages[1]["package"]["name"].toString(), "billing");
        QCOMPARE(packages[1]["folder"].toString(), "teams/billing");
        const QByteArray text = cli({"inspect", folder.path()}).out;
        QVERIFY2(text.startsWith("acme/orders 1.0.0\n") && text.contains("\n\nacme/billing 1.0.0\n"), text);
    }
    void aPackageThatIsNotThereIsNamed() {
        const Folder folder;
        writeWorkspace(folder);
        folder.write("Ballerina.toml", "[workspace]\npackages = [\"orders\", \"gone\"]\n");
        const Run run = cli({"check", folder.path()});
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.err.contains("gone' does not exist"), run.err);
        QCOMPARE(run.err.count('\n'), 1);
    }
    void everyPackageIsMended() {
        const Folder folder;
        writeWorkspace(folder);
        folder.write("orders/Cloud.toml", "[settings]\nbuildImages = true\n");
        const auto before = folder.content();
        const Run dry = cli({"fix", folder.path(), "--rule", "unknown-key", "--dry-run"});
        QVERIFY2(dry.out.contains("--- a/orders/Cloud.toml\n") &&
                     dry.out.contains("+++ b/teams/billing/Cloud.toml\n"),
                 dry.out);
        QVERIFY(folder.content() == before);
        const Run run = cli({"fix", folder.path(), "--rule", "unknown-key"});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.out, "orders/Cloud.toml: Did you mean 'buildImage'? Rename it\n"
                          "teams/billing/Cloud.toml: Did you mean 'thinJar'? Rename it\n");
        QCOMPARE(folder.read("orders/Cloud.toml"), "[settings]\nbuildImage = true\n");
        QCOMPARE(folder.read("teams/billing/Cloud.toml"), "[settings]\nthinJar = false\n");
    }
    void whatIsLeftToMendNamesItsPackage() {
        const Folder folder;
        writeWorkspace(folder);
        const Run run = cli({"fix", folder.path(), "--rule", "value-out-of-range"});
        QCOMPARE(run.exit, 1);
        QCOMPARE(run.out, "Nothing to fix without a choice: --rule names what to fix.\n");
        QVERIFY2(run.err.contains("teams/billing/Cloud.toml:2:1: error"), run.err);
    }
    void everyPackageIsResolved() {
        const Folder folder;
        writeWorkspace(folder);
        for (const char* place : {"orders", "teams/billing"})
            folder.write(QString(place) + "/limits.bal", "configurable int limit = 10;\n");
        folder.write("orders/Config.toml", "[acme.orders]\nlimit = 20\n");
        const Run json = cli({"resolve", folder.path(), "--format", "json"});
        QCOMPARE(json.exit, 0);
        const auto values = QJsonDocument::fromJson(json.out)["values"].toArray();
        QCOMPARE(values.size(), 2);
        QCOMPARE(values[0]["key"].toString(), "acme.orders.limit");
        QCOMPARE(values[0]["value"].toInt(), 20);
        QCOMPARE(values[0]["file"].toString(), "orders/Config.toml");
        QCOMPARE(values[1]["folder"].toString(), "teams/billing");
        QCOMPARE(values[1]["value"].toInt(), 10);
        const QByteArray text = cli({"resolve", folder.path()}).out;
        QVERIFY2(text.startsWith("orders:\nacme.orders.limit = 20 from ") &&
                     text.contains("(orders/Config.toml:2)") &&
                     text.contains("\nteams/billing:\nacme.billing.limit = 10 from default"),
                 text);
    }
    void documentsAreNamedWithTheirPackage() {
        const Folder folder;
        writeWorkspace(folder);
        QCOMPARE(cli({"set", folder.path(), "orders/Cloud.toml", "container.image.tag", "1.2.3"}).exit, 0);
        QCOMPARE(folder.read("orders/Cloud.toml"), "[container.image]\ntag = \"1.2.3\"\n");
        QCOMPARE(cli({"get", folder.path(), "orders/Cloud.toml", "container.image.tag"}).out, "\"1.2.3\"\n");
        QCOMPARE(cli({"unset", folder.path(), "orders/Cloud.toml", "container.image.tag"}).exit, 0);
        const Run run = cli({"get", folder.path(), "Cloud.toml", "settings.thinJar"});
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.err.contains("is a workspace: name a document with its package, orders/Cloud.toml"),
                 run.err);
    }
    void linesAndKeysOfPackagesAreExplained() {
        const Folder folder;
        writeWorkspace(folder);
        const Run line = cli({"explain", folder.path(), "kubernetes/billing/billing.yaml:2"});
        QVERIFY2(line.out.startsWith("kubernetes/billing/billing.yaml:2 | "), line.out + line.err);
        const Run key = cli({"explain", folder.path(), "teams/billing/Cloud.toml:settings.thinJar"});
        QVERIFY2(key.out.startsWith("teams/billing/Cloud.toml:settings.thinJar - "), key.out + key.err);
        const Run none = cli({"explain", folder.path(), "Cloud.toml:settings.thinJar"});
        QCOMPARE(none.exit, 2);
        QVERIFY2(none.err.contains("a document is named with its package: orders/Cloud.toml:KEY"), none.err);
    }
    /// As shells complete the names of folders.
    void packagesMayBeNamedWithASlash() {
        const Folder folder;
        writeWorkspace(folder);
        folder.write("Ballerina.toml", "[workspace]\npackages = [\"./orders/\", \"teams/billing/\"]\n");
        QVERIFY(cli({"check", folder.path()}).out.contains("\nteams/billing/Cloud.toml:2:1: error"));
        QCOMPARE(cli({"set", folder.path(), "orders/Cloud.toml", "container.image.tag", "1"}).exit, 0);
        QVERIFY(cli({"explain", folder.path(), "teams/billing/Cloud.toml:settings.thinJar"})
                    .out.startsWith("teams/billing/Cloud.toml:"));
    }
    void whatNeedsOnePackageAsksForIt() {
        const Folder folder;
        writeWorkspace(folder);
        const Run run = cli({"simulate", folder.path()});
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.err.contains("is a workspace: open one of its packages, 'orders', 'teams/billing'"),
                 run.err);
    }
};

ARABESQUE_TEST(WorkspaceTest)
#include "workspace_test.moc"
