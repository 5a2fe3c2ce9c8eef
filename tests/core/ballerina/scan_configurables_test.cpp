#include "tests/core/ballerina/scanned.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque::ballerina;
using namespace arabesque::ballerina::tests;

namespace {

QStringList namesIn(const std::string& text) {
    QStringList names;
    for (const Configurable& configurable : scanned(text).configurables) {
        names += QString::fromStdString(configurable.name);
    }
    return names;
}

Configurable only(const std::string& text) {
    const auto facts = scanned(text);
    return facts.configurables.size() == 1 ? facts.configurables[0] : Configurable{};
}

}

class ScanConfigurablesTest : public QObject {
    Q_OBJECT

private slots:
    void aValueIsRequiredOrHasADefault() {
        const auto required = only("configurable string token = ?;");
        QVERIFY(required.required);
        QCOMPARE(required.fallback, std::string());
        const auto optional = only("configurable int port = 9090;");
        QVERIFY(!optional.required);
        QCOMPARE(optional.fallback, std::string("9090"));
    }

    void theDefaultIsKeptAsWritten_data() {
        QTest::addColumn<QString>("value");
        for (const char* value : {"\"a;b\"", "string `x;${f({a: 1})};`", "{a: [1, 2], \"b\": {c: \"}\"}}",
                                  "f(1;2)", "a ? b : c", "[\n    1,  // one\n    2\n]",
                                  "\"quote \\\" and ;\"", "1.5d", "table []", "let int x = 1 in x + 1"}) {
            QTest::newRow(value) << value;
        }
    }

    void theDefaultIsKeptAsWritten() {
        QFETCH(QString, value);
        const auto text = "configurable anydata x = " + value.toStdString() + ";\nint other = 1;\n";
        QCOMPARE(QString::fromStdString(only(text).fallback), value);
    }

    void documentationIsOneSentenceLong() {
        const auto found = only("# Port of the API.\n"
                                "#\n"
                                "#   Behind the gateway.  \n"
                                "# + ignored - no parameter here\n"
                                "configurable int port = 9090;\n");
        QCOMPARE(found.documentation, std::string("Port of the API. Behind the gateway."));
    }

    void theLabelIsFromTheDisplayAnnotation() {
        const auto found = only("# Port\n"
                                "@display {\n    label: \"API \\\"port\\\"\",\n    kind: \"number\"\n}\n"
                                "@other:Thing\n"
                                "public configurable int port = 9090;\n");
        QCOMPARE(found.label, std::string("API \"port\""));
        QCOMPARE(found.documentation, std::string("Port"));
        QCOMPARE(only("@display {kind: \"number\"}\nconfigurable int port = 1;").label, std::string());
    }

    void thePlaceIsTheName() {
        const std::string text = "configurable int 'port = 9090;";
        const auto found = only(text);
        QCOMPARE(found.name, std::string("port"));
        QCOMPARE(covered(text, found.place), "'port");
    }

    void typesMayBeLong() {
        const auto found =
            only("configurable map<record {|\n    string a = \"=\";\n    int b;\n|}> settings = {};\n");
        QCOMPARE(found.name, std::string("settings"));
        QCOMPARE(found.type.kind, Type::Kind::Map);
        QCOMPARE(found.fallback, std::string("{}"));
    }

    void onlyModuleLevelConfigurablesCount() {
        QCOMPARE(namesIn("// configurable int a = 1;\n"
                         "# configurable int b = 1;\n"
                         "string s = \"configurable int c = 1;\";\n"
                         "function f() { string d = string `configurable int e = 1;`; }\n"
                         "final int g = 1;\n"
                         "configurable int h = 1;\n"),
                 QStringList("h"));
    }

    void allOfAPackageInOrder() {
        const auto facts = scan({source("modules/util/util.bal", "configurable int u = 1;"),
                                 source("z.bal", "configurable int z = 1;"),
                                 source("modules/db/db.bal", "configurable int d = 1;"),
                                 source("a.bal", "configurable int b = 1;\nconfigurable int a = 1;")});
        QStringList found;
        for (const Configurable& configurable : facts.configurables) {
            found += QString::fromStdString(configurable.module + ":" + configurable.name);
        }
        QCOMPARE(found, QStringList({":b", ":a", ":z", "db:d", "util:u"}));
    }
};

ARABESQUE_TEST(ScanConfigurablesTest)
#include "scan_configurables_test.moc"
