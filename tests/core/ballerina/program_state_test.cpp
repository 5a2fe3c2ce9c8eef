#include "core/ballerina/program_state.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;
using namespace arabesque::ballerina;

namespace {

std::vector<Source> oneSource(const std::string& text) {
    return {{"main.bal", "", std::make_shared<const std::string>(text)}};
}

/// Names of what is state; caches in brackets.
QStringList statesIn(const std::string& text) {
    QStringList names;
    for (const ProgramState& state : programStateOf(oneSource(text))) {
        const QString name = QString::fromStdString(state.name);
        names << (state.isCache ? "[" + name + "]" : name);
    }
    return names;
}

/// The call behind `get health` of the service `/a`.
std::string callIn(const std::string& text) {
    const auto call = clientCallOf(
        oneSource(text), [](std::string_view accessor, std::string_view service, std::string_view path) {
            return accessor == "get" && service == "/a" && path == "health";
        });
    return call ? call->text : "";
}

}

class ProgramStateTest : public QObject {
    Q_OBJECT

private slots:
    void whatStatementsChangeIsState() {
        QCOMPARE(statesIn("int count = 0;\nfunction f() { count = count + 1; }\n"), QStringList{"count"});
        QCOMPARE(statesIn("int count = 0;\nfunction f() { lock { count += 1; } }\n"), QStringList{"count"});
        QCOMPARE(statesIn("map<int> m = {};\nfunction f() { m[\"a\"] = 1; }\n"), QStringList{"m"});
        QCOMPARE(statesIn("Order o = {};\nfunction f() { o.total = 1; }\n"), QStringList{"o"});
        QCOMPARE(statesIn("string[] names = [];\nfunction f() { names.push(\"a\"); }\n"),
                 QStringList{"names"});
        QCOMPARE(statesIn("table<R> key(id) rows = table [];\nservice / on l { resource function get a() { "
                          "rows.add({id: 1}); } }\n"),
                 QStringList{"rows"});
    }

    void whatIsOnlyReadIsNone() {
        QCOMPARE(statesIn("int limit = 5;\nfunction f() returns int { return limit; }\n"), QStringList());
        QCOMPARE(statesIn("int limit = 5;\nfunction f() { if limit == 5 { } int x = limit; }\n"),
                 QStringList());
        QCOMPARE(statesIn("map<int> m = {};\nfunction f() { int? x = m[\"a\"]; int n = m.length(); }\n"),
                 QStringList());
    }

    void whatCannotChangeOrBelongsToAnotherModuleIsNone() {
        const std::string change = "function f() { x = 1; }\n";
        for (const char* declaration :
             {"final int x = 0;", "configurable int x = 0;", "const int x = 0;", "isolated int x = 0;",
              "int[] & readonly x = [];", "http:Client x = check new (\"\");", "log:Logger x = log:root();",
              "listener http:Listener x = new (9090);", "function () returns int x = g;"})
            QVERIFY2(statesIn(std::string(declaration) + "\n" + change).isEmpty(), declaration);
        QCOMPARE(statesIn("function f() { int x = 0; x = 1; }\n"), QStringList());
        QCOMPARE(statesIn("type R record {| int x = 5; |};\nfunction f(R r) { r.x = 1; }\n"), QStringList());
    }

    void cachesAreSeenWithAnyPrefix() {
        QCOMPARE(statesIn("import ballerina/cache;\nfinal cache:Cache prices = new;\n"),
                 QStringList{"[prices]"});
        QCOMPARE(statesIn("import ballerina/cache as c;\nc:Cache prices = new;\n"), QStringList{"[prices]"});
        QCOMPARE(statesIn("import acme/other;\nother:Cache prices = new;\n"), QStringList());
    }

    void placesAreThoseOfNames() {
        const std::string text = "int count = 0;\nfunction f() { count = 1; }\n";
        const auto found = programStateOf(oneSource(text));
        QCOMPARE(found.size(), 1u);
        QCOMPARE(text.substr(found[0].place.range.begin, found[0].place.range.size()), "count");
        QCOMPARE(found[0].place.file, "main.bal");
    }

    void callsOfClientsAreFoundInDepth() {
        const std::string open = "service /a on new http:Listener(9090) { resource function get health() ";
        QCOMPARE(callIn(open + "returns error? { check stock->/status; } }"), "stock->/");
        QCOMPARE(callIn(open + "returns int|error => db->queryRow(`x`); }"), "db->queryRow");
        QCOMPARE(callIn(open + "returns error? { check look(); } }\nfunction look() returns error? { check "
                               "deeper(); }\nfunction deeper() returns error? { check db->ping(); }\n"),
                 "db->ping");
    }

    void whatAnswersByItselfIsFine() {
        const std::string open = "service /a on new http:Listener(9090) { resource function get health() ";
        QCOMPARE(callIn(open + "returns string { return \"ok\"; } resource function get b() { a->f(); } }"),
                 "");
        QCOMPARE(callIn(open + "{ 5 -> w; } }"), "");
        QCOMPARE(callIn(open + "{ again(); } }\nfunction again() { again(); }\n"), "");
        QCOMPARE(callIn("service /b on l { resource function get health() { a->f(); } }"), "");
        QCOMPARE(callIn("service /a on l { resource function post health() { a->f(); } }"), "");
    }

    void halfWrittenSourcesAreBorne() {
        for (const char* text :
             {"", "int", "int x =", "x = ", "service /a on l { resource function get health(",
              "service /a on l { resource function get health() { a->", "}}} x[", "function f() { x.",
              "cache:Cache"}) {
            (void)statesIn(text);
            (void)callIn(text);
        }
    }
};

ARABESQUE_TEST(ProgramStateTest)
#include "program_state_test.moc"
