#include "core/analysis/outputs.h"

#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

Analysis with(std::string_view deployment, const std::string& cloud = "docker") {
    const std::string package = "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"
                                "[build-options]\ncloud = \"" +
                                cloud + "\"\n";
    return analyze(
        snapshotOf({{"Ballerina.toml", package},
                    {"main.bal", "import ballerina/http;\nservice / on new http:Listener(9090) {}\n"},
                    {"Deployment.toml", deployment}}));
}

constexpr const char* pair = R"(targets = ["vm"]
[load_balancer]
max_fails = 2
slow_start = "30s"
[[node]]
name = "lb"
role = "load-balancer"
[[node]]
name = "app-1"
role = "service"
host = "10.0.0.1"
[[node]]
name = "app-2"
role = "service"
replicas = 3
)";

constexpr const char* clustered = R"(targets = ["k8s"]
[load_balancer]
max_fails = 2
[kubernetes]
namespace = "retail"
[kubernetes.shutdown]
grace_period = "60s"
time = "20s"
[kubernetes.spread]
over = "zone"
max_skew = 2
min_domains = 2
[kubernetes.disruption_budget]
min_available = "1"
max_unavailable = "1"
[kubernetes.startup_probe]
failures = 7
[kubernetes.rollout]
scale_down_after = "10m"
[gitops]
repository = "git@git.example.com:a.git"
)";

/// "nginx: 2 files", "haproxy: left out", in the order of the bundle.
std::string textOf(const std::vector<FamilyOutput>& outputs) {
    std::string text;
    for (const FamilyOutput& each : outputs)
        text += std::string(each.family->id) +
                (each.wanted ? ' ' + std::to_string(each.artifacts.size()) : " -") + '\n';
    return text;
}

std::string after(const Analysis& analysis, const Result<Edit>& edit) {
    if (!edit) return "(refused)";
    const Applied applied = apply(*analysis.snapshot, *edit);
    return std::string(applied.snapshot->text("Deployment.toml"));
}

std::string lost(const Analysis& analysis) {
    std::string text;
    for (const NotCarried& each : notCarriedOver(analysis))
        text += std::string(each.target) + ' ' + each.setting.key() + '\n';
    return text;
}

}

class OutputsTest : public QObject {
    Q_OBJECT

private slots:
    void familiesOfTargetsAreListed() {
        QVERIFY2(textOf(outputsOf(with(""))) == "docker 1\n", textOf(outputsOf(with(""))).c_str());
        const std::string text = textOf(outputsOf(with(pair)));
        QVERIFY2(text.contains("docker 1\n") && text.contains("nginx 2\n") && text.contains("haproxy 0\n"),
                 text.c_str());
    }

    void aFamilyIsLeftOutAndTakenInAgain() {
        const Analysis before = with(pair);
        const std::string without = after(before, switchFamily(before, "nginx", false));
        QVERIFY2(without.contains("leave_out = [\"nginx\"]"), without.c_str());
        const Analysis analysis = with(without);
        QVERIFY(std::ranges::none_of(analysis.artifacts,
                                     [](const Artifact& a) { return a.generator == "nginx"; }));
        QVERIFY(textOf(outputsOf(analysis)).contains("nginx -\n"));
        QCOMPARE(after(analysis, switchFamily(analysis, "nginx", true)), std::string(pair));
    }

    void whatTheBuildMakesCanBeLeftOutToo() {
        QVERIFY(textOf(outputsOf(with("leave_out = [\"docker\"]\n"))) == "docker -\n");
        QVERIFY(with("leave_out = [\"docker\"]\n").artifacts.empty());
    }

    void theFirstTargetKeepsThatOfTheBuild() {
        const Analysis none = with("");
        QCOMPARE(after(none, switchTarget(none, "vm", true)),
                 std::string("targets = [\"docker\", \"vm\"]\n"));
        const Analysis one = with("targets = [\"vm\"]\n");
        QCOMPARE(after(one, switchTarget(one, "k8s", true)), std::string("targets = [\"vm\", \"k8s\"]\n"));
        QVERIFY(!after(one, switchTarget(one, "vm", false)).contains("targets"));
    }

    void settingsWithoutAPlaceAreNamed() {
        const std::string names = lost(with(pair));
        QVERIFY2(names.contains("vm load_balancer.slow_start\n"), names.c_str());   // NGINX without Plus
        QVERIFY2(names.contains("vm node[2].replicas\n"), names.c_str());
        QVERIFY2(!names.contains("max_fails"), names.c_str());
        QVERIFY2(!names.contains("node[1].host"), names.c_str());
        std::string haproxy(pair);
        haproxy.replace(haproxy.find("slow_start"), 0, "engine = \"haproxy\"\n");
        QVERIFY(!lost(with(haproxy)).contains("slow_start"));
    }

    /// The overlays carry all that Kubernetes has a place for.
    void whatClustersHaveNoPlaceForIsNamed() {
        const std::string names = lost(with(clustered, "k8s"));
        QCOMPARE(
            names,
            "k8s load_balancer.max_fails\nk8s kubernetes.shutdown.time\nk8s kubernetes.spread.min_domains\n"
            "k8s kubernetes.startup_probe.failures\n");
    }

    void withoutATargetNothingIsMissed() {
        QCOMPARE(lost(with("[load_balancer]\nmax_fails = 2\n")), std::string());
    }
};

ARABESQUE_TEST(OutputsTest)

#include "outputs_test.moc"
