#include "core/schema/config_toml.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using ballerina::Configurable;
using ballerina::PackageFacts;
using ballerina::Type;
using Kind = Type::Kind;

namespace {

Type simple(Kind kind, std::string text) {
    return {.kind = kind, .text = std::move(text)};
}

Type arrayOf(Type element) {
    const std::string text = element.text + "[]";
    return {.kind = Kind::Array, .text = text, .parts = {std::move(element)}};
}

Type::Field member(std::string name, Type type, std::string fallback = "") {
    return {.name = std::move(name),
            .type = {std::move(type)},
            .required = fallback.empty(),
            .fallback = std::move(fallback)};
}

Configurable variable(std::string name, Type type, std::string fallback = "", std::string module = "") {
    Configurable result{.module = std::move(module), .name = std::move(name), .type = std::move(type)};
    result.required = fallback.empty();
    result.fallback = std::move(fallback);
    result.place.file = "main.bal";
    return result;
}

Schema schemaOf(std::vector<Configurable> variables, std::string written = "") {
    PackageFacts facts;
    facts.configurables = std::move(variables);
    return configToml(facts, "acme", "orders", toml::Document(std::move(written)));
}

/// The paths of all fields.
std::string fieldsOf(const Schema& schema) {
    std::string paths;
    for (const Field& field : schema.fields()) paths += (paths.empty() ? "" : " ") + field.path;
    return paths;
}

const Field& only(const Schema& schema) {
    if (schema.fields().size() != 1) qFatal("%zu fields", schema.fields().size());
    return schema.fields()[0];
}

}

class ConfigTomlTest : public QObject {
    Q_OBJECT

private slots:
    void aProgramWithoutConfigurablesHasNoFields() {
        QCOMPARE(fieldsOf(schemaOf({})), "");
        QCOMPARE(schemaOf({}).document(), "Config.toml");
    }
    void aVariableStandsUnderItsPackage() {
        QCOMPARE(fieldsOf(schemaOf({variable("port", simple(Kind::Int, "int"), "9090")})),
                 "acme.orders.port");
        QCOMPARE(fieldsOf(schemaOf({variable("url", simple(Kind::String, "string"), "", "db.pool")})),
                 "orders.db.pool.url");
    }
    void aVariableStandsWhereItIsWritten() {
        const std::vector<Configurable> port{variable("port", simple(Kind::Int, "int"), "9090")};
        QCOMPARE(fieldsOf(schemaOf(port, "[acme.orders]\nport = 1\n")), "acme.orders.port");
        QCOMPARE(fieldsOf(schemaOf(port, "[orders]\nport = 1\n")), "orders.port");
        QCOMPARE(fieldsOf(schemaOf(port, "port = 1\n")), "port");
        const std::vector<Configurable> url{variable("url", simple(Kind::String, "string"), "", "db")};
        QCOMPARE(fieldsOf(schemaOf(url, "[acme.orders.db]\nurl = \"x\"\n")), "acme.orders.db.url");
        QCOMPARE(fieldsOf(schemaOf(url, "[orders.db]\nurl = \"x\"\n")), "orders.db.url");
    }
    void theMostSpecificPlaceWins() {
        const std::vector<Configurable> port{variable("port", simple(Kind::Int, "int"), "9090")};
        QCOMPARE(fieldsOf(schemaOf(port, "port = 1\n[orders]\nport = 2\n[acme.orders]\nport = 3\n")),
                 "acme.orders.port");
        QCOMPARE(fieldsOf(schemaOf(port, "port = 1\n[orders]\nport = 2\n")), "orders.port");
    }
    void aNewKeyJoinsTheOthersOfItsModule() {
        const std::vector<Configurable> both{variable("a", simple(Kind::Int, "int"), "1"),
                                             variable("b", simple(Kind::Int, "int"), "2"),
                                             variable("c", simple(Kind::Int, "int"), "3", "db")};
        QCOMPARE(fieldsOf(schemaOf(both, "b = 1\n")), "a b orders.db.c");
        QCOMPARE(fieldsOf(schemaOf(both, "[orders]\nb = 1\n")), "orders.a orders.b orders.db.c");
        QCOMPARE(fieldsOf(schemaOf(both, "")), "acme.orders.a acme.orders.b orders.db.c");
    }
    void withoutAnOrganisationThePackageIsTheFirstPlace() {
        PackageFacts facts;
        facts.configurables = {variable("port", simple(Kind::Int, "int"), "9090")};
        QCOMPARE(fieldsOf(configToml(facts, "", "orders", toml::Document(""))), "orders.port");
    }
    void aDottedPackageIsSeveralTables() {
        PackageFacts facts;
        facts.configurables = {variable("port", simple(Kind::Int, "int"), "9090")};
        const Schema schema = configToml(facts, "acme", "billing.core", toml::Document(""));
        QCOMPARE(fieldsOf(schema), "acme.billing.core.port");
        QVERIFY(schema.table("acme.billing") != nullptr);
    }
    void otherTablesMayBelongToOthers() {
        const Schema schema = schemaOf({variable("port", simple(Kind::Int, "int"), "9090")});
        QVERIFY(schema.table("")->unknownKeys == Table::UnknownKeys::Values);
        QVERIFY(schema.table("acme")->unknownKeys == Table::UnknownKeys::Values);
        QCOMPARE(schema.verdicts().unknownKey.code, "RUNTIME_0091");
    }

    void typesBecomeTomlTypes_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("type");
        const auto row = [](const char* name, Kind kind, ValueType type) {
            QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(type);
        };
        row("int", Kind::Int, ValueType::Integer);
        row("byte", Kind::Byte, ValueType::Integer);
        row("float", Kind::Float, ValueType::Float);
        row("decimal", Kind::Decimal, ValueType::Float);
        row("boolean", Kind::Boolean, ValueType::Boolean);
        row("string", Kind::String, ValueType::String);
        row("xml", Kind::Xml, ValueType::String);
        row("map<int>", Kind::Map, ValueType::Any);
        row("int|string", Kind::Union, ValueType::Any);
        row("http:Config", Kind::Other, ValueType::Any);
    }
    void typesBecomeTomlTypes() {
        QFETCH(int, kind);
        QFETCH(int, type);
        const Schema schema =
            schemaOf({variable("v", simple(static_cast<Kind>(kind), QTest::currentDataTag()))});
        QCOMPARE(static_cast<int>(only(schema).type), type);
        QCOMPARE(only(schema).typeText, QTest::currentDataTag());
    }
    void aByteHasLimits() {
        const Schema schema = schemaOf({variable("v", simple(Kind::Byte, "byte"))});
        QCOMPARE(only(schema).least, std::optional<std::int64_t>(0));
        QCOMPARE(only(schema).most, std::optional<std::int64_t>(255));
    }
    void listsOfTextAreListsAndOthersAnything() {
        QVERIFY(only(schemaOf({variable("v", arrayOf(simple(Kind::String, "string")))})).type ==
                ValueType::StringList);
        QVERIFY(only(schemaOf({variable("v", arrayOf(simple(Kind::Int, "int")))})).type == ValueType::Any);
    }
    void anEnumOffersItsMembers() {
        Type levels{.kind = Kind::Enum, .text = "Level", .members = {"\"INFO\"", "\"DEBUG\""}};
        const Schema schema = schemaOf({variable("level", levels, "\"INFO\"")});
        QCOMPARE(only(schema).choices, (std::vector<std::string>{"\"INFO\"", "\"DEBUG\""}));
        QVERIFY(only(schema).type == ValueType::String);
        QCOMPARE(only(schema).fallback, "\"INFO\"");
        Type mixed{.kind = Kind::Enum, .text = "1|\"two\"", .members = {"1", "\"two\""}};
        QVERIFY(only(schemaOf({variable("v", mixed)})).type == ValueType::Any);
    }

    void defaultsAreTomlValues_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("fallback");
        const auto row = [](Kind kind, const char* written, const char* fallback) {
            QTest::addRow("%s", written)
                << static_cast<int>(kind) << QByteArray(written) << QByteArray(fallback);
        };
        row(Kind::Int, "9090", "9090");
        row(Kind::Int, "PORT + 1", "");
        row(Kind::String, "\"text\"", "\"text\"");
        row(Kind::String, "getName()", "");
        row(Kind::Boolean, "true", "true");
        row(Kind::Decimal, "10", "10.0");
        row(Kind::Decimal, "10d", "10.0");
        row(Kind::Float, "2.5", "2.5");
        row(Kind::Float, "1f", "1.0");
        row(Kind::Decimal, "0.25", "0.25");
        row(Kind::Xml, "xml `<a/>`", "");
    }
    void defaultsAreTomlValues() {
        QFETCH(int, kind);
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, fallback);
        const Schema schema =
            schemaOf({variable("v", simple(static_cast<Kind>(kind), "t"), written.toStdString())});
        QCOMPARE(only(schema).fallback, fallback.toStdString());
        QVERIFY(!only(schema).required);
    }
    void aVariableWithoutDefaultIsRequired() {
        QVERIFY(only(schemaOf({variable("v", simple(Kind::Int, "int"))})).required);
    }

    void aRecordIsATable() {
        Type database{.kind = Kind::Record, .text = "Database", .closed = true};
        database.fields = {member("host", simple(Kind::String, "string")),
                           member("port", simple(Kind::Int, "int"), "5432")};
        const Schema schema = schemaOf({variable("database", database)});
        QCOMPARE(fieldsOf(schema), "acme.orders.database.host acme.orders.database.port");
        QVERIFY(schema.table("acme.orders.database")->unknownKeys == Table::UnknownKeys::Error);
        QVERIFY(schema.field("acme.orders.database.host")->required);
        QVERIFY(!schema.field("acme.orders.database.port")->required);
        QCOMPARE(schema.field("acme.orders.database.port")->fallback, "5432");
    }
    void anOpenRecordTakesFurtherKeys() {
        Type open{.kind = Kind::Record, .text = "Open", .closed = false};
        QVERIFY(schemaOf({variable("v", open)}).table("acme.orders.v")->unknownKeys ==
                Table::UnknownKeys::Allowed);
    }
    void recordsInsideRecordsAreTablesInsideTables() {
        Type inner{.kind = Kind::Record, .text = "Inner"};
        inner.fields = {member("x", simple(Kind::Int, "int"))};
        Type outer{.kind = Kind::Record, .text = "Outer"};
        outer.fields = {member("inner", inner), member("list", arrayOf(inner))};
        QCOMPARE(fieldsOf(schemaOf({variable("v", outer)})), "acme.orders.v.inner.x acme.orders.v.list[].x");
    }
    void listsAndTablesOfRecordsAreRecords() {
        Type row{.kind = Kind::Record, .text = "Row"};
        row.fields = {member("id", simple(Kind::Int, "int"))};
        Type table{.kind = Kind::Table, .text = "table<Row> key(id)", .parts = {row}, .keys = {"id"}};
        const Schema schema = schemaOf({variable("rows", arrayOf(row)), variable("keyed", table)});
        QCOMPARE(fieldsOf(schema), "acme.orders.rows[].id acme.orders.keyed[].id");
        QVERIFY(schema.table("acme.orders.rows")->records && schema.table("acme.orders.keyed")->records);
    }

    void whatSoundsSecretIsOne() {
        for (const char* name : {"password", "dbPassword", "DB_PASSWORD", "clientSecret", "accessToken",
                                 "apiKey", "privateKey", "credentials"})
            QVERIFY2(only(schemaOf({variable(name, simple(Kind::String, "string"))})).meaning ==
                         Meaning::Secret,
                     name);
        for (const char* name : {"host", "userName", "keyStore", "path", "privateKeyFile", "tokenUrl"})
            QVERIFY2(only(schemaOf({variable(name, simple(Kind::String, "string"))})).meaning ==
                         Meaning::Plain,
                     name);
    }
    void aNumberIsNoSecret() {
        QVERIFY(only(schemaOf({variable("tokenLifetime", simple(Kind::Int, "int"))})).meaning ==
                Meaning::Plain);
    }
    void wordsOfTheProgramAreKept() {
        Configurable port = variable("port", simple(Kind::Int, "int"), "9090");
        port.documentation = "Where it listens.";
        QCOMPARE(only(schemaOf({port})).labelText, "port");
        QCOMPARE(only(schemaOf({port})).summaryText, "Where it listens.");
        QCOMPARE(only(schemaOf({port})).source, "main.bal");
        port.label = "HTTP port";
        QCOMPARE(only(schemaOf({port})).labelText, "HTTP port");
    }
    void oneNameTwiceIsDeclaredOnce() {
        const Configurable port = variable("port", simple(Kind::Int, "int"), "9090");
        QCOMPARE(fieldsOf(schemaOf({port, port})), "acme.orders.port");
    }
    void aVariableNamedLikeItsModuleDoesNotHideIt() {
        const Schema schema = schemaOf({variable("url", simple(Kind::String, "string"), "\"a\"", "db"),
                                        variable("db", simple(Kind::String, "string"), "\"b\"")},
                                       "[orders]\ndb = \"x\"\n");
        QVERIFY(schema.fields().size() >= 1);
    }
};

ARABESQUE_TEST(ConfigTomlTest)
#include "config_toml_test.moc"
