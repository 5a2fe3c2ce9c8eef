#include "core/rules/rule_list.h"
#include "tests/core/rules/rule_run.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;
using ballerina::Type;

namespace {

const RuleRun inCloudToml{wrong_type};
const RuleRun inBallerinaToml{wrong_type, "Ballerina.toml"};

RuleRun withVariable(Type type) {
    return {
        wrong_type, "Config.toml", {{.module = "", .name = "v", .type = std::move(type), .required = true}}};
}

/// The first fix's title and the text after it.
std::string mended(const RuleRun& run, std::string_view withMark) {
    const MarkedText text = marked(withMark);
    const auto found = run.on(text);
    if (found.size() != 1 || found[0].place.range != text.range()) return "(not found there)";
    return titlesOf(found[0]) + "\n" + afterFix(text, found[0], 0);
}

}

class WrongTypeTest : public QObject {
    Q_OBJECT

private slots:
    void rightTypesAreFine() {
        QCOMPARE(inCloudToml.says("[cloud.deployment]\nmax_memory = \"1Gi\"\nautoscaling.enable = "
                                  "true\nautoscaling.cpu = 50\n[[cloud.config.files]]\n"),
                 "");
        QCOMPARE(inCloudToml.says("unknown = 1\n"), "");
        QCOMPARE(inCloudToml.says("settings.thinJar = \n"), "");
    }
    void aNumberWhereTextIsWanted() {
        const MarkedText text = marked("[cloud.deployment]\nmax_memory = «512»  # Mi\n");
        const auto found = inCloudToml.on(text);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].code, "TVE0002");
        QVERIFY(found[0].severity == Severity::Error);
        QCOMPARE(found[0].place.range, text.range());
        QCOMPARE(found[0].message.english(),
                 "incompatible type for key 'max_memory': expected 'STRING', found 'INTEGER'");
        QCOMPARE(titlesOf(found[0]), "Write \"512\"");
        QCOMPARE(afterFix(text, found[0], 0), "[cloud.deployment]\nmax_memory = \"512\"  # Mi\n");
    }
    void textWhereANumberIsWanted() {
        QCOMPARE(mended(inCloudToml, "[cloud.deployment.autoscaling]\ncpu = «\"50\"»\n"),
                 "Write 50\n[cloud.deployment.autoscaling]\ncpu = 50\n");
        QCOMPARE(mended(inCloudToml, "settings.thinJar = «\"false\"»\n"),
                 "Write false\nsettings.thinJar = false\n");
        QCOMPARE(mended(inCloudToml, "container.image.tag = «1.0»\n"),
                 "Write \"1.0\"\ncontainer.image.tag = \"1.0\"\n");
        QCOMPARE(inCloudToml.says("container.image.tag = «2026-01-31»\n"),
                 "TVE0002 error: incompatible type for key 'tag': expected 'STRING', found 'DATETIME'\n");
        QCOMPARE(mended(inCloudToml, "container.image.tag = «2026-01-31»\n"),
                 "Write \"2026-01-31\"\ncontainer.image.tag = \"2026-01-31\"\n");
    }
    void whatCannotBeMeantCanOnlyGo() {
        QCOMPARE(mended(inCloudToml, "[cloud.deployment.autoscaling]\ncpu = «\"half\"»\n"), "Remove 'cpu'\n");
        QCOMPARE(mended(inCloudToml, "[cloud.deployment.autoscaling]\ncpu = «50.5»\n"), "Remove 'cpu'\n");
        QCOMPARE(mended(inCloudToml, "[cloud.deployment.autoscaling]\ncpu = «[50]»\n"), "Remove 'cpu'\n");
        QCOMPARE(mended(inCloudToml, "settings.thinJar = «1»\n"), "Remove 'thinJar'\n");
        QCOMPARE(mended(inCloudToml, "[settings]\nthinJar = «{ on = true }»\nsingleYAML = true\n"),
                 "Remove 'thinJar'\n[settings]\nsingleYAML = true\n");
    }
    void tablesInPlaceOfValues() {
        QCOMPARE(
            inCloudToml.says("«[cloud.deployment.max_memory]»\nx = 1\n"),
            "TVE0002 error: incompatible type for key 'max_memory': expected 'STRING', found 'OBJECT'\n");
        QCOMPARE(inCloudToml.says("«[cloud.config.maps]»\nfile = \"a\"\n"),
                 "TVE0002 error: incompatible type for key 'maps': expected 'ARRAY', found 'OBJECT'\n");
        QCOMPARE(inCloudToml.says("«[[settings]]»\nthinJar = true\n"),
                 "TVE0002 error: incompatible type for key 'settings': expected 'OBJECT', found 'ARRAY'\n");
    }
    void valuesInPlaceOfTables() {
        QCOMPARE(inCloudToml.says("settings = «true»\n"),
                 "TVE0002 error: incompatible type for key 'settings': expected 'OBJECT', found 'BOOLEAN'\n");
        QCOMPARE(inCloudToml.says("[cloud.config]\nmaps = [{ file = \"a\" }, «\"b\"»]\n"),
                 "TVE0002 error: incompatible type for key 'maps': expected 'OBJECT', found 'STRING'\n");
    }
    void aFileTheToolDoesNotReadGetsWarnings() {
        const RuleRun unread{wrong_type, "Cloud.toml", {}, false};
        QVERIFY(unread.says("settings.thinJar = «1»\n").starts_with("TVE0002 warning"));
    }

    void ballerinaTomlChecksSomeTypes() {
        QCOMPARE(inBallerinaToml.says("[package]\nname = «5»\n"),
                 "TVE0002 error: incompatible type for key 'name': expected 'STRING', found 'INTEGER'\n");
        QCOMPARE(mended(inBallerinaToml, "[package]\nkeywords = «\"orders\"»\n"),
                 "Write [\"orders\"]\n[package]\nkeywords = [\"orders\"]\n");
        QCOMPARE(inBallerinaToml.says("[package]\nkeywords = [\"a\", «1»]\n"),
                 "TVE0002 error: incompatible type for key 'keywords': expected 'STRING', found 'INTEGER'\n");
    }
    void ballerinaTomlPassesOverOthers() {
        const MarkedText text = marked("[build-options]\ngraalvm = «\"true\"»\n");
        const auto found = inBallerinaToml.on(text);
        QCOMPARE(found.size(), 1u);
        QVERIFY(found[0].severity == Severity::Warning);
        QCOMPARE(found[0].code, "");
        QCOMPARE(found[0].message.english(),
                 "'graalvm' wants BOOLEAN and has STRING; Ballerina says nothing and uses its default");
        QCOMPARE(afterFix(text, found[0], 0), "[build-options]\ngraalvm = true\n");
    }

    void configTomlNamesTheTypeOfTheProgram() {
        const MarkedText text = marked("[acme.orders]\nv = «\"8080\"»\n");
        const auto found = withVariable({.kind = Type::Kind::Int, .text = "int:Signed32"}).on(text);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].code, "RUNTIME_0074");
        QCOMPARE(found[0].place.range, text.range());
        QVERIFY2(
            found[0].message.english().contains("'v' is expected to be of type 'int:Signed32', but found "),
            found[0].message.english().c_str());
        QCOMPARE(afterFix(text, found[0], 0), "[acme.orders]\nv = 8080\n");
    }
    void configTomlWantsADecimalPoint() {
        const Type decimal{.kind = Type::Kind::Decimal, .text = "decimal"};
        QCOMPARE(mended(withVariable(decimal), "[acme.orders]\nv = «10»\n"),
                 "Write 10.0\n[acme.orders]\nv = 10.0\n");
        QCOMPARE(mended(withVariable(decimal), "[acme.orders]\nv = «\"2.5\"»\n"),
                 "Write 2.5\n[acme.orders]\nv = 2.5\n");
    }
    void configTomlKnowsTablesAndRecords() {
        Type record{.kind = Type::Kind::Record, .text = "Database"};
        QVERIFY(withVariable(record).says("[acme.orders]\nv = «5»\n").starts_with("RUNTIME_0074 error"));
        Type list{.kind = Type::Kind::Array, .text = "Database[]", .parts = {record}};
        QVERIFY(
            withVariable(list).says("«[acme.orders.v]»\nhost = \"a\"\n").starts_with("RUNTIME_0074 error"));
        QCOMPARE(withVariable(list).says("[[acme.orders.v]]\nhost = \"a\"\n"), "");
    }
};

ARABESQUE_TEST(WrongTypeTest)
#include "wrong_type_test.moc"
