#include "core/analysis/overrides.h"

#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using tests::snapshotOf;

namespace {

Analysis analysisWith(std::string_view target, std::string_view cloudToml, AnalysisOptions options = {}) {
    const std::string manifest = "[package]\norg = \"acme\"\nname = \"shop\"\nversion = \"1.0.0\"\n"
                                 "[build-options]\ncloud = \"" +
                                 std::string(target) + "\"\n";
    return analyze(
        snapshotOf({{"Ballerina.toml", manifest},
                    {"Cloud.toml", cloudToml},
                    {"main.bal", "configurable string dbPassword = \"\";\nconfigurable int port = 1;\n"},
                    {"modules/store/store.bal", "configurable string db_host = \"\";\n"}}),
        options);
}

std::string envs(std::string_view name) {
    return "[[cloud.secret.envs]]\nname = \"" + std::string(name) +
           "\"\nkey_ref = \"k\"\nsecret_name = \"s\"\n";
}

}

class OverridesTest : public QObject {
    Q_OBJECT

private slots:
    void aVariableTakesThePlaceOfItsConfigurable_data() {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("key");
        const QByteArray root("acme.shop.dbPassword");
        QTest::newRow("name") << QByteArray("BAL_CONFIG_VAR_DBPASSWORD") << root;
        QTest::newRow("package") << QByteArray("BAL_CONFIG_VAR_SHOP_DBPASSWORD") << root;
        QTest::newRow("organisation") << QByteArray("BAL_CONFIG_VAR_ACME_SHOP_DBPASSWORD") << root;
        const QByteArray module("shop.store.db_host");
        QTest::newRow("module") << QByteArray("BAL_CONFIG_VAR_SHOP_STORE_DB_HOST") << module;
        QTest::newRow("whole module") << QByteArray("BAL_CONFIG_VAR_ACME_SHOP_STORE_DB_HOST") << module;
        QTest::newRow("split camel case") << QByteArray("BAL_CONFIG_VAR_DB_PASSWORD") << QByteArray();
        QTest::newRow("module alone") << QByteArray("BAL_CONFIG_VAR_DB_HOST") << QByteArray();
        QTest::newRow("another") << QByteArray("DBPASSWORD") << QByteArray();
    }
    void aVariableTakesThePlaceOfItsConfigurable() {
        QFETCH(const QByteArray, variable);
        QFETCH(const QByteArray, key);
        const auto overrides = overridesOf(analysisWith("k8s", envs(variable.toStdString())), "Config.toml");
        QCOMPARE(overrides.size(), key.isEmpty() ? 0u : 1u);
        if (key.isEmpty()) return;
        QCOMPARE(overrides.begin()->first, key.toStdString());
        QCOMPARE(overrides.begin()->second.english(),
                 "The environment variable " + variable.toStdString() + " of Cloud.toml is used instead");
    }
    void withoutKubernetesCloudTomlSetsNone() {
        QVERIFY(overridesOf(analysisWith("docker", envs("BAL_CONFIG_VAR_PORT")), "Config.toml").empty());
    }
    void anotherTargetTakesThePlaceOfTheBuildOption() {
        QVERIFY(overridesOf(analysisWith("k8s", ""), "Ballerina.toml").empty());
        const auto overrides = overridesOf(analysisWith("k8s", "", {.target = "docker"}), "Ballerina.toml");
        QCOMPARE(overrides.size(), 1u);
        QCOMPARE(overrides.begin()->first, "build-options.cloud");
    }
};

ARABESQUE_TEST(OverridesTest)
#include "overrides_test.moc"
