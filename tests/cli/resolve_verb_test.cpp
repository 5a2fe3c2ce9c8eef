#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace arabesque::tests;
using Json = nlohmann::json;

namespace {

void writeProgram(const Folder& folder) {
    folder.write("Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n");
    folder.write("main.bal", "configurable int port = 9090;\nconfigurable string dbPassword = ?;\n"
                             "configurable string[] tags = [];\n");
    folder.write("Config.toml", "port = 8080\ndbPassword = \"geheim\"\ntags = [\"a\"]\n");
}

Json resolved(const Folder& folder, const QStringList& options) {
    return Json::parse(
        cli(QStringList{"resolve", folder.path(), "--format", "json"} + options).out.toStdString());
}

}

/// `arabesque-cli resolve`: the value a program really sees.
class ResolveVerbTest : public QObject {
    Q_OBJECT

private slots:
    void jsonHasTheShapeOthersRelyOn() {
        Folder folder;
        writeProgram(folder);
        const Json json = resolved(folder, {"--var", "BAL_CONFIG_VAR_PORT=1"});
        const Json& port = json["values"][0];
        QCOMPARE(port["key"].get<std::string>(), "acme.orders.port");
        QCOMPARE(port["value"].get<int>(), 1);
        QCOMPARE(port["source"].get<std::string>(), "BAL_CONFIG_VAR_PORT");
        QCOMPARE(port["ignored"][0]["value"].get<int>(), 8080);
        QCOMPARE(port["ignored"][0]["source"].get<std::string>(), "Config.toml");
        QCOMPARE(port["ignored"][0]["line"].get<int>(), 1);
        QCOMPARE(json["values"][2]["value"].dump(), "[\"a\"]");
        QVERIFY(json["diagnostics"].empty());
    }
    void secretsAreMasked() {
        Folder folder;
        writeProgram(folder);
        for (const char* format : {"text", "json"}) {
            const Run run = cli(
                {"resolve", folder.path(), "--format", format, "--var", "BAL_CONFIG_VAR_DBPASSWORD=nichts"});
            QCOMPARE(run.exit, 0);
            QVERIFY2(!run.out.contains("geheim") && !run.out.contains("nichts"), run.out);
        }
    }
    void argumentsOfTheProgramAreTaken() {
        Folder folder;
        writeProgram(folder);
        QCOMPARE(resolved(folder, {"--arg=-Cport=7"})["values"][0]["value"].get<int>(), 7);
    }
    void aProgramThatStopsIsAFinding() {
        Folder folder;
        writeProgram(folder);
        const Run run = cli({"resolve", folder.path(), "--var", "BAL_CONFIG_VAR_DB_PASSWORD=x"});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.out.contains("error: BAL_CONFIG_VAR_DB_PASSWORD: no configurable variable goes by the "
                                  "environment variable BAL_CONFIG_VAR_DB_PASSWORD [RUNTIME_0126]\n"),
                 run.out);
    }
    void filesAreReadFromTheProjectsFolder() {
        Folder folder;
        writeProgram(folder);
        folder.write("conf/other.toml", "port = 5\ndbPassword = \"x\"\n");
        const Json json = resolved(folder, {"--var", "BAL_CONFIG_FILES=conf/other.toml:Config.toml"});
        QCOMPARE(json["values"][0]["value"].get<int>(), 5);
        QCOMPARE(json["values"][2]["source"].get<std::string>(), "BAL_CONFIG_FILES[1]");
        QCOMPARE(json["notRead"].size(), std::size_t{1});
    }
    void aVariableWithoutAValueIsRefused() {
        Folder folder;
        writeProgram(folder);
        const Run run = cli({"resolve", folder.path(), "--var", "PORT"});
        QCOMPARE(run.exit, 2);
        QCOMPARE(run.err, "arabesque-cli: --var takes NAME=VALUE, and 'PORT' is none\n");
    }
};

ARABESQUE_TEST(ResolveVerbTest)
#include "resolve_verb_test.moc"
