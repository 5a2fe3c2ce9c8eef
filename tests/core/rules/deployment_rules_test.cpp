#include "core/analysis/analysis.h"
#include "core/rules/rule_list.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using tests::snapshotOf;

namespace {

constexpr std::string_view package = "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n"
                                     "[build-options]\ncloud = \"k8s\"\n";

/// What one rule says of a Deployment.toml, a line each: "warning: ...".
QString said(const Rule& rule, std::string_view deploymentToml, std::string_view cloudToml = "") {
    const Analysis analysis = analyze(snapshotOf(
        {{"Ballerina.toml", package}, {"Cloud.toml", cloudToml}, {"Deployment.toml", deploymentToml}}));
    QString lines;
    for (const Diagnostic& each : analysis.diagnostics)
        if (each.rule == rule.id)
            lines +=
                QString::fromStdString(nameOf(each.severity) + std::string(": ") + each.message.english()) +
                '\n';
    return lines;
}

const std::string pair = "[[node]]\nname = \"lb\"\nrole = \"load-balancer\"\n"
                         "[[node]]\nname = \"a\"\nrole = \"service\"\n"
                         "[[node]]\nname = \"b\"\nrole = \"service\"\n";

}

/// Rules on what Deployment.toml lays out: what their examples do not show, above all where they keep silent.
class DeploymentRulesTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyFileIsNotTalkedAbout() {
        const Analysis analysis =
            analyze(snapshotOf({{"Ballerina.toml", package}, {"Deployment.toml", "format = 1\n"}}));
        for (const Diagnostic& each : analysis.diagnostics) QVERIFY(each.place.file != "Deployment.toml");
    }
    void balancersOfTheCloudAreNotConfigured() {
        const std::string managed = pair + "[load_balancer]\nmanaged = true\nmax_fails = 0\nworkers = 4\n"
                                           "connect_timeout = \"60s\"\nslow_start = \"10s\"\n";
        for (const Rule* rule : {&failures_are_counted, &workers_share_failures, &connect_timeout_is_short,
                                 &balancer_knows_the_setting, &server_errors_count})
            QCOMPARE(said(*rule, managed), "");
    }
    void defaultsOfTheBalancerAreAdvice() {
        QVERIFY(said(connect_timeout_is_short, pair + "[load_balancer]\nmethod = \"least-conn\"\n")
                    .startsWith("info"));
        QVERIFY(said(connect_timeout_is_short, pair + "[load_balancer]\nconnect_timeout = \"6s\"\n")
                    .startsWith("warning"));
        QCOMPARE(said(connect_timeout_is_short, pair + "[load_balancer]\nconnect_timeout = \"5s\"\n"), "");
    }
    void settingsGoByEngineAndRelease() {
        const auto settings = [](const std::string& release, const std::string& keys) {
            return said(balancer_knows_the_setting,
                        "[profile]\nnginx = \"" + release + "\"\n[load_balancer]\nzone = \"64k\"\n" + keys);
        };
        QCOMPARE(settings("1.29.6", "affinity = \"cookie\"\n"), "");
        QVERIFY(!settings("1.29.5", "affinity = \"cookie\"\n").isEmpty());
        QCOMPARE(settings("1.27.3", "resolve = true\n"), "");
        QVERIFY(!settings("1.26", "resolve = true\n").isEmpty());
        QCOMPARE(settings("1.31", "method = \"least-time\"\n"), "");
        QVERIFY(!settings("1.30", "method = \"least-time\"\n").isEmpty());
        QVERIFY(!settings("1.31", "engine = \"haproxy\"\nmethod = \"least-time\"\n").isEmpty());
        QCOMPARE(settings("1.26", "engine = \"haproxy\"\nslow_start = \"10s\"\naffinity = \"cookie\"\n"), "");
        QCOMPARE(settings("plus-r33", "slow_start = \"10s\"\nhealth_check = { path = \"/\" }\n"), "");
    }
    void standbysOfHaproxyTakeAnyMethod() {
        const std::string standby = pair + "state = \"standby\"\n[load_balancer]\nmethod = \"ip-hash\"\n";
        QVERIFY(!said(standby_needs_a_method_that_knows_it, standby).isEmpty());
        QCOMPARE(said(standby_needs_a_method_that_knows_it, standby + "engine = \"haproxy\"\n"), "");
    }
    void budgetsAreHeldAgainstTheLeastReplicas() {
        const auto budget = [](const std::string& least, const std::string& replicas) {
            return said(
                budget_lets_pods_go, "[kubernetes.disruption_budget]\nmin_available = \"" + least + "\"\n",
                "[cloud.deployment.autoscaling]\nmin_replicas = " + replicas + "\nmax_replicas = 10\n");
        };
        QCOMPARE(budget("1", "2"), "");
        QCOMPARE(budget("50%", "3"), "");
        QVERIFY(!budget("50%", "1").isEmpty());
        QVERIFY(!budget("67%", "3").isEmpty());
        QVERIFY(!budget("2", "2").isEmpty());
    }
    void kubernetesIsAskedForTargets() {
        const std::string rollout = "[kubernetes.rollout]\nmax_surge = \"0\"\nmax_unavailable = \"0%\"\n";
        QVERIFY(!said(rollout_can_proceed, rollout).isEmpty());
        QCOMPARE(said(rollout_can_proceed, "targets = [\"vm\"]\n" + rollout), "");
        QVERIFY(!said(rollout_can_proceed, "targets = [\"vm\", \"k8s\"]\n" + rollout).isEmpty());
    }
    void integratorsStopForThreeMinutes() {
        const std::string product = "product = \"micro-integrator\"\n[kubernetes.shutdown]\n";
        QVERIFY(said(stop_fits_the_grace_period, product + "pre_stop = \"10s\"\n").contains("3m"));
        QCOMPARE(said(stop_fits_the_grace_period, product + "grace_period = \"4m\"\n"), "");
        QCOMPARE(said(stop_fits_the_grace_period, "[kubernetes.shutdown]\npre_stop = \"10s\"\n"), "");
    }
    void backgroundWorkMayWaitInAStandby() {
        const std::string active = "[[node]]\nname = \"a\"\nrole = \"service\"\nbackground_work = true\n";
        const std::string standby = active +
                                    "[[node]]\nname = \"b\"\nrole = \"service\"\nstate = \"standby\"\n"
                                    "background_work = true\n";
        QVERIFY(said(background_work_runs_once, standby).startsWith("error"));
        QCOMPARE(said(background_work_runs_once, standby + "start_time = \"1m\"\n"), "");
        QVERIFY(said(background_work_runs_once, active + "replicas = 2\n").startsWith("warning"));
        QCOMPARE(said(background_work_runs_once, active), "");
    }
    void tasksThatWaitForTooManyNeverRun() {
        const std::string two = "[[node]]\nname = \"a\"\nrole = \"micro-integrator\"\nreplicas = 2\n";
        const auto tasks = [&](const std::string& servers) {
            return said(tasks_survive_a_loss, two + "[micro_integrator]\ntask_servers = " + servers + "\n");
        };
        QCOMPARE(tasks("1"), "");
        QVERIFY(tasks("2").startsWith("warning"));
        QVERIFY(tasks("3").startsWith("error"));
    }
    void aZoneIsAskedOfItsOwnRegion() {
        const std::string regions = "[[region]]\nname = \"west\"\nzones = [\"a\"]\n"
                                    "[[region]]\nname = \"north\"\nzones = [\"b\"]\n"
                                    "[[node]]\nname = \"x\"\nrole = \"service\"\n";
        QCOMPARE(said(node_zone_is_declared, regions + "region = \"west\"\nzone = \"a\"\n"), "");
        QVERIFY(
            said(node_zone_is_declared, regions + "region = \"west\"\nzone = \"b\"\n").contains("'west'"));
        QVERIFY(said(node_zone_is_declared, regions + "zone = \"b\"\n").contains("which region"));
        QCOMPARE(said(node_zone_is_declared, regions + "region = \"south\"\nzone = \"b\"\n"), "");
    }
    void machinesOfOneHostHavePortsOfTheirOwn() {
        const auto nodes = [](const std::string& second) {
            return said(node_address_is_unique,
                        "[[node]]\nname = \"a\"\nrole = \"service\"\nhost = \"10.0.0.1\"\n"
                        "[[node]]\nname = \"b\"\n" +
                            second);
        };
        QCOMPARE(nodes("role = \"service\"\nhost = \"10.0.0.2\"\n"), "");
        QCOMPARE(nodes("role = \"service\"\nhost = \"10.0.0.1\"\nport = 9091\n"), "");
        QVERIFY(!nodes("role = \"service\"\nhost = \"10.0.0.1\"\n").isEmpty());
    }
};

ARABESQUE_TEST(DeploymentRulesTest)
#include "deployment_rules_test.moc"
