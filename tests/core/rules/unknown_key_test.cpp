#include "core/rules/rule_list.h"
#include "tests/core/rules/rule_run.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;
using ballerina::Configurable;
using ballerina::Type;

namespace {

const RuleRun inCloudToml{unknown_key};
const RuleRun inBallerinaToml{unknown_key, "Ballerina.toml"};

std::vector<Configurable> configurables() {
    Type database{.kind = Type::Kind::Record, .text = "Database", .closed = true};
    database.fields = {{.name = "host", .type = {{.kind = Type::Kind::String, .text = "string"}}}};
    return {{.module = "",
             .name = "port",
             .type = {.kind = Type::Kind::Int, .text = "int"},
             .required = false,
             .fallback = "9090"},
            {.module = "", .name = "database", .type = database, .required = true}};
}

const RuleRun inConfigToml{unknown_key, "Config.toml", configurables()};

}

class UnknownKeyTest : public QObject {
    Q_OBJECT

private slots:
    void knownKeysAreFine() {
        QCOMPARE(inCloudToml.says("[container.image]\nname = \"orders\"\n[[cloud.config.maps]]\nfile = "
                                  "\"a\"\nmount_dir = \"/b\"\n"),
                 "");
        QCOMPARE(inCloudToml.says(""), "");
    }
    void anOldNameIsRenamed() {
        const MarkedText text =
            marked("[[cloud.config.maps]]\nfile = \"a\"\n«mount_path = \"/b\"»  # where\n");
        const auto found = inCloudToml.on(text);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].code, "TVE0001");
        QVERIFY(found[0].severity == Severity::Error);
        QCOMPARE(found[0].place.range, text.range());
        QCOMPARE(found[0].message.english(), "key 'mount_path' not supported in schema 'maps'");
        QCOMPARE(titlesOf(found[0]), "Did you mean 'mount_dir'? Rename it | Remove 'mount_path'");
        QCOMPARE(afterFix(text, found[0], 0),
                 "[[cloud.config.maps]]\nfile = \"a\"\nmount_dir = \"/b\"  # where\n");
        QCOMPARE(afterFix(text, found[0], 1), "[[cloud.config.maps]]\nfile = \"a\"\n");
    }
    void theRightRecordIsMended() {
        const MarkedText text = marked(
            "[[cloud.config.maps]]\nmount_dir = \"/a\"\n[[cloud.config.maps]]\n«mount_path = \"/b\"»\n");
        QCOMPARE(afterFix(text, inCloudToml.on(text)[0], 0),
                 "[[cloud.config.maps]]\nmount_dir = \"/a\"\n[[cloud.config.maps]]\nmount_dir = \"/b\"\n");
    }
    void aMisspeltKeyIsRenamed() {
        const MarkedText text = marked("[cloud.deployment]\n«max_memroy = \"1Gi\"»\n");
        QCOMPARE(inCloudToml.says("[cloud.deployment]\n«max_memroy = \"1Gi\"»\n"),
                 "TVE0001 error: key 'max_memroy' not supported in schema 'deployment'\n");
        QCOMPARE(afterFix(text, inCloudToml.on(text)[0], 0), "[cloud.deployment]\nmax_memory = \"1Gi\"\n");
    }
    void aNameThatIsTakenIsNotOffered() {
        const MarkedText text = marked("[cloud.deployment]\nmax_memory = \"1Gi\"\n«max_memroy = \"2Gi\"»\n");
        QCOMPARE(titlesOf(inCloudToml.on(text)[0]), "Remove 'max_memroy'");
    }
    void aFarWordCanOnlyGo() {
        const MarkedText text = marked("[cloud.deployment]\n«replicas = 2»\n[settings]\nthinJar = true\n");
        QCOMPARE(titlesOf(inCloudToml.on(text)[0]), "Remove 'replicas'");
        QCOMPARE(afterFix(text, inCloudToml.on(text)[0], 0), "[settings]\nthinJar = true\n");
    }
    void anUnknownTableIsReportedOnce() {
        QCOMPARE(inCloudToml.says("«[clouds]»\na = 1\n[clouds.b]\nc = 2\n"),
                 "TVE0001 error: key 'clouds' not supported in schema 'C2C Spec'\n");
        const MarkedText text = marked("«[clouds.deployment]»\nmax_cpu = \"1\"\n[clouds.secret]\n");
        const auto found = inCloudToml.on(marked("[clouds.deployment]\nmax_cpu = \"1\"\n[clouds.secret]\n"));
        QCOMPARE(found.size(), 1u);
        QCOMPARE(afterFix(text, found[0], 0), "[cloud.deployment]\nmax_cpu = \"1\"\n[cloud.secret]\n");
        QCOMPARE(afterFix(text, found[0], 1), "");
    }
    void dottedAndInlineKeysAreFound() {
        QCOMPARE(inCloudToml.says("«cloud.deployment.max_mem = \"1\"»\n").size() > 0, true);
        const MarkedText inlined = marked("[cloud]\ndeployment = { max_cpu = \"1\", «colour = \"red\"» }\n");
        QCOMPARE(inCloudToml.on(inlined)[0].place.range, inlined.range());
        QCOMPARE(afterFix(inlined, inCloudToml.on(inlined)[0], 0),
                 "[cloud]\ndeployment = { max_cpu = \"1\" }\n");
    }
    void aFileTheToolDoesNotReadGetsWarnings() {
        const RuleRun unread{unknown_key, "Cloud.toml", {}, false};
        QCOMPARE(unread.says("«[clouds]»\n"),
                 "TVE0001 warning: key 'clouds' not supported in schema 'C2C Spec'\n");
    }

    void ballerinaTomlPassesOverUnknownKeys() {
        QCOMPARE(inBallerinaToml.says("[package]\n«organisation = \"acme\"»\n"),
                 "warning: 'organisation' is no key of [package] that Ballerina knows, so it has no effect "
                 "and nothing says so\n");
        const MarkedText text = marked("[build-options]\n«observability = true»\n");
        QVERIFY(inBallerinaToml.on(text)[0].severity == Severity::Warning);
        QCOMPARE(inBallerinaToml.on(text)[0].code, "");
    }
    void ballerinaTomlHasTablesOfOthers() {
        QCOMPARE(inBallerinaToml.says(
                     "[tool.openapi]\nid = \"x\"\n[[platform.java21.dependency]]\npath = \"x.jar\"\n"),
                 "");
    }

    void configTomlNamesTheVariableItMisses() {
        const MarkedText text = marked("[acme.orders]\n«prot = 9091»\n");
        const auto found = inConfigToml.on(text);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].code, "RUNTIME_0091");
        QVERIFY(found[0].severity == Severity::Error);
        QCOMPARE(found[0].place.range, text.range());
        QCOMPARE(
            found[0].message.english(),
            "'acme.orders.prot' is no configurable variable of this program; the program stops at its start");
        QCOMPARE(afterFix(text, found[0], 0), "[acme.orders]\nport = 9091\n");
    }
    void configTomlKnowsTheFieldsOfARecord() {
        QCOMPARE(inConfigToml.says("[acme.orders.database]\nhost = \"a\"\n«hots = \"b\"»\n"),
                 "RUNTIME_0091 error: 'acme.orders.database.hots' is no configurable variable of this "
                 "program; the program stops at its start\n");
    }
    void configTomlMayHaveSectionsOfOtherPackages() {
        QCOMPARE(inConfigToml.says("[ballerina.log]\nlevel = \"DEBUG\"\n[acme.orders]\nport = 1\n"), "");
    }
    void configTomlHasNoOtherTopValues() {
        QCOMPARE(inConfigToml.says("«colour = 1»\n[acme.orders]\nport = 1\n"),
                 "RUNTIME_0091 error: 'colour' is no configurable variable of this program; the program "
                 "stops at its start\n");
    }
    void anOpenRecordTakesAnyKey() {
        Type open{.kind = Type::Kind::Record, .text = "Open", .closed = false};
        const RuleRun run{unknown_key, "Config.toml", {{.module = "", .name = "extra", .type = open}}};
        QCOMPARE(run.says("[acme.orders.extra]\nanything = 1\n"), "");
    }
};

ARABESQUE_TEST(UnknownKeyTest)
#include "unknown_key_test.moc"
