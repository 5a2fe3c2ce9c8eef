#include "core/analysis/analysis.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

using namespace arabesque;

namespace {

constexpr std::string_view package = "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"
                                     "[build-options]\ncloud = \"k8s\"\n";
constexpr std::string_view source = "import ballerina/http;\nservice / on new http:Listener(9090) {}\n";

Analysis made(std::string_view deploymentToml, std::string_view cloudToml = "",
              std::string_view packageToml = package) {
    return analyze(tests::snapshotOf({{"Ballerina.toml", packageToml},
                                      {"Cloud.toml", cloudToml},
                                      {"Deployment.toml", deploymentToml},
                                      {"main.bal", source}}));
}

std::set<std::string> overlaysOf(const Analysis& analysis) {
    constexpr std::string_view folder = "kustomize/overlays/";
    std::set<std::string> names;
    for (const Artifact& artifact : analysis.artifacts)
        if (artifact.path.starts_with(folder))
            names.insert(artifact.path.substr(folder.size(), artifact.path.rfind('/') - folder.size()));
    return names;
}

/// Lines of a file, or what is missing.
std::string text(const Analysis& analysis, const std::string& path) {
    const Artifact* artifact = analysis.artifact("kustomize/" + path);
    return artifact == nullptr ? "no " + path : artifact->text;
}

}

class KustomizeTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsMadeForAnotherTarget() {
        QVERIFY(overlaysOf(made("targets = [\"vm\"]\n")).empty());
        QVERIFY(overlaysOf(made("targets = [\"k8s\"]\nleave_out = [\"kustomize\"]\n")).empty());
        QVERIFY(overlaysOf(made("")).empty());
    }

    void nothingIsMadeWhereTheBuildMakesNothing() {
        QVERIFY(
            overlaysOf(made("targets = [\"k8s\"]\n", "", package.substr(0, package.find("[build")))).empty());
    }

    void withoutSettingsNothingIsChanged() {
        const Analysis analysis =
            made("targets = [\"k8s\"]\n", "[cloud.deployment.autoscaling]\nenable = false\n");
        QCOMPARE(overlaysOf(analysis), std::set<std::string>{"default"});
        QCOMPARE(text(analysis, "overlays/default/kustomization.yaml"),
                 "apiVersion: \"kustomize.config.k8s.io/v1beta1\"\nkind: \"Kustomization\"\n"
                 "resources:\n- \"../../base\"\n");
    }

    void theBaseIsWhatTheToolMakes() {
        const Analysis analysis = made("targets = [\"k8s\"]\n");
        QCOMPARE(text(analysis, "base/orders.yaml"),
                 analysis.artifact("kubernetes/orders/orders.yaml")->text);
    }

    void anAutoscalerSetsTheReplicas() {
        const Analysis analysis = made("targets = [\"k8s\"]\n");
        QCOMPARE(text(analysis, "overlays/default/patch-deployment.yaml"),
                 "- op: \"remove\"\n  path: \"/spec/replicas\"\n");
    }

    void placesAreEnvironmentsAndRegions() {
        const char* regions = "[[region]]\nname = \"eu\"\n[[region]]\nname = \"us\"\n";
        const char* environments = "[[environment]]\nname = \"test\"\n[[environment]]\nname = \"live\"\n";
        const std::string targets = "targets = [\"k8s\"]\n";
        using Names = std::set<std::string>;
        QCOMPARE(overlaysOf(made(targets + regions)), Names({"eu", "us"}));
        QCOMPARE(overlaysOf(made(targets + environments)), Names({"live", "test"}));
        QCOMPARE(overlaysOf(made(targets + regions + environments)),
                 Names({"live-eu", "live-us", "test-eu", "test-us"}));
    }

    void aRegionWithoutTheProgramHasNoOverlay() {
        QCOMPARE(overlaysOf(made("targets = [\"k8s\"]\n[[region]]\nname = \"eu\"\n[[region]]\nname = \"us\"\n"
                                 "[[node]]\nname = \"a\"\nrole = \"service\"\nregion = \"eu\"\n"
                                 "[[node]]\nname = \"d\"\nrole = \"database\"\nregion = \"us\"\n")),
                 std::set<std::string>{"eu"});
    }

    void standbysCountWhereTheRegionStandsBy() {
        const Analysis analysis = made(
            "targets = [\"k8s\"]\n[[region]]\nname = \"eu\"\n[[region]]\nname = \"us\"\nrole = \"standby\"\n"
            "[[node]]\nname = \"a\"\nrole = \"service\"\nregion = \"eu\"\nreplicas = 3\n"
            "[[node]]\nname = \"b\"\nrole = \"service\"\nregion = \"eu\"\nreplicas = 4\nstate = \"standby\"\n"
            "[[node]]\nname = \"c\"\nrole = \"service\"\nregion = \"us\"\nreplicas = 2\nstate = "
            "\"standby\"\n",
            "[cloud.deployment.autoscaling]\nenable = false\n");
        QVERIFY(text(analysis, "overlays/eu/patch-deployment.yaml").ends_with("value: 3\n"));
        QVERIFY(text(analysis, "overlays/us/patch-deployment.yaml").ends_with("value: 2\n"));
    }

    /// A value of a wrong form never names a folder.
    void aPlaceThatNoFolderCanHaveIsLeftOut() {
        QCOMPARE(overlaysOf(
                     made("targets = [\"k8s\"]\n[[region]]\nname = \"../eu\"\n[[region]]\nname = \"us\"\n")),
                 std::set<std::string>{"us"});
    }

    void minDomainsAreForHardConstraints() {
        const std::string spread =
            "targets = [\"k8s\"]\n[kubernetes.spread]\nover = \"zone\"\nmin_domains = 2\n";
        const auto patchOf = [&](const std::string& more) {
            return text(made(spread + more), "overlays/default/patch-deployment.yaml");
        };
        QVERIFY(!patchOf("").contains("minDomains"));
        QVERIFY(patchOf("when_unsatisfiable = \"DoNotSchedule\"\n").contains("minDomains: 2"));
    }

    void labelKeysNeedARelease() {
        const std::string spread = "targets = [\"k8s\"]\n[kubernetes.spread]\nover = \"zone\"\n";
        const auto patchOf = [&](const std::string& more) {
            return text(made(spread + more), "overlays/default/patch-deployment.yaml");
        };
        QVERIFY(patchOf("").contains("pod-template-hash"));
        QVERIFY(!patchOf("per_revision = false\n").contains("pod-template-hash"));
        QVERIFY(!patchOf("[profile]\nkubernetes = \"1.26\"\n").contains("pod-template-hash"));
    }

    void oneBoundOfABudgetIsWritten() {
        const Analysis analysis = made("targets = [\"k8s\"]\n[kubernetes.disruption_budget]\nmin_available = "
                                       "\"50%\"\nmax_unavailable = \"1\"\n");
        const YAML::Node budget = YAML::Load(text(analysis, "overlays/default/disruption-budget.yaml"));
        QCOMPARE(budget["spec"]["maxUnavailable"].as<int>(), 1);
        QVERIFY(!budget["spec"]["minAvailable"].IsDefined());
        QCOMPARE(budget["spec"]["selector"]["matchLabels"]["app"].as<std::string>(), "orders");
    }

    void aRouteOfTheGatewayWithTlsBindsToHttps() {
        const Analysis analysis =
            made("targets = [\"k8s\"]\n[kubernetes.route]\nkind = \"http-route\"\nhost = \"a.b\"\nclass = "
                 "\"edge\"\ntls_secret = \"s\"\n");
        const YAML::Node route = YAML::Load(text(analysis, "overlays/default/http-route.yaml"));
        QCOMPARE(route["spec"]["parentRefs"][0]["name"].as<std::string>(), "edge");
        QCOMPARE(route["spec"]["parentRefs"][0]["port"].as<int>(), 443);
    }
};

ARABESQUE_TEST(KustomizeTest)

#include "kustomize_test.moc"
