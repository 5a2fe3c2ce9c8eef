#include "tests/core/generate/made_files.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

Analysis deployed(const std::string& deploymentToml, const ProjectTexts& more = {},
                  const AnalysisOptions& options = {}) {
    ProjectTexts texts = more;
    texts.emplace_back("Deployment.toml", "targets = [\"vm\"]\n\n" + deploymentToml);
    return made(ordersProject(texts), options);
}

const std::string twoEnvironments =
    "[[environment]]\nname = \"test\"\n[[environment]]\nname = \"production\"\n";

}

/// A folder of configuration for each environment, without secrets.
class ConfigTest : public QObject {
    Q_OBJECT

private slots:
    void withoutEnvironmentsThereIsOneFolder() {
        const Analysis analysis = deployed("");
        QCOMPARE(pathsOf(analysis, "config"), "config/default/Config.toml\nconfig/default/secrets.env\n");
        QCOMPARE(textOf(analysis, "config/default/Config.toml"), "# where we are\nregion = \"eu\"\n");
        QVERIFY(textOf(analysis, "config/default/secrets.env")
                    .ends_with("\n\n# acme.orders.dbPassword\n#BAL_CONFIG_VAR_ACME_ORDERS_DBPASSWORD=\n"));
    }

    void eachEnvironmentHasItsOwn() {
        const ProjectTexts production{{"Config.production.toml", "region = \"us\"\n"}};
        const Analysis analysis = deployed(twoEnvironments, production);
        QCOMPARE(pathsOf(analysis, "config"), "config/production/Config.toml\nconfig/production/secrets.env\n"
                                              "config/test/Config.toml\nconfig/test/secrets.env\n");
        QCOMPARE(textOf(analysis, "config/production/Config.toml"), "region = \"us\"\n");
        QCOMPARE(textOf(analysis, "config/test/Config.toml"), "# where we are\nregion = \"eu\"\n");
        QCOMPARE(settingsBehind(analysis, "config/production/Config.toml", "region"),
                 "Config.production.toml:region");
        QCOMPARE(settingsBehind(analysis, "config/test/secrets.env", "#BAL_CONFIG_VAR_"),
                 "Ballerina.toml:package.name Ballerina.toml:package.org Config.toml:dbPassword");
    }

    void ofOneEnvironmentOnlyItsFolderIsMade() {
        const Analysis analysis = deployed(twoEnvironments, {}, {.environment = "test"});
        QCOMPARE(pathsOf(analysis, "config"), "config/test/Config.toml\nconfig/test/secrets.env\n");
    }

    void recordsWithSecretsAreFilledInInAFile() {
        const Analysis analysis = deployed(
            "", {{"main.bal", "type Database record {|\n    string host;\n    string password;\n|};\n"
                              "configurable Database db = ?;\n"},
                 {"Config.toml", "[acme.orders.db]\nhost = \"db\"\npassword = \"p4ssw0rd\"\n"}});
        const std::string text = textOf(analysis, "config/default/Secrets.toml");
        QVERIFY2(text.contains("fill in: acme.orders.db.password") && text.contains("\"db\""), text.c_str());
        QCOMPARE(textOf(analysis, "config/default/Config.toml"), "");
        QCOMPARE(textOf(analysis, "config/default/secrets.env"), "(not made)");
    }

    void noSecretIsInAnyFile() {
        const Analysis analysis = deployed(twoEnvironments + "[[node]]\nname = \"a\"\nrole = \"service\"\n");
        QVERIFY(analysis.artifacts.size() > 8);
        for (const Artifact& each : analysis.artifacts)
            QVERIFY2(!each.text.contains("p4ssw0rd"), each.path.c_str());
    }

    void namesThatNoFolderCanHaveAreLeftOut() {
        QCOMPARE(pathsOf(deployed("[[environment]]\nname = \"../x\"\n"), "config"), "");
    }

    void whoWantsNoneLeavesItOut() {
        QCOMPARE(pathsOf(made(ordersProject(
                             {{"Deployment.toml", "targets = [\"vm\"]\nleave_out = [\"config\"]\n"}})),
                         "config"),
                 "");
        QCOMPARE(pathsOf(made(ordersProject({})), "config"), "");
    }
};

ARABESQUE_TEST(ConfigTest)
#include "config_test.moc"
