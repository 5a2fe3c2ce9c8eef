#include "tests/core/ballerina/scanned.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque;
using namespace arabesque::ballerina;
using namespace arabesque::ballerina::tests;

namespace {

std::string withImports(const std::string& text) {
    return "import ballerina/http;\nimport ballerina/graphql;\nimport ballerinax/kafka;\n" + text;
}

QString servicesOf(const std::string& text) {
    return services(scanned(withImports(text)));
}

QString problemsOf(const std::string& text) {
    return problems(withImports(text));
}

/// The text after the first fix of the first diagnostic.
QString afterFix(const std::string& text) {
    const auto facts = scanned(text);
    if (facts.diagnostics.empty() || facts.diagnostics[0].fixes.empty()) return "no fix";
    return QString::fromStdString(applied(text, "main.bal", facts.diagnostics[0].fixes[0].edit));
}

}

/// The rows of the reference's section 5.3 and 5.5, one after the other.
class PortFinderTest : public QObject {
    Q_OBJECT

private slots:
    void aLiteralIsThePort() {
        QCOMPARE(servicesOf("service /a on new http:Listener(9090, timeout = 5) { }"), "/a 9090");
        QCOMPARE(servicesOf("service /a on new http:Listener(9090, {secureSocket: {key: \"k\"}}) { }"),
                 "/a 9090");
        QCOMPARE(problemsOf("service /a on new http:Listener(9090) { }"), "");
    }

    void everyNativeListenerCounts_data() {
        QTest::addColumn<QString>("module");
        for (const char* module :
             {"http", "grpc", "graphql", "tcp", "udp", "websocket", "websub", "websubhub", "ai"}) {
            QTest::newRow(module) << module;
        }
    }

    void everyNativeListenerCounts() {
        QFETCH(QString, module);
        const auto text = QStringLiteral("import ballerina/%1;\n"
                                         "listener %1:Listener shared = new (1);\n"
                                         "service /a on shared { }\n"
                                         "service /b on new %1:Listener(2) { }\n");
        QCOMPARE(services(scanned(text.arg(module).toStdString())), "/a 1\n/b 2");
    }

    void anAliasOfTheImportIsFollowed() {
        QCOMPARE(services(scanned("import ballerina/http as web;\nservice /a on new web:Listener(1) { }")),
                 "/a 1");
        QCOMPARE(services(scanned("import acme/web as http;\nservice /a on new http:Listener(1) { }")), "");
    }

    void aServiceIsSeenBeforeItsImportIsWritten() {
        QCOMPARE(services(scanned("service /a on new http:Listener(9090) { }")), "/a 9090");
    }

    void otherListenersAreLeftOutSilently() {
        const std::string text = "listener kafka:Listener events = new (\"host:9092\");\n"
                                 "service on events { }\n"
                                 "service on new kafka:Listener(\"host:9092\") { }\n";
        QCOMPARE(servicesOf(text), "");
        QCOMPARE(problemsOf(text), "");
    }

    void implicitNewOfADeclaredListener() {
        QCOMPARE(servicesOf("listener http:Listener l = new (9090);\nservice /a on l { }"), "/a 9090");
        QCOMPARE(servicesOf("listener http:Listener l = new (port = 9090);\nservice /a on l { }"), "/a 9090");
        QCOMPARE(servicesOf("int p = 8080;\nlistener http:Listener l = new (p);\nservice /a on l { }"),
                 "/a 8080");
        QCOMPARE(servicesOf("int p = 8080;\nlistener http:Listener l = new (port = p);\nservice /a on l { }"),
                 "/a 8080");
    }

    void aListenerOnAListenerHasItsPort() {
        QCOMPARE(servicesOf("listener http:Listener l = new (9090);\n"
                            "listener graphql:Listener g = new (l);\n"
                            "service /a on g { }\n"
                            "service /b on new graphql:Listener(l) { }\n"),
                 "/a 9090\n/b 9090");
    }

    void listenersThatStandOnEachOtherEnd() {
        const std::string text = "listener http:Listener a = new (b);\nlistener http:Listener b = new (a);\n"
                                 "service / on a { }\n";
        QCOMPARE(servicesOf(text), "");
        QVERIFY(problemsOf(text).startsWith("C2C_002"));
    }

    void checkedNewWorksInAPlainVariableOnly() {
        QCOMPARE(servicesOf("http:Listener l = check new (9090);\nservice /a on l { }"), "/a 9090");
        QCOMPARE(servicesOf("final http:Listener l = new (9090);\nservice /a on l { }"), "/a 9090");
        QCOMPARE(problemsOf("listener http:Listener l = check new (9090);\nservice /a on l { }"),
                 "C2C_002 l");
    }

    void otherInitializersAreNotUnderstood_data() {
        QTest::addColumn<QString>("listener");
        QTest::newRow("explicit new") << "listener http:Listener l = new http:Listener(9090);";
        QTest::newRow("no type") << "listener l = new http:Listener(9090);";
        QTest::newRow("sum") << "listener http:Listener l = new (9000 + 90);";
        QTest::newRow("hexadecimal") << "listener http:Listener l = new (0x2382);";
        QTest::newRow("too large") << "listener http:Listener l = new (4294967296);";
        QTest::newRow("no argument") << "listener http:Listener l = new ();";
        QTest::newRow("bare new") << "listener http:Listener l = new;";
        QTest::newRow("other named argument") << "listener http:Listener l = new (listenOn = 9090);";
        QTest::newRow("default listener") << "listener http:Listener l = http:getDefaultListener();";
        QTest::newRow("own function")
            << "listener l = make();\nfunction make() returns http:Listener => new (1);";
        QTest::newRow("nowhere declared") << "";
    }

    void otherInitializersAreNotUnderstood() {
        QFETCH(QString, listener);
        const auto text = listener.toStdString() + "\nservice /a on l { }\n";
        QCOMPARE(servicesOf(text), "");
        QCOMPARE(problemsOf(text), "C2C_002 l");
    }

    void inlineArgumentsThatAreNotUnderstood() {
        QCOMPARE(problemsOf("service / on new http:Listener(9000 + 90) { }"), "C2C_002 9000 + 90");
        QCOMPARE(problemsOf("service / on new http:Listener(0x2382) { }"), "C2C_002 0x2382");
        QCOMPARE(problemsOf("service / on new http:Listener(ports:API) { }"), "C2C_002 ports:API");
        QCOMPARE(problemsOf("service / on new http:Listener(check f()) { }"), "C2C_002 check f()");
        QCOMPARE(problemsOf("service / on new http:Listener(unknown) { }"), "C2C_002 unknown");
        QCOMPARE(problemsOf("service / on new http:Listener() { }"), "C2C_002 new http:Listener()");
    }

    void aNamedPortInlineIsLost() {
        const std::string text = "service / on new http:Listener(port = 9090) { }";
        QCOMPARE(servicesOf(text), "");
        QCOMPARE(problemsOf(text), "listener-not-exposed new http:Listener(port = 9090)");
    }

    void theDefaultListenerInlineIsLost() {
        const std::string text = "service / on http:getDefaultListener() { }";
        QCOMPARE(servicesOf(text), "");
        QCOMPARE(problemsOf(text), "listener-not-exposed http:getDefaultListener()");
    }

    void oneFailingListenerDropsTheService() {
        const std::string text = "listener http:Listener bad = new (1 + 1);\n"
                                 "service / on new http:Listener(9090), bad { }\n";
        QCOMPARE(servicesOf(text), "");
        QCOMPARE(problemsOf(text), "C2C_002 bad");
    }

    void severalListeners() {
        QCOMPARE(servicesOf("listener http:Listener a = new (1);\nservice /x on a, new http:Listener(2) { }"),
                 "/x 1 2");
        QCOMPARE(servicesOf("service /x on new http:Listener(port = 1), new http:Listener(2) { }"), "/x 2");
    }

    void aListenerOfAnotherModuleIsNotSeen() {
        const auto facts =
            scan({source("main.bal", withImports("service / on shared { }")),
                  source("modules/db/db.bal", withImports("listener http:Listener shared = new (1);"))});
        QCOMPARE(services(facts), "");
    }

    void aListenerOfAnotherFileOfTheModuleIsSeen() {
        const auto facts =
            scan({source("a.bal", withImports("service / on shared { }")),
                  source("b.bal", withImports("listener http:Listener shared = new (9090);"))});
        QCOMPARE(services(facts), "/ 9090");
        QCOMPARE(facts.services[0].place.file, std::string("a.bal"));
        QCOMPARE(facts.services[0].ports[0].place.file, std::string("b.bal"));
    }

    void aPortVariable() {
        const std::string use = "service / on new http:Listener(p) { }";
        QCOMPARE(servicesOf("final int p = 8080;\n" + use), "/ 8080");
        QCOMPARE(problemsOf("final int p = 8080;\n" + use), "");
        QCOMPARE(servicesOf("int p = 0;\n" + use), "");
        QCOMPARE(problemsOf("int p = 0;\n" + use), "");
    }

    void aConfigurablePortMayChange() {
        const std::string text = "# Where we listen\nconfigurable int p = 8080;\n";
        QCOMPARE(servicesOf(text + "service / on new http:Listener(p) { }"), "/ 8080");
        QCOMPARE(problemsOf(text + "service / on new http:Listener(p) { }"),
                 "C2C_006 configurable int p = 8080");
        QCOMPARE(problemsOf(text + "listener http:Listener l = new (p);\nservice / on l { }"),
                 "C2C_006 configurable int p = 8080");
    }

    void eachUseWarnsAgain() {
        QCOMPARE(problemsOf("configurable int p = 80;\n"
                            "service /a on new http:Listener(p) { }\n"
                            "service /b on new http:Listener(p) { }\n"),
                 "C2C_006 configurable int p = 80\nC2C_006 configurable int p = 80");
    }

    void aConfigurablePortWithoutDefault() {
        const std::string text = "public configurable int p = ?;\n";
        QCOMPARE(servicesOf(text + "service / on new http:Listener(p) { }"), "");
        QCOMPARE(problemsOf(text + "service / on new http:Listener(p) { }"),
                 "C2C_005 public configurable int p = ?");
        QCOMPARE(problemsOf(text + "listener http:Listener l = new (p);\nservice / on l { }"),
                 "C2C_005 public configurable int p = ?\nC2C_002 l");
    }

    void otherPortVariablesAreNotUnderstood() {
        const std::string use = "service / on new http:Listener(p) { }";
        for (const std::string declaration :
             {"int p = 8999 + 1;", "int p = 0x2382;", "int p = other;", "const int p = 9090;",
              "const p = 9090;", "int:Unsigned16 p = 9090;", "byte p = 90;"}) {
            QCOMPARE(problemsOf(declaration + "\n" + use), "C2C_002 p");
            QCOMPARE(problemsOf(declaration + "\nlistener http:Listener l = new (p);\nservice / on l { }"),
                     "C2C_002 p\nC2C_002 l");
        }
    }

    void aListenerMayExposeAParameter() {
        const auto facts =
            scan({source("main.bal", withImports("import acme/shop.events;\n"
                                                 "int p = 7002;\n"
                                                 "listener http:Listener web = new (7003);\n"
                                                 "listener events:Listener a = new ({}, 7001);\n"
                                                 "listener events:Listener b = new ({}, p);\n"
                                                 "listener events:Listener c = new ({}, web);\n"
                                                 "service /a on a { resource function get x() { } }\n"
                                                 "service /b on b { }\n"
                                                 "service /c on c { }\n"
                                                 "service /d on new events:Listener({}, 7004) { }\n")),
                  source("modules/events/listener.bal",
                         "import ballerina/cloud;\nimport ballerina/http;\n"
                         "public class Listener {\n"
                         "    function init(record {} settings, @cloud:Expose int|http:Listener port) { }\n"
                         "}\n")});
        QCOMPARE(services(facts), "/a 7001\n/b 7002\n/c 7003\n/d 7004");
        QVERIFY(facts.services[0].resources.empty());
        QVERIFY(facts.diagnostics.empty());
    }

    void anExposedParameterWithoutItsArgument() {
        const std::string main =
            "import acme/shop.events;\nlistener events:Listener l = new ({});\nservice / on l { }\n";
        const std::string begin =
            "import ballerina/cloud as c2c;\npublic class Listener {\n    function init(map<int> m, ";
        for (const auto& [parameter, code] : {std::pair{"@c2c:Expose int port", "C2C_002"},
                                              std::pair{"@c2c:Expose int port = 8090", "C2C_018"}}) {
            const auto text = begin + parameter + ") { }\n}\n";
            const auto facts = scan({source("main.bal", main), source("modules/events/listener.bal", text)});
            QCOMPARE(services(facts), "");
            QCOMPARE(facts.diagnostics.size(), 1u);
            QCOMPARE(facts.diagnostics[0].code, std::string(code));
            QCOMPARE(covered(text, facts.diagnostics[0].place), parameter);
        }
    }

    void aListenerMadeInPlaceThatCanFailIsLeftOut() {
        const auto facts = scan(
            {source("main.bal", "import acme/shop.events;\nservice / on new events:Listener(7001) { }\n"),
             source("modules/events/listener.bal",
                    "import ballerina/cloud;\npublic class Listener {\n"
                    "    function init(@cloud:Expose int port) returns error? { }\n}\n")});
        QCOMPARE(services(facts), "");
        QVERIFY(facts.diagnostics.empty());
    }

    void listenersOfTriggersAreKnown() {
        const std::string imports = "import ballerinax/trigger.github;\nimport ballerinax/trigger.twilio;\n";
        QCOMPARE(
            servicesOf(imports +
                       "listener github:Listener l = new ({}, 8090);\nservice github:IssuesService on l { }"),
            " 8090");
        QCOMPARE(servicesOf(imports + "listener twilio:Listener l = new (8090);\nservice on l { }"), " 8090");
        QCOMPARE(problemsOf(imports + "listener github:Listener l = new ({});\nservice on l { }"),
                 "C2C_018 l");
        QCOMPARE(
            problemsOf(imports + "listener twilio:Listener l = new (listenOn = 8090);\nservice on l { }"),
            "C2C_018 l");
    }

    void textsAreTheOriginalOnes() {
        const auto facts = scanned("configurable int p = 80;\nconfigurable int q = ?;\n"
                                   "service /a on new http:Listener(p) { }\n"
                                   "service /b on new http:Listener(q) { }\n"
                                   "service /c on new http:Listener(r) { }\n");
        QCOMPARE(facts.diagnostics.size(), 3u);
        QCOMPARE(facts.diagnostics[0].message.english(),
                 "default value of configurable variable `p` could be overridden in runtime");
        QCOMPARE(facts.diagnostics[0].rule, "configurable-port-may-change");
        QCOMPARE(
            facts.diagnostics[1].message.english(),
            "default value is not specified for the configurable variable `q`. cloud artifacts will not be "
            "generated for this variable");
        QCOMPARE(facts.diagnostics[1].rule, "configurable-port-without-default");
        QCOMPARE(facts.diagnostics[2].message.english(), "failed to retrieve port");
        QCOMPARE(facts.diagnostics[2].rule, "port-not-resolved");
        for (const Diagnostic& diagnostic : facts.diagnostics)
            QCOMPARE(diagnostic.severity, Severity::Warning);
    }

    void fixesMakeThePortReadable() {
        QCOMPARE(
            afterFix("listener http:Listener l = new http:Listener(9090, timeout = 5);\nservice / on l { }"),
            "listener http:Listener l = new (9090, timeout = 5);\nservice / on l { }");
        QCOMPARE(afterFix("listener l = check new http:Listener(9090);\nservice / on l { }"),
                 "listener http:Listener l = new (9090);\nservice / on l { }");
        QCOMPARE(afterFix("listener http:Listener l = http:getDefaultListener();\nservice / on l { }"),
                 "listener http:Listener l = new (9090);\nservice / on l { }");
        QCOMPARE(afterFix("public const int p = 80;\nservice / on new http:Listener(p) { }"),
                 "public final int p = 80;\nservice / on new http:Listener(p) { }");
        QCOMPARE(afterFix("service / on new http:Listener(port = 80, timeout = 5) { }"),
                 "service / on new http:Listener(80, timeout = 5) { }");
        QCOMPARE(afterFix("service / on http:getDefaultListener() { }"),
                 "service / on new http:Listener(9090) { }");
    }

    void noFixWhereItWouldNotHelp() {
        QCOMPARE(afterFix("listener http:Listener l = new http:Listener(9000 + 90);\nservice / on l { }"),
                 "no fix");
        QCOMPARE(afterFix("const int p = 79 + 1;\nservice / on new http:Listener(p) { }"), "no fix");
    }
};

ARABESQUE_TEST(PortFinderTest)
#include "port_finder_test.moc"
