#include "core/rules/rule_list.h"
#include "tests/core/rules/rule_run.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

/// What the rules say of Config.toml beside sources and Ballerina.toml: a line each.
class ConfigTomlRulesTest : public QObject {
    Q_OBJECT

private slots:
    void mistakesAreSaid_data() {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* rule, const char* name, const char* source, const char* text,
                            const char* said) {
            QTest::newRow(name) << QByteArray(rule) << QByteArray(source) << QByteArray(text)
                                << QByteArray(said);
        };
        row("configurable-value", "an element of a list", "configurable int[] sizes = ?;",
            "[acme.orders]\nsizes = [1, «\"2\"»]\n",
            "RUNTIME_0074 error: configurable variable 'sizes[1]' is expected to be of type 'int', but found "
            "'STRING'; "
            "the program stops at its start\n");
        row("configurable-value", "a map of decimals as a table", "configurable map<decimal> rates = {};",
            "[acme.orders.rates]\nde = «19»\nfr = 20.0\n",
            "RUNTIME_0074 error: configurable variable 'rates.de' is expected to be of type 'decimal', but "
            "found "
            "'INTEGER'; the program stops at its start\n");
        row("required-key", "a field without default",
            "configurable record {| string host; int port = 1; |} db = ?;", "«[acme.orders.db]»\nport = 5\n",
            "RUNTIME_0081 error: 'acme.orders.db' has no 'host', which has no default; the program stops at "
            "its start\n");
        row("required-key", "a record in a record",
            "type Pool record {| int size; |};\nconfigurable record {| Pool pool; |} db = ?;",
            "«[acme.orders.db]»\n",
            "RUNTIME_0081 error: 'acme.orders.db' has no 'pool', which has no default; the program stops at "
            "its start\n");
        row("unknown-key", "in a closed record", "configurable record {| int port = 1; |} db = {};",
            "[acme.orders.db]\n«prt = 5»\n",
            "RUNTIME_0091 error: 'acme.orders.db.prt' is no configurable variable of this program; the "
            "program stops at "
            "its start\n");
        row("unknown-key", "in an open record", "configurable record { int port = 1; } db = {};",
            "[acme.orders.db]\nprt = 5\n", "");
        row("unknown-key", "in a module that is imported", "import ballerina/log;",
            "[ballerina.log]\n«levle = \"DEBUG\"»\n",
            "RUNTIME_0091 error: 'ballerina.log.levle' is no configurable variable of this program; the "
            "program stops "
            "at its start\n");
        row("wrong-type", "an integer for a decimal of http", "import ballerina/http;",
            "[ballerina.http.defaultListenerConfig]\ntimeout = «60»\n",
            "RUNTIME_0074 error: configurable variable 'timeout' is expected to be of type 'decimal', but "
            "found "
            "'INTEGER'; the program stops at its start\n");
        row("value-out-of-range", "a level in lower case", "import ballerina/log;",
            "[ballerina.log]\nlevel = «\"info\"»\n",
            "RUNTIME_0074 error: 'level' may be \"DEBUG\", \"INFO\", \"WARN\", \"ERROR\", not \"info\"\n");
        row("unlinked-section", "a module nobody imports", "import ballerina/http;",
            "«[ballerinax.prometheus]»\nport = 9797\n",
            "RUNTIME_0091 warning: no source imports ballerinax/prometheus: unless another package brings it "
            "along, the "
            "program stops at its start because of this section\n");
        row("unlinked-section", "one that http brings", "import ballerina/http;",
            "[ballerina.log]\nlevel = \"INFO\"\n", "");
        row("observability-is-built-in", "metrics that nothing measures", "import ballerina/http;",
            "[ballerina.observe]\nmetricsEnabled = «true»\n",
            "warning: this has no effect: the program is built without 'observabilityIncluded'\n");
        row("observability-is-built-in", "metrics that are off", "import ballerina/http;",
            "[ballerina.observe]\nmetricsEnabled = false\n", "");
    }
    void mistakesAreSaid() {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, said);
        const RuleRun run{.rule = ruleNamed(rule.toStdString()),
                          .file = "Config.toml",
                          .sources = source.toStdString() + '\n'};
        QCOMPARE(run.says(text.toStdString()), said.toStdString());
    }

    void partsOfAValueAreMended() {
        const MarkedText text = marked("[acme.orders]\nsizes = [1, \"2\"] # two\n");
        const RuleRun run{
            .rule = configurable_value, .file = "Config.toml", .sources = "configurable int[] sizes = ?;\n"};
        const auto found = run.on(text);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(afterFix(text, found[0], 0), "[acme.orders]\nsizes = [1, 2] # two\n");
    }
    void observabilityThatIsBuiltInWorks() {
        const RuleRun run{.rule = observability_is_built_in,
                          .file = "Config.toml",
                          .sources = "import ballerina/http;\n",
                          .packageToml = "[build-options]\nobservabilityIncluded = true\n"};
        QCOMPARE(run.says("[ballerina.observe]\ntracingEnabled = true\n"), "");
    }
};

ARABESQUE_TEST(ConfigTomlRulesTest)
#include "config_toml_rules_test.moc"
