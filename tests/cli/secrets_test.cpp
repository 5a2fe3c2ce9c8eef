#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque::tests;

namespace {

constexpr auto canary = "canary4711";

/// A secret in every place that can hold one: a mounted and a copied configuration, a Secret's file, an environment's
/// file, a default, a start command, a value of the wrong type.
void writeCanaries(const Folder& folder) {
    folder.write("Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n"
                                   "[build-options]\ncloud = \"k8s\"\n");
    folder.write("main.bal",
                 "import ballerina/http;\nconfigurable string dbPassword = ?;\n"
                 "configurable string apiKey = ?;\nconfigurable string authToken = \"canary4711\";\n"
                 "service /orders on new http:Listener(9090) {\n}\n");
    const QByteArray config = QByteArray("dbPassword = \"") + canary + "\"\napiKey = 4711\n";
    folder.write("Config.toml", config);
    folder.write("Config.production.toml",
                 QByteArray("dbPassword = '") + canary + "'\napiKey = '" + canary + "'\n");
    folder.write("Secrets.toml", QByteArray("[acme.orders]\napiKey = \"") + canary + "\"\n");
    folder.write("Cloud.toml", "[[cloud.config.files]]\nfile = \"Config.toml\"\nname = \"orders\"\n\n"
                               "[[cloud.config.secrets]]\nfile = \"Secrets.toml\"\nname = \"orders\"\n\n"
                               "[[container.copy.files]]\nsourceFile = \"Config.toml\"\n"
                               "target = \"/home/ballerina/Config.toml\"\n");
    folder.write(
        "Deployment.toml",
        QByteArray("targets = [\"vm\", \"docker\", \"k8s\"]\n\n"
                   "[gitops]\nrepository = \"https://git.example.com/deploy.git\"\n\n"
                   "[pipeline]\nsystems = [\"github\", \"gitlab\", \"jenkins\", \"azure\"]\n"
                   "rollout = \"machines\"\n\n[observability]\n\n[backup]\n\n"
                   "[[environment]]\nname = \"production\"\nset = { \"configurable.apiKey\" = \"") +
            canary +
            "\" }\n\n[[database]]\nname = \"orders\"\nengine = \"postgresql\"\nschemas = [\"orders\"]\n\n"
            "[[node]]\nname = \"lb\"\nrole = \"load-balancer\"\n\n"
            "[[node]]\nname = \"orders-1\"\nrole = \"service\"\n\n"
            "[[node]]\nname = \"db\"\nrole = \"database\"\n");
}

QByteArray allOf(const Folder& folder) {
    QByteArray bytes;
    for (const auto& [path, content] : folder.content()) bytes += path.toUtf8() + '\n' + content + '\n';
    return bytes;
}

}

/// A value known to be secret leaves the program in no way but to where it came from.
class SecretsTest : public QObject {
    Q_OBJECT

private slots:
    void aBundleHoldsNone() {
        for (const QString& environment : {QString(), QStringLiteral("production")}) {
            Folder folder, out;
            writeCanaries(folder);
            QStringList arguments{"export", folder.path(), "--out", out.path("bundle"), "--force"};
            if (!environment.isEmpty()) arguments << "--environment" << environment;
            const Run run = cli(arguments);
            QCOMPARE(run.exit, 0);
            const QByteArray all = allOf(out);
            QVERIFY(all.contains("fill in: "));
            for (const char* family : {"compose/", "config/", "database/", "gitops/", "helm/", "kustomize/",
                                       "observability/", "pipelines/", "vm/", "RUNBOOK.md"})
                QVERIFY2(all.contains(QByteArray("bundle/") + family), family);
            QVERIFY2(!all.contains(canary), "in clear text");
            QVERIFY2(!all.contains(QByteArray(canary).toBase64().chopped(4)), "as base64");
        }
    }
    void whatIsPrintedHoldsNone() {
        Folder folder;
        writeCanaries(folder);
        for (const QStringList& verb : {QStringList{"check"},
                                        {"check", "--format", "json"},
                                        {"check", "--format", "sarif"},
                                        {"check", "--format", "junit"},
                                        {"inspect"},
                                        {"resolve"},
                                        {"resolve", "--format", "json"},
                                        {"resolve", "--target", "k8s"},
                                        {"resolve", "--environment", "production"},
                                        {"resolve", "--arg", "-CdbPassword=canary4711"},
                                        {"resolve", "--var", "BAL_CONFIG_VAR_DBPASSWORD=canary4711"},
                                        {"simulate"},
                                        {"pattern", "active-passive", "--dry-run"},
                                        {"fix", "--dry-run"},
                                        {"fix", "--rule", "secret-in-source", "--dry-run"},
                                        {"explain", "Config.toml:dbPassword"},
                                        {"schema", "Config.toml"}}) {
            QStringList arguments = verb;
            if (verb[0] == "schema")
                arguments << folder.path();
            else
                arguments.insert(1, folder.path());
            const Run run = cli(arguments);
            QVERIFY2(!run.out.contains(canary) && !run.err.contains(canary), qPrintable(verb.join(' ')));
        }
    }
    void aChangeIsPrintedWithNotesInPlaceOfSecrets() {
        Folder folder;
        writeCanaries(folder);
        const Run run = cli({"fix", folder.path(), "--rule", "secret-in-source", "--dry-run"});
        QVERIFY2(run.out.contains("-configurable string authToken = \"fill in: authToken\";"), run.out);
        QVERIFY2(run.out.contains("+configurable string authToken = ?;"), run.out);
    }
    void comparisonsImportsAndDiagramsHoldNone() {
        Folder folder, out;
        writeCanaries(folder);
        QCOMPARE(cli({"export", folder.path(), "--out", out.path("bundle"), "--force"}).exit, 0);
        QCOMPARE(cli({"diagram", folder.path(), "--out", out.path("orders.svg")}).exit, 0);
        QVERIFY(!out.read("orders.svg").contains(canary));
        out.write("given.env", QByteArray("BAL_CONFIG_VAR_DBPASSWORD=") + canary + "\n");
        out.write("map.yaml", QByteArray("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\ndata:\n"
                                         "  Config.toml: |\n    dbPassword = \"") +
                                  canary + "\"\n");
        for (const QStringList& arguments :
             {QStringList{"diff", folder.path(), out.path("bundle")},
              {"import", folder.path(), out.path("given.env"), out.path("map.yaml")},
              {"import", folder.path(), out.path("bundle/RUNBOOK.md"),
               folder.path("Config.production.toml")}}) {
            const Run run = cli(arguments);
            QVERIFY2(!run.out.contains(canary) && !run.err.contains(canary), qPrintable(arguments.join(' ')));
        }
    }
    /// What bal build writes is written as it is, since it is compared with that; the warning names the cure.
    void generateWarnsOfWhatABuildWritesInClear() {
        Folder folder, out;
        writeCanaries(folder);
        QVERIFY(cli({"check", folder.path()}).out.contains("[secret-in-config-map]"));
        QCOMPARE(
            cli({"generate", folder.path(), "--out", out.path(), "--only", "kubernetes", "--force"}).exit, 0);
        const QByteArray all = allOf(out);
        QCOMPARE(all.count(canary), 1);   // in the one ConfigMap, and nowhere else
    }
};

ARABESQUE_TEST(SecretsTest)
#include "secrets_test.moc"
