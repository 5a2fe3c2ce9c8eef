#include "tests/core/ballerina/scanned.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque::ballerina;
using namespace arabesque::ballerina::tests;

namespace {

/// What is found when `typed` stands between two services that are complete, the way a person leaves it mid-sentence.
QString found(const std::string& typed) {
    const auto facts = scanned("import ballerina/http;\n\n"
                               "service /before on new http:Listener(1) {\n"
                               "    resource function get a() {\n    }\n"
                               "}\n\n" +
                               typed +
                               "\n\n"
                               "service /behind on new http:Listener(2) {\n"
                               "    resource function get b() {\n    }\n"
                               "    resource function get c() {\n    }\n"
                               "}\n");
    QStringList lines;
    for (const Service& service : facts.services) {
        QString line = QString::fromStdString(service.path);
        for (const Resource& resource : service.resources)
            line += " " + QString::fromStdString(resource.path);
        lines += line;
    }
    return lines.join('\n');
}

}

/// Services must not come and go while somebody types.
class HalfWrittenSourceTest : public QObject {
    Q_OBJECT

private slots:
    void declarationsLeftUnfinished_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"configurable",
                                  "configurable int",
                                  "configurable int port",
                                  "configurable int port =",
                                  "configurable int port = 9090",
                                  "configurable int port = f(",
                                  "listener http:Listener l = new (9090",
                                  "type",
                                  "type Settings",
                                  "type Settings record {",
                                  "type Settings record {|\n    int a;",
                                  "type Settings record {|\n    int a\n|};",
                                  "enum",
                                  "enum Level {",
                                  "enum Level {\n    LOW,\n",
                                  "import",
                                  "import ballerina/",
                                  "import ballerina/http",
                                  "@http:ServiceConfig {",
                                  "@display",
                                  "@",
                                  "# Documentation",
                                  "final string s = \"abc",
                                  "final string s = `abc",
                                  "final string s = string `abc ${",
                                  "const",
                                  "public",
                                  "function",
                                  "function f",
                                  "function f(",
                                  "function f() returns",
                                  "function f() {",
                                  "function f() {\n    if (a {\n    }\n",
                                  "function f() {\n    foreach int i in [1, 2 {\n        g(i;\n    }\n}",
                                  "function f() {\n    }\n}\n}",
                                  "service",
                                  "service /",
                                  "service /half",
                                  "service /half on",
                                  "int[] a = [1, 2",
                                  "class C {\n    function f() {",
                                  "foo bar baz",
                                  "{",
                                  "}",
                                  "((((",
                                  "))))",
                                  "= = =",
                                  "'",
                                  "\\"}) {
            QTest::newRow(typed) << typed;
        }
    }

    void declarationsLeftUnfinished() {
        QFETCH(QString, typed);
        QCOMPARE(found(typed.toStdString()), "/before a\n/behind b c");
    }

    void aServiceThatIsBeingWrittenIsSeen() {
        QCOMPARE(found("service /half on new http:Listener(9090"), "/before a\n/half\n/behind b c");
        QCOMPARE(found("service /half on new http:Listener(9090) {"), "/before a\n/half\n/behind b c");
        QCOMPARE(found("service /half on new http:Listener(9090) {\n    resource function get"),
                 "/before a\n/half\n/behind b c");
        QCOMPARE(found("service /half on new http:Listener(9090) {\n    resource function get x"),
                 "/before a\n/half x\n/behind b c");
        QCOMPARE(found("service /half on new http:Listener(9090) {\n    resource function get x() {\n        "
                       "if true {"),
                 "/before a\n/half x\n/behind b c");
    }

    void aBraceTooFewDoesNotHideWhatFollowsInTheService() {
        QCOMPARE(found("service /half on new http:Listener(9090) {\n"
                       "    resource function get x() {\n"
                       "        if true {\n"
                       "    }\n"
                       "}\n"),
                 "/before a\n/half x\n/behind b c");
    }

    void aBraceTooManyDoesNotEndTheService() {
        QCOMPARE(found("service /half on new http:Listener(9090) {\n"
                       "    resource function get x() {\n"
                       "    }}\n"
                       "    }\n"
                       "    resource function get y() {\n"
                       "    }\n"
                       "}\n"),
                 "/before a\n/half x y\n/behind b c");
    }

    void aHalfWrittenResourceDoesNotTakeTheNextOne() {
        QCOMPARE(found("service /half on new http:Listener(9090) {\n"
                       "    resource function get x\n"
                       "    resource function get y() {\n"
                       "    }\n"
                       "}\n"),
                 "/before a\n/half x y\n/behind b c");
    }

    void anUnfinishedBodyDoesNotTakeTheNextResource() {
        QCOMPARE(found("service /half on new http:Listener(9090) {\n"
                       "    resource function get x() {\n"
                       "        if true {\n"
                       "            f(string `${\n"
                       "    }\n"
                       "\n"
                       "    resource function get y() {\n"
                       "    }\n"
                       "}\n"),
                 "/before a\n/half x y\n/behind b c");
    }

    void aHalfWrittenDefaultIsNotTheRestOfTheFile() {
        const auto facts = scanned("configurable int a = \nconfigurable int b = 2;\n");
        QCOMPARE(facts.configurables.size(), 2u);
        QCOMPARE(facts.configurables[0].fallback, std::string());
        QVERIFY(!facts.configurables[0].required);
        QCOMPARE(facts.configurables[1].fallback, std::string("2"));
    }
};

ARABESQUE_TEST(HalfWrittenSourceTest)
#include "half_written_source_test.moc"
