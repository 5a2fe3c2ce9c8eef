#include "core/analysis/scenario.h"

#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

using Where = Start::Where;
using Variables = std::vector<std::pair<std::string, std::string>>;

std::shared_ptr<const Snapshot> orders(std::string_view cloudToml = {}) {
    return snapshotOf(
        {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n"
                            "[build-options]\ncloud = \"k8s\"\n"},
         {"main.bal", "configurable int limits = 1;\nconfigurable string password = \"\";\n"},
         {"Cloud.toml", cloudToml},
         {"Config.toml", "limits = 2\n"},
         {"Config.production.toml", "limits = 3\n"},
         {"Deployment.toml", "[[environment]]\nname = \"production\"\n"}});
}

std::string limits(const Start& start, std::string_view cloudToml = {}, const std::string& environment = {}) {
    const Analysis analysis = analyze(orders(cloudToml), {.environment = environment});
    for (const ResolvedValue& each : resolve(analysis, scenarioOf(analysis, start)).values)
        if (each.key == "acme.orders.limits")
            return each.winner->value.value_or("?") + " from " + each.winner->source;
    return "(none)";
}

std::string shutOut(const Start& start, std::string_view cloudToml = {}) {
    const Analysis analysis = analyze(orders(cloudToml));
    std::string said;
    for (const ShutOut& each : scenarioOf(analysis, start).shutOut)
        said += each.label + ": " + each.reason.english() + '\n';
    return said;
}

constexpr std::string_view mounting = "[[cloud.config.files]]\nfile = \"Config.toml\"\nname = \"orders\"\n";
constexpr std::string_view copying = "[[container.copy.files]]\nsourceFile = \"Config.toml\"\n"
                                     "target = \"/home/ballerina/Config.toml\"\n";

}

/// Which files and variables a program has where it is started.
class ScenarioTest : public QObject {
    Q_OBJECT

private slots:
    void inItsFolderConfigTomlIsRead() { QCOMPARE(limits({}), "2 from Config.toml"); }
    void anEnvironmentsFileTakesItsPlace() {
        QCOMPARE(limits({}, {}, "production"), "3 from Config.production.toml");
    }
    void filesNamedShutOutAllElse() {
        const Start start{
            .variables = {{"BAL_CONFIG_FILES", "Config.production.toml"}, {"BAL_CONFIG_DATA", "limits = 9"}}};
        QCOMPARE(limits(start), "3 from BAL_CONFIG_FILES[0]");
        QCOMPARE(shutOut(start),
                 "BAL_CONFIG_DATA: BAL_CONFIG_FILES is set, so it is not read\n"
                 "Config.toml: another source is named by the environment, so it is not read\n");
    }
    void anEmptyListOfFilesIsOneToo() {
        QCOMPARE(limits({.variables = {{"BAL_CONFIG_FILES", ""}}}), "1 from default");
    }
    void dataIsReadAsToml() {
        QCOMPARE(limits({.variables = {{"BAL_CONFIG_DATA", "limits = 9"}}}), "9 from BAL_CONFIG_DATA");
    }
    void emptyDataIsWarnedOf() {
        const Analysis analysis = analyze(orders());
        const auto messages =
            resolve(analysis, scenarioOf(analysis, {.variables = {{"BAL_CONFIG_DATA", " "}}})).messages;
        QCOMPARE(messages.at(0).code, "RUNTIME_0086");
    }
    void aFileThatIsNotThereIsWarnedOf() {
        const Analysis analysis = analyze(orders());
        const auto resolution = resolve(
            analysis, scenarioOf(analysis, {.variables = {{"BAL_CONFIG_FILES", "no.toml:Config.toml"}}}));
        QCOMPARE(resolution.messages.at(0).code, "RUNTIME_0087");
        QCOMPARE(resolution.values.at(0).winner->source, "BAL_CONFIG_FILES[1]");
    }
    void aFolderCannotBeRead() {
        const Analysis analysis = analyze(orders());
        const Start start{.variables = {{"BAL_CONFIG_FILES", "conf"}},
                          .load = [](const Snapshot& snapshot, const std::vector<std::string>& paths) {
                              auto with = std::make_shared<Snapshot>(snapshot);
                              with->resources.emplace(paths.front(),
                                                      Resource{.kind = Resource::Kind::Directory});
                              return std::shared_ptr<const Snapshot>(with);
                          }};
        QCOMPARE(resolve(analysis, scenarioOf(analysis, start)).messages.at(0).code, "RUNTIME_0088");
    }
    void brokenDataIsWarnedOf() {
        const Analysis analysis = analyze(orders());
        QCOMPARE(resolve(analysis, scenarioOf(analysis, {.variables = {{"BAL_CONFIG_DATA", "limits ="}}}))
                     .messages.at(0)
                     .code,
                 "RUNTIME_0089");
    }
    void anImageHasNoConfiguration() {
        QCOMPARE(limits({.where = Where::Container}), "1 from default");
        QCOMPARE(shutOut({.where = Where::Container}),
                 "Config.toml: it is not in the image: mount it as /home/ballerina/Config.toml\n");
    }
    void anImageWithACopyHas() {
        QCOMPARE(limits({.where = Where::Container}, copying), "2 from Config.toml");
    }
    void onKubernetesOnlyWhatIsMountedIsRead() {
        QCOMPARE(limits({.where = Where::Kubernetes}), "1 from default");
        QCOMPARE(shutOut({.where = Where::Kubernetes}),
                 "Config.toml: Cloud.toml mounts it nowhere: name it in [[cloud.config.files]]\n");
        QCOMPARE(limits({.where = Where::Kubernetes}, mounting), "2 from BAL_CONFIG_FILES[0]");
        QCOMPARE(limits({.where = Where::Kubernetes}, mounting, "production"), "3 from BAL_CONFIG_FILES[0]");
    }
    void aConfigurationInAVariableOfTheClusterIsNotMissing() {
        const Analysis analysis = analyze(orders("[[cloud.secret.envs]]\nkey_ref = \"toml\"\n"
                                                 "name = \"BAL_CONFIG_DATA\"\nsecret_name = \"orders\"\n"));
        const auto resolution = resolve(analysis, scenarioOf(analysis, {.where = Where::Kubernetes}));
        QVERIFY(resolution.starts());
        QCOMPARE(resolution.values.at(0).winner->source, "BAL_CONFIG_DATA");
    }
    void whatOnlyTheClusterKnowsWinsAllTheSame() {
        const Analysis analysis =
            analyze(orders("[[cloud.secret.envs]]\nkey_ref = \"password\"\n"
                           "name = \"BAL_CONFIG_VAR_PASSWORD\"\nsecret_name = \"orders\"\n"));
        const auto resolution = resolve(analysis, scenarioOf(analysis, {.where = Where::Kubernetes}));
        const ResolvedValue& password = resolution.values.at(1);
        QVERIFY(password.secret);
        QCOMPARE(password.winner->source, "BAL_CONFIG_VAR_PASSWORD");
        QVERIFY(!password.winner->value);
        QCOMPARE(password.winner->note.english(), "set from Secret orders, whose value the cluster knows");
    }
};

ARABESQUE_TEST(ScenarioTest)
#include "scenario_test.moc"
