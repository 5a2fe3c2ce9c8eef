#include "core/schema/configurable_value.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

/// The type of a variable declared so, with what it refers to.
ballerina::Type typeOf(const QByteArray& type, const QByteArray& declarations) {
    const QByteArray source = declarations + "\nconfigurable " + type + " v = ?;\n";
    const auto facts = ballerina::scan({{.file = "main.bal",
                                         .module = {},
                                         .text = std::make_shared<const std::string>(source.toStdString())}});
    return facts.configurables.empty() ? ballerina::Type{} : facts.configurables.front().type;
}

}

/// Values of each kind of type against what the runtime takes.
class ConfigurableValueTest : public QObject {
    Q_OBJECT

private slots:
    void valuesFitOrNot_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("misfits");   // codes, with the cure in brackets
        const auto row = [](const char* type, const char* value, const char* misfits = "") {
            QTest::addRow("%s: %s", type, value)
                << QByteArray(type) << QByteArray(value) << QByteArray(misfits);
        };
        row("int", "8080");
        row("int", "8080.0", "0074");
        row("int", "\"8080\"", "0074(8080)");
        row("byte", "255");
        row("byte", "256", "0075");
        row("float", "30.0");
        row("float", "30", "0074(30.0)");
        row("decimal", "\"30\"", "0074(30.0)");
        row("boolean", "true");
        row("boolean", "\"true\"", "0074(true)");
        row("string", "\"x\"");
        row("string", "5", "0074(\"5\")");
        row("xml", "\"<a/>\"");
        row("string?", "\"x\"");
        row("int:Signed32", "5", "0073");
        row("int[]", "[1, 2]");
        row("int[]", "[]");
        row("int[]", "[1, \"2\", 3.0]", "0074(2) 0074");
        row("int[]", "\"[1, 2]\"", "0074([1, 2])");
        row("int[][]", "[[1], [2, 3]]");
        row("int[][]", "[[1], 2]", "0074");
        row("decimal[]", "[1, 2.5]", "0074(1.0)");
        row("string[] & readonly", "[\"a\"]");
        row("readonly & string[]", "[1]", "0074(\"1\")");
        row("map<int>", "{ a = 1, b = 2 }");
        row("map<int>", "{ a = \"1\" }", "0074(1)");
        row("map<int>", "[1]", "0074");
        row("map<map<boolean>>", "{ a = { b = 1 } }", "0074");
        row("Level", "\"INFO\"");
        row("Level", "\"info\"", "0074(\"INFO\")");
        row("1|2|\"many\"", "2");
        row("1|2|\"many\"", "\"many\"");
        row("1|2|\"many\"", "3", "0074");
        row("Point", "{ x = 1, y = 2 }");
        row("Point", "{ x = 1, y = 2, label = \"a\" }");
        row("Point", "{ x = 1 }", "0081");
        row("Point", "{ x = 1, y = 2, z = 3 }", "0079");
        row("Point", "{ x = 1, y = \"2\" }", "0074(2)");
        row("Point", "5", "0074");
        row("Open", "{ name = \"a\", more = 5 }");
        row("Rest", "{ name = \"a\", more = 5 }");
        row("Rest", "{ name = \"a\", more = \"x\" }", "0074");
        row("Point[]", "[{ x = 1, y = 2 }, { x = 1 }]", "0081");
        row("table<Row> key(id)", "[{ id = 1, name = \"a\" }]");
        row("table<Row> key(id)", "[{ name = \"a\" }]", "0082");
        row("table<Row> key(id)", "{ id = 1 }", "0074");
        row("int|string", "5");
        row("int|string", "\"x\"");
        row("int|string", "true", "0074");
        row("float|decimal", "1.0", "0078");
        row("string|xml", "\"x\"", "0078");
        row("int|Point", "{ x = 1, y = 2 }");
        row("int|Point", "{ x = 1 }", "0074");
        row("Nested", "{ points = [{ x = 1, y = 2 }], level = \"INFO\", limits = { a = 1.0 } }");
        row("Nested", "{ points = [{ x = 1, y = true }], level = \"x\", limits = { a = 1 } }",
            "0074 0074 0074(1.0)");
        row("json", "{ a = [1, \"x\"] }");
        row("http:ClientConfiguration", "{ a = 1 }");
    }
    void valuesFitOrNot() {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, misfits);
        const auto read =
            typeOf(type, "enum Level { INFO, DEBUG }\n"
                         "type Point record {| int x; int y; string label?; |};\n"
                         "type Open record { string name; };\n"
                         "type Rest record {| string name; int...; |};\n"
                         "type Row record {| readonly int id; string name = \"\"; |};\n"
                         "type Nested record {| Point[] points; Level level; map<decimal> limits; |};\n");
        const toml::Document document("v = " + value.toStdString());
        QVERIFY(document.valid());
        std::string said;
        for (const Misfit& misfit : misfitsOf("v", *document.root().member("v"), read)) {
            QVERIFY2(misfit.code.starts_with("RUNTIME_"), misfit.code.c_str());
            QVERIFY(!misfit.message.english().contains('%'));
            said += (said.empty() ? "" : " ") + misfit.code.substr(8);
            if (!misfit.cure.empty()) said += '(' + misfit.cure + ')';
        }
        QCOMPARE(said, misfits.toStdString());
    }
};

ARABESQUE_TEST(ConfigurableValueTest)
#include "configurable_value_test.moc"
