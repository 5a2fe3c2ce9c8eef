#include "core/analysis/matrix.h"

#include "core/toml/path.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

Analysis orders() {
    return analyze(
        snapshotOf({{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n"
                                       "[build-options]\ncloud = \"k8s\"\n"},
                    {"main.bal", "configurable int limits = 1;\nconfigurable string region = ?;\n"
                                 "configurable string password = \"\";\n"},
                    {"Cloud.toml", "[cloud.deployment]\nmax_memory = \"512Mi\"\n"},
                    {"Config.toml", "limits = 2\nregion = \"here\"\n"},
                    {"Config.production.toml", "limits = 3\npassword = \"x\"\n"},
                    {"Deployment.toml", "[[environment]]\nname = \"staging\"\n\n"
                                        "[[environment]]\nname = \"production\"\n"
                                        "set = { \"cloud.deployment.max_memory\" = \"2Gi\" }\n"}}));
}

const MatrixRow& rowOf(const Matrix& matrix, std::string_view key) {
    const auto row = std::ranges::find_if(
        matrix.rows, [&](const MatrixRow& each) { return toml::toText(each.key) == key; });
    if (row == matrix.rows.end()) qFatal("no such row");
    return *row;
}

/// "set 2 | inherited 2 | set 3 !": state, value, and a mark for what is unlike production.
std::string shown(std::string_view key) {
    const Matrix matrix = matrixOf(orders());
    std::string text;
    for (const MatrixCell& cell : rowOf(matrix, key).cells)
        text += (text.empty() ? "" : " | ") + std::string(nameOf(cell.state)) + ' ' +
                cell.value.value_or("-") + (cell.unlikeProduction ? " !" : "");
    return text;
}

}

/// Settings by environments: as the files say, staging, production.
class MatrixTest : public QObject {
    Q_OBJECT

private slots:
    void theEnvironmentsAreThoseDeclared() {
        const Matrix matrix = matrixOf(orders());
        QCOMPARE(matrix.environments, (std::vector<std::string>{"staging", "production"}));
        QCOMPARE(matrix.production.value(), 1u);
    }
    void aVariableHasTheValueOfItsConfiguration() {
        QCOMPARE(shown("acme.orders.limits"), "set 2 | inherited 2 ! | set 3");
    }
    void whatAnOwnConfigurationLeavesOutIsNotInherited() {
        QCOMPARE(shown("acme.orders.region"), "set \"here\" | inherited \"here\" ! | missing -");
    }
    void defaultsAreShownToo() {
        QCOMPARE(shown("acme.orders.password"), "default \"\" | default \"\" ! | set \"x\"");
        QVERIFY(rowOf(matrixOf(orders()), "acme.orders.password").secret);
    }
    void whatTheClusterGivesIsNotMissing() {
        const Edit mounted =
            difference("Cloud.toml", orders().snapshot->text("Cloud.toml"),
                       "[[cloud.secret.envs]]\nname = \"BAL_CONFIG_VAR_REGION\"\nkey_ref = \"region\"\n"
                       "secret_name = \"place\"\n");
        const Matrix matrix = matrixOf(analyze(apply(*orders().snapshot, mounted).snapshot));
        const MatrixCell& cell = rowOf(matrix, "acme.orders.region").cells[2];
        QCOMPARE(nameOf(cell.state), "on the cluster");
        QCOMPARE(cell.from, "Secret place");
    }
    void settingsThatAnEnvironmentChangesAreRows() {
        QCOMPARE(shown("cloud.deployment.max_memory"),
                 "set \"512Mi\" | inherited \"512Mi\" ! | overridden \"2Gi\"");
    }
    void settingsNobodyChangesAreNone() {
        const Matrix matrix = matrixOf(orders());
        QCOMPARE(std::ranges::count(matrix.rows, "Cloud.toml", &MatrixRow::document), 1);
    }
    void aVariableIsSetInTheEnvironmentsOwnFile() {
        const Analysis analysis = orders();
        const auto edit = setIn(analysis, rowOf(matrixOf(analysis), "acme.orders.limits"), 1, "9");
        QVERIFY(edit);
        QCOMPARE(std::string(apply(*analysis.snapshot, *edit).snapshot->text("Config.production.toml")),
                 "limits = 9\npassword = \"x\"\n");
    }
    void anotherSettingIsSetInDeploymentToml() {
        const Analysis analysis = orders();
        const auto edit =
            setIn(analysis, rowOf(matrixOf(analysis), "cloud.deployment.max_memory"), 1, "\"4Gi\"");
        QVERIFY(edit);
        QVERIFY(apply(*analysis.snapshot, *edit).snapshot->text("Deployment.toml").contains("= \"4Gi\" }"));
    }
};

ARABESQUE_TEST(MatrixTest)
#include "matrix_test.moc"
