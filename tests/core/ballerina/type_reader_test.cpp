#include "tests/core/ballerina/scanned.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque::ballerina;
using namespace arabesque::ballerina::tests;

namespace {

QString describe(const Type& type);

QString describeAll(const std::vector<Type>& types) {
    QStringList parts;
    for (const Type& type : types) parts += describe(type);
    return parts.join(", ");
}

QString describeFields(const Type& record) {
    QStringList fields;
    for (const Type::Field& field : record.fields) {
        fields += QString::fromStdString(field.name) + (field.required ? "" : "?") + " " +
                  describe(field.type.at(0));
    }
    if (!record.parts.empty()) fields += describeAll(record.parts) + "...";
    return fields.join(", ");
}

QString joined(const std::vector<std::string>& texts) {
    QStringList parts;
    for (const std::string& text : texts) parts += QString::fromStdString(text);
    return parts.join(", ");
}

/// "Array(Int)?", "Enum("a", 1)", "Record{a Int, b? String}": what a type is, short enough to read.
QString describe(const Type& type) {
    const QString optional = type.optional ? "?" : "";
    switch (type.kind) {
    case Type::Kind::Int: return "Int" + optional;
    case Type::Kind::Byte: return "Byte" + optional;
    case Type::Kind::Float: return "Float" + optional;
    case Type::Kind::Decimal: return "Decimal" + optional;
    case Type::Kind::Boolean: return "Boolean" + optional;
    case Type::Kind::String: return "String" + optional;
    case Type::Kind::Xml: return "Xml" + optional;
    case Type::Kind::Array: return "Array(" + describeAll(type.parts) + ")" + optional;
    case Type::Kind::Map: return "Map(" + describeAll(type.parts) + ")" + optional;
    case Type::Kind::Union: return "Union(" + describeAll(type.parts) + ")" + optional;
    case Type::Kind::Enum: return "Enum(" + joined(type.members) + ")" + optional;
    case Type::Kind::Table:
        return "Table(" + describeAll(type.parts) + "; " + joined(type.keys) + ")" + optional;
    case Type::Kind::Tuple:
        return "Tuple(" + describeAll(type.parts) + (type.rest.empty() ? "" : "; " + describeAll(type.rest)) +
               ")" + optional;
    case Type::Kind::Other: return "Other(" + QString::fromStdString(type.text) + ")" + optional;
    case Type::Kind::Record:
        return (type.closed ? "Closed{" : "Record{") + describeFields(type) + "}" + optional;
    }
    return {};
}

/// The type of `configurable TYPE x = ?;` in a source that also declares `more`.
Type read(const std::string& type, const std::string& more = {}) {
    const auto facts = scanned("configurable " + type + " x = ?;\n" + more);
    return facts.configurables.empty() ? Type{} : facts.configurables[0].type;
}

}

class TypeReaderTest : public QObject {
    Q_OBJECT

private slots:
    void simpleTypes() {
        QCOMPARE(describe(read("int")), "Int");
        QCOMPARE(describe(read("byte")), "Byte");
        QCOMPARE(describe(read("float")), "Float");
        QCOMPARE(describe(read("decimal")), "Decimal");
        QCOMPARE(describe(read("boolean")), "Boolean");
        QCOMPARE(describe(read("string")), "String");
        QCOMPARE(describe(read("xml")), "Xml");
    }

    void typesKnownByNameOnly() {
        QCOMPARE(describe(read("json")), "Other(json)");
        QCOMPARE(describe(read("anydata")), "Other(anydata)");
        QCOMPARE(describe(read("int:Signed32")), "Other(int:Signed32)");
        QCOMPARE(describe(read("string:Char")), "Other(string:Char)");
        QCOMPARE(describe(read("http:ListenerConfiguration")), "Other(http:ListenerConfiguration)");
        QCOMPARE(describe(read("Unknown")), "Other(Unknown)");
        QCOMPARE(describe(read("[int, string...]")), "Tuple(Int; String)");
        QCOMPARE(describe(read("function (int) returns string")), "Other(function (int) returns string)");
    }

    void nilMakesATypeOptional() {
        QCOMPARE(describe(read("int?")), "Int?");
        QCOMPARE(describe(read("int|()")), "Int?");
        QCOMPARE(describe(read("()|int|string")), "Union(Int, String)?");
        QCOMPARE(describe(read("int?[]")), "Array(Int?)");
        QCOMPARE(describe(read("int[]?")), "Array(Int)?");
    }

    void arraysMapsAndTables() {
        QCOMPARE(describe(read("int[]")), "Array(Int)");
        QCOMPARE(describe(read("int[2][*]")), "Array(Array(Int))");
        QCOMPARE(describe(read("(int|string)[]")), "Array(Union(Int, String))");
        QCOMPARE(describe(read("int|string[]")), "Union(Int, Array(String))");
        QCOMPARE(describe(read("map<map<int>[]>")), "Map(Array(Map(Int)))");
        QCOMPARE(describe(read("table<map<string>>")), "Table(Map(String); )");
        QCOMPARE(describe(read("table<Row> key(id, 'type)",
                               "type Row record {| readonly int id; string 'type; |};")),
                 "Table(Closed{id Int, type String}; id, type)");
    }

    void readonlyIsLeftOut() {
        QCOMPARE(describe(read("int[] & readonly")), "Array(Int)");
        QCOMPARE(describe(read("readonly & map<string>")), "Map(String)");
        QCOMPARE(describe(read("(record {| int a; |} & readonly)?")), "Closed{a Int}?");
        QCOMPARE(describe(read("A & B", "type A record {};\ntype B record {};")), "Other(A & B)");
    }

    void literalsBecomeAnEnumeration() {
        QCOMPARE(describe(read("\"a\"|\"b\"")), "Enum(\"a\", \"b\")");
        QCOMPARE(describe(read("1|-2|0x10|2.5d|3f|true|\"x\"")), "Enum(1, -2, 16, 2.5, 3.0, true, \"x\")");
        QCOMPARE(describe(read("\"a\\tb\\u{e9}\\\\\\\"\"|\"c\"")), "Enum(\"a\\tbé\\\\\\\"\", \"c\")");
        QCOMPARE(describe(read("\"auto\"|int")), "Union(Enum(\"auto\"), Int)");
        QCOMPARE(describe(read("\"a\"|\"b\"?")), "Enum(\"a\", \"b\")?");
    }

    void enumerationsTakeTheValuesOfTheirMembers() {
        QCOMPARE(
            describe(read("Level", "enum Level { DEBUG, # chatty\n INFO = \"info\", @deprecated WARN }")),
            "Enum(\"DEBUG\", \"info\", \"WARN\")");
        QCOMPARE(describe(read("Level?", "public enum Level { ON }")), "Enum(\"ON\")?");
        QCOMPARE(describe(read("Level|\"off\"", "enum Level { ON }")), "Enum(\"ON\", \"off\")");
        QCOMPARE(describe(read("ON|OFF", "enum Level { ON, OFF, IDLE }")), "Enum(\"ON\", \"OFF\")");
        QCOMPARE(describe(read("Level", "const LOW = \"low\";\nenum Level { LOWEST = LOW }")),
                 "Enum(\"low\")");
    }

    void anEnumerationThatWouldHaveToBeComputedIsAString() {
        QCOMPARE(describe(read("Level", "enum Level { A, B = \"b\" + \"c\" }")), "String");
    }

    void constantsAreTypesToo() {
        QCOMPARE(describe(read("FAST|SLOW", "const FAST = \"fast\";\nconst string SLOW = \"slow\";")),
                 "Enum(\"fast\", \"slow\")");
    }

    void recordsAreOpenOrClosed() {
        QCOMPARE(describe(read("record { int a; }")), "Record{a Int}");
        QCOMPARE(describe(read("record {| int a; |}")), "Closed{a Int}");
        QCOMPARE(describe(read("record {| int a; string...; |}")), "Record{a Int, String...}");
        QCOMPARE(describe(read("record {}")), "Record{}");
    }

    void fieldsMayBeLeftOut() {
        const Type type = read("record {| int a; int b?; int c = 5; int? d; readonly string e; |}");
        QCOMPARE(describe(type), "Closed{a Int, b? Int, c? Int, d Int?, e String}");
        QCOMPARE(type.fields[2].fallback, std::string("5"));
    }

    void defaultsMayHoldAnything() {
        const Type type =
            read("record {| string a = f({x: [1; 2]}, \"}\"); map<string> b = {\"k\": \"v\"}; |}");
        QCOMPARE(describe(type), "Closed{a? String, b? Map(String)}");
        QCOMPARE(type.fields[1].fallback, std::string("{\"k\": \"v\"}"));
    }

    void inclusionBringsFields() {
        const std::string base = "type Base record {| string host = \"localhost\"; int port; |};\n";
        QCOMPARE(describe(read("record {| *Base; string user; |}", base)),
                 "Closed{host? String, port Int, user String}");
        QCOMPARE(describe(read("record {| *Base; int port = 80; |}", base)),
                 "Closed{host? String, port? Int}");
        QCOMPARE(describe(read("record { *Base; }", base)), "Record{host? String, port Int}");
    }

    void inclusionBringsTheRestToo() {
        QCOMPARE(describe(read("record {| *Base; |}", "type Base record { int a; };")), "Record{a Int}");
        QCOMPARE(describe(read("record {| *Base; |}", "type Base record {| int...; |};")), "Record{Int...}");
        QCOMPARE(describe(read("record {| *Base; string...; |}", "type Base record {| int...; |};")),
                 "Record{String...}");
    }

    void namesAreFollowed() {
        const std::string more = "type Server record {| Address[] addresses; |};\n"
                                 "type Address record {| string host; Port port; |};\n"
                                 "type Port int;\n";
        QCOMPARE(describe(read("Server", more)), "Closed{addresses Array(Closed{host String, port Int})}");
        QCOMPARE(describe(read("map<Port>", more)), "Map(Int)");
        QCOMPARE(describe(read("Maybe", "type Maybe int?;")), "Int?");
    }

    void namesOfOtherModulesAreFollowed() {
        const auto facts =
            scan({source("main.bal", "import acme/shop.db as store;\n"
                                     "configurable store:Settings settings = ?;\n"),
                  source("modules/db/types.bal", "public type Settings record {| Level level; |};\n"
                                                 "public enum Level { LOW }\n")},
                 "shop");
        QCOMPARE(describe(facts.configurables.at(0).type), "Closed{level Enum(\"LOW\")}");
    }

    void anotherPackageWithThatModuleIsNotOurs() {
        const std::string main = "import acme/other.db;\nconfigurable db:Settings settings = ?;\n";
        const std::string types = "public type Settings record {| int a; |};\n";
        const auto facts = scan({source("main.bal", main), source("modules/db/types.bal", types)}, "shop");
        QCOMPARE(describe(facts.configurables.at(0).type), "Other(db:Settings)");
        const auto unnamed = scan({source("main.bal", main), source("modules/db/types.bal", types)});
        QCOMPARE(describe(unnamed.configurables.at(0).type), "Closed{a Int}");
    }

    void recursionEndsAtTheName() {
        QCOMPARE(describe(read("Node", "type Node record {| Node? next; int value; |};")),
                 "Closed{next Other(Node?)?, value Int}");
        QCOMPARE(describe(read("A", "type A B;\ntype B A;")), "Other(A)");
    }

    void typesThatGrowWithoutEndAreCut() {
        std::string more;
        for (int i = 0; i < 40; ++i) {
            const auto next = std::to_string(i + 1);
            more += "type T" + std::to_string(i) + " record {| T" + next + " a; T" + next + " b; |};\n";
        }
        QCOMPARE(read("T0", more).kind, Type::Kind::Record);
        QCOMPARE(read(std::string(100'000, '(') + "int", {}).kind, Type::Kind::Other);
    }

    void theTextIsAsWritten() {
        QCOMPARE(read("map <\n  string // why\n>").text, std::string("map < string >"));
        QCOMPARE(read("Port", "type Port int;").text, std::string("Port"));
        QCOMPARE(read("record {| Port p; |}", "type Port int;").fields.at(0).type.at(0).text,
                 std::string("Port"));
    }

    void fieldsAreDocumentedAtTheFieldOrAtTheType() {
        const Type type = read("Settings", "# Where the database is.\n"
                                           "# + host - its name\n"
                                           "#          or address\n"
                                           "# + port - never shown\n"
                                           "type Settings record {|\n"
                                           "    string host;\n"
                                           "    # where it listens\n"
                                           "    int port;\n"
                                           "    string user;\n"
                                           "|};\n");
        QCOMPARE(type.fields[0].documentation, std::string("its name or address"));
        QCOMPARE(type.fields[1].documentation, std::string("where it listens"));
        QCOMPARE(type.fields[2].documentation, std::string());
    }
};

ARABESQUE_TEST(TypeReaderTest)
#include "type_reader_test.moc"
