#include "core/rules/rule_list.h"
#include "tests/core/rules/rule_run.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;
using ballerina::Type;

namespace {

const RuleRun inCloudToml{value_out_of_range};
const RuleRun inBallerinaToml{value_out_of_range, "Ballerina.toml"};

}

class ValueOutOfRangeTest : public QObject {
    Q_OBJECT

private slots:
    void valuesInsideTheirLimitsAreFine() {
        QCOMPARE(inCloudToml.says("[cloud.deployment]\nmax_memory = \"1Gi\"\nautoscaling = { cpu = 1, memory "
                                  "= 100, min_replicas = 1 }\n"),
                 "");
        QCOMPARE(inCloudToml.says("[cloud.deployment.probes.liveness]\nport = 0\npath = \"/\"\n"), "");
    }
    void aNumberBelowItsLimit() {
        const MarkedText text = marked("[cloud.deployment.autoscaling]\nmin_replicas = «0»  # cheap\n");
        const auto found = inCloudToml.on(text);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].code, "TVE0004");
        QVERIFY(found[0].severity == Severity::Error);
        QCOMPARE(found[0].place.range, text.range());
        QCOMPARE(found[0].message.english(), "value for key 'min_replicas' can't be lower than 1.000000");
        QCOMPARE(titlesOf(found[0]), "Set 'min_replicas' to 1 | Remove 'min_replicas'");
        QCOMPARE(afterFix(text, found[0], 0), "[cloud.deployment.autoscaling]\nmin_replicas = 1  # cheap\n");
        QCOMPARE(afterFix(text, found[0], 1), "");
    }
    void aNumberAboveItsLimit() {
        const MarkedText text = marked("[cloud.deployment.autoscaling]\ncpu = «101»\n");
        QCOMPARE(inCloudToml.says("[cloud.deployment.autoscaling]\ncpu = «101»\n"),
                 "TVE0005 error: value for key 'cpu' can't be higher than 100.000000\n");
        QCOMPARE(afterFix(text, inCloudToml.on(text)[0], 0), "[cloud.deployment.autoscaling]\ncpu = 100\n");
    }
    void aNeededValueIsNotOfferedToBeRemoved() {
        const MarkedText text = marked("[cloud.deployment.probes.liveness]\nport = «-1»\n");
        QCOMPARE(titlesOf(inCloudToml.on(text)[0]), "Set 'port' to 0");
        const MarkedText blank = marked("[[cloud.config.files]]\nfile = «\"\"»\n");
        QCOMPARE(titlesOf(inCloudToml.on(blank)[0]), "");
    }
    void aTextThatDoesNotMatch() {
        QCOMPARE(inCloudToml.says("[cloud.deployment]\nmax_memory = «\"512 Mi\"»\n"),
                 "TVE0003 error: value for key 'max_memory' expected to match the regex: "
                 "^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\n");
        const MarkedText text = marked("[cloud.deployment]\nmax_memory = «'512 Mi'»\n");
        QCOMPARE(afterFix(text, inCloudToml.on(text)[0], 0), "[cloud.deployment]\nmax_memory = '512Mi'\n");
    }
    void aMessageOfTheSchemaTakesItsPlace() {
        QCOMPARE(inCloudToml.says("[container.image]\nname = «\"-x\"»\n"),
                 "TVE0003 error: container names must start with an alphanumeric character and can then "
                 "contain _ . or - in addition to "
                 "alphanumeric for the rest of the characters\n");
        QCOMPARE(inCloudToml.says("[container.image]\ntag = «\"\"»\n"),
                 "TVE0003 error: `tag` should not be empty which has less than 127 characters\n");
        QCOMPARE(inCloudToml.says("[container.image]\nrepository = «\"  \"»\n"),
                 "TVE0003 error: `repository` should not be empty\n");
        QCOMPARE(inCloudToml.says("[[cloud.secret.envs]]\nsecret_name = «\"\"»\n"),
                 "TVE0003 error: `secret` should not be empty\n");
        QCOMPARE(inCloudToml.says("[cloud.deployment]\ninternal_domain_name = «\"Orders\"»\n"),
                 "TVE0003 error: The `internal_domain_name` must start with a lowercase alphanumeric "
                 "character. It can contain a dash in the "
                 "middle of the string\n");
        QCOMPARE(inCloudToml.says("[cloud.deployment.probes.liveness]\npath = «\"\"»\n"),
                 "TVE0003 error: value for key 'path' expected to match the regex: ^(?!\\s*$).+\n");
    }
    void anImageNameHasTwoCharacters() {
        QVERIFY(inCloudToml.says("[container.image]\nname = «\"x\"»\n").starts_with("TVE0003 error"));
        QCOMPARE(inCloudToml.says("[container.image]\nname = \"x1\"\n"), "");
    }
    void everyRecordIsLookedAt() {
        QCOMPARE(
            inCloudToml.says("[[cloud.config.maps]]\nfile = «\"\"»\n[[cloud.config.maps]]\nfile = "
                             "\"a\"\nmount_dir = «\" \"»\n"),
            "TVE0003 error: `file` should not be empty\nTVE0003 error: `mount_dir` should not be empty\n");
    }
    void aWrongTypeIsLeftToItsOwnRule() {
        QCOMPARE(inCloudToml.says("[cloud.deployment]\nmax_memory = 512\n[cloud.deployment.autoscaling]\ncpu "
                                  "= \"200\"\nmemory = 0.5\n"),
                 "");
    }
    void aFileTheToolDoesNotReadGetsWarnings() {
        const RuleRun unread{value_out_of_range, "Cloud.toml", {}, false};
        QVERIFY(unread.says("[container.image]\ntag = «\"\"»\n").starts_with("TVE0003 warning"));
    }

    void aPackageNameBreaksOneRuleAtATime() {
        QCOMPARE(inBallerinaToml.says("[package]\nname = «\"my-orders\"»\n"),
                 "TVE0003 error: invalid 'name' under [package]: 'name' can only contain alphanumerics, "
                 "underscores and periods\n");
        QCOMPARE(inBallerinaToml.says("[package]\nname = «\"_orders\"»\n"),
                 "TVE0003 error: invalid 'name' under [package]: 'name' cannot have initial underscore "
                 "characters\n");
        QCOMPARE(inBallerinaToml.says("[package]\nname = «\"orders_\"»\n"),
                 "TVE0003 error: invalid 'name' under [package]: 'name' cannot have trailing underscore "
                 "characters\n");
        QCOMPARE(inBallerinaToml.says("[package]\nname = «\"or__ders\"»\n"),
                 "TVE0003 error: invalid 'name' under [package]: 'name' cannot have consecutive underscore "
                 "characters\n");
        QCOMPARE(
            inBallerinaToml.says("[package]\norg = «\"1acme\"»\n"),
            "TVE0003 error: invalid 'org' under [package]: 'org' cannot have initial numeric characters\n");
        QCOMPARE(inBallerinaToml.says("[package]\norg = \"acme_1\"\nname = \"billing.Core_0.2\"\n"), "");
    }
    void aNameHasAtMost256Characters() {
        const std::string fits(256, 'a');
        QCOMPARE(inBallerinaToml.says("[package]\nname = \"" + fits + "\"\n"), "");
        QCOMPARE(
            inBallerinaToml.says("[package]\nname = «\"" + fits + "a\"»\n"),
            "TVE0008 error: invalid 'name' under [package]: maximum length of 'name' is 256 characters\n");
    }
    void aVersionHasThreeNumbers() {
        const std::string refused =
            "TVE0003 error: invalid 'version' under [package]: 'version' should be compatible with semver\n";
        for (const char* version : {"1.2", "v1.2.0", "1.2.0.0", "01.0.0", "", "1.2.x"})
            QCOMPARE(inBallerinaToml.says("[package]\nversion = «\"" + std::string(version) + "\"»\n"),
                     refused);
        for (const char* version : {"1.2.0", "0.0.1", "1.0.0-rc.1", "1.0.0+build.5", "1.0.0-alpha-1+x"})
            QCOMPARE(inBallerinaToml.says("[package]\nversion = \"" + std::string(version) + "\"\n"), "");
        const MarkedText text = marked("[package]\nversion = «\"1.2\"»\n");
        QCOMPARE(afterFix(text, inBallerinaToml.on(text)[0], 0), "[package]\nversion = \"0.1.0\"\n");
    }
    void aChoiceIsOneOfItsValues() {
        QCOMPARE(inBallerinaToml.says("[build-options]\nlockingMode = «\"loose\"»\n")
                     .contains("invalid locking mode: only 'soft', 'medium', 'hard' and 'locked' are known"),
                 true);
        QCOMPARE(inBallerinaToml.says("[build-options]\ncloud = \"anything\"\n"), "");
    }

    void eachOfAListIsOneOfTheChoices() {
        const RuleRun run{value_out_of_range, "Deployment.toml"};
        QCOMPARE(run.says("targets = [\"docker\", \"k8s\"]\n"), "");
        const MarkedText text = marked("targets = «[\"docker\", \"k9s\"]»\n");
        const auto found = run.on(text);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].place.range, text.range());
        QVERIFY(found[0].message.english().ends_with("not \"k9s\""));
        QCOMPARE(titlesOf(found[0]), "Remove 'targets'");
    }
    void configTomlKeepsToAnEnum() {
        const Type level{.kind = Type::Kind::Enum, .text = "Level", .members = {"\"INFO\"", "\"DEBUG\""}};
        const RuleRun run{value_out_of_range,
                          "Config.toml",
                          {{.module = "", .name = "level", .type = level, .fallback = "\"INFO\""}}};
        const MarkedText text = marked("[acme.orders]\nlevel = «'debug'»\n");
        const auto found = run.on(text);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].code, "RUNTIME_0074");
        QCOMPARE(found[0].place.range, text.range());
        QCOMPARE(found[0].message.english(), "'level' may be \"INFO\", \"DEBUG\", not \"debug\"");
        QCOMPARE(afterFix(text, found[0], 0), "[acme.orders]\nlevel = 'DEBUG'\n");
        const MarkedText other = marked("[acme.orders]\nlevel = «'trace'»\n");
        QCOMPARE(afterFix(other, run.on(other)[0], 0), "[acme.orders]\nlevel = 'INFO'\n");
        QCOMPARE(run.says("[acme.orders]\nlevel = 'DEBUG'\n"), "");
    }
    void configTomlKeepsBytesSmall() {
        const RuleRun run{
            value_out_of_range,
            "Config.toml",
            {{.module = "", .name = "retries", .type = {.kind = Type::Kind::Byte, .text = "byte"}}}};
        const MarkedText text = marked("[acme.orders]\nretries = «256»\n");
        QCOMPARE(afterFix(text, run.on(text)[0], 0), "[acme.orders]\nretries = 255\n");
        QCOMPARE(run.says("[acme.orders]\nretries = 255\n"), "");
    }
};

ARABESQUE_TEST(ValueOutOfRangeTest)
#include "value_out_of_range_test.moc"
