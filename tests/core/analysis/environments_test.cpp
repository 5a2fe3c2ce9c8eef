#include "core/analysis/analysis.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

constexpr std::string_view package = "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n"
                                     "[build-options]\ncloud = \"k8s\"\n";
constexpr std::string_view source = "import ballerina/http;\n"
                                    "configurable int limits = 1;\n"
                                    "service /orders on new http:Listener(9090) {\n}\n";
constexpr std::string_view cloudToml =
    "[cloud.deployment]\nmax_memory = \"512Mi\"\n\n"
    "[[cloud.config.files]]\nfile = \"Config.toml\"\nname = \"orders-config\"\n";
constexpr std::string_view deploymentToml = "[[environment]]\nname = \"staging\"\n\n"
                                            "[[environment]]\nname = \"production\"\n"
                                            "set = { \"cloud.deployment.max_memory\" = \"2Gi\" }\n";

std::shared_ptr<const Snapshot> orders(std::string_view deployment = deploymentToml) {
    return snapshotOf({{"Ballerina.toml", package},
                       {"main.bal", source},
                       {"Cloud.toml", cloudToml},
                       {"Config.toml", "limits = 2\n"},
                       {"Config.production.toml", "limits = 3\n"},
                       {"Deployment.toml", deployment}});
}

Analysis in(const std::string& environment, std::string_view deployment = deploymentToml) {
    return analyze(orders(deployment), {.environment = environment});
}

/// The part of the Kubernetes file that begins with `what`, to the end of its line.
std::string line(const Analysis& analysis, std::string_view what) {
    const Artifact* yaml = analysis.artifact("kubernetes/orders/orders.yaml");
    if (yaml == nullptr) return "(no file)";
    const std::size_t at = yaml->text.find(what);
    return at == std::string::npos ? "(absent)" : yaml->text.substr(at, yaml->text.find('\n', at) - at);
}

std::string says(const Analysis& analysis, std::string_view rule) {
    std::string said;
    for (const Diagnostic& each : analysis.diagnostics)
        if (each.rule == rule) said += each.place.file + ": " + each.message.english() + '\n';
    return said;
}

}

/// What an environment of Deployment.toml makes different.
class EnvironmentsTest : public QObject {
    Q_OBJECT

private slots:
    void withoutOneEverythingIsAsTheFilesSay() {
        QCOMPARE(line(in(""), "memory: \"512Mi\""), "memory: \"512Mi\"");
        QVERIFY(!in("").deployment.environment);
        QCOMPARE(in("").deployment.environments.size(), 2u);
    }
    void aSettingOfItStandsInForTheFiles() {
        QCOMPARE(line(in("production"), "memory: \"2Gi\""), "memory: \"2Gi\"");
        QCOMPARE(line(in("staging"), "memory: \"512Mi\""), "memory: \"512Mi\"");
    }
    void nestedTablesAreThePathsTheySpell() {
        const Analysis nested =
            in("x", "[[environment]]\nname = \"x\"\n\n[environment.set.cloud.deployment]\n"
                    "max_memory = \"3Gi\"\n");
        QCOMPARE(line(nested, "memory: \"3Gi\""), "memory: \"3Gi\"");
    }
    void aLineNamesTheEnvironmentAndTheSettingItReplaces() {
        const Analysis analysis = in("production");
        const auto& memory = analysis.deployment.workload.maxMemory;
        QCOMPARE(toText(memory.origins.at(0)),
                 "Deployment.toml: environment[1].set.\"cloud.deployment.max_memory\"");
        QCOMPARE(toText(memory.origins.at(1)), "Cloud.toml: cloud.deployment.max_memory");
    }
    void itsOwnConfigurationIsMountedUnderTheUsualName() {
        QCOMPARE(line(in("production"), "Config.toml: "), "Config.toml: \"limits = 3\\n\"");
    }
    void withoutOneOfItsOwnItTakesConfigToml() {
        QCOMPARE(line(in("staging"), "Config.toml: "), "Config.toml: \"limits = 2\\n\"");
    }
    void anUnknownOneChangesNothing() { QVERIFY(!in("nowhere").deployment.environment); }
    void itsConfigurationIsCheckedLikeConfigToml() {
        const auto snapshot = apply(*orders(), {{{"Config.production.toml", {9, 10}, "\"three\""}}}).snapshot;
        QVERIFY(says(analyze(snapshot), "wrong-type").starts_with("Config.production.toml: "));
    }
    void rulesOnConfigTomlLookAtItsConfigurationToo() {
        const auto snapshot =
            apply(*orders(), {{{"Config.production.toml", {0, 0}, "password = \"encrypted:x\"\n"}}}).snapshot;
        QVERIFY(says(analyze(snapshot), "encrypted-value").starts_with("Config.production.toml: "));
    }
    void itsSettingsAreCheckedLikeThoseOfTheFiles() {
        const Analysis wrong =
            in("", "[[environment]]\nname = \"x\"\nset = { \"cloud.deployment.max_memory\" = 3 }\n");
        QVERIFY(says(wrong, "wrong-type").starts_with("Deployment.toml: "));
    }
    void textThatIsNotSavedYetIsMounted() {
        const auto typed = apply(*orders(), {{{"Config.toml", {9, 10}, "20"}}}).snapshot;
        QCOMPARE(line(analyze(typed), "Config.toml: "), "Config.toml: \"limits = 20\\n\"");
    }
};

ARABESQUE_TEST(EnvironmentsTest)
#include "environments_test.moc"
