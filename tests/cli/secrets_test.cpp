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
    folder.write("Deployment.toml", "[[environment]]\nname = \"production\"\n");
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
};

ARABESQUE_TEST(SecretsTest)
#include "secrets_test.moc"
