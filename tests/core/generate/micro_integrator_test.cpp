#include "tests/core/generate/made_files.h"
#include "tests/support/test_main.h"

#include <QTest>
#include <yaml-cpp/yaml.h>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

constexpr const char* objects = "micro-integrator/kubernetes/micro-integrator.yaml";

Analysis design(const std::string& target, const std::string& more) {
    return made(ordersProject(
        {{"Deployment.toml", "product = \"micro-integrator\"\ntargets = [\"" + target + "\"]\n" + more}}));
}

std::string node(const std::string& name, const std::string& more = {}) {
    return "[[node]]\nname = \"" + name + "\"\nrole = \"micro-integrator\"\nhost = \"10.0.0.1\"\n" + more;
}

YAML::Node deploymentOf(const Analysis& analysis) {
    for (const YAML::Node& each : YAML::LoadAll(textOf(analysis, objects)))
        if (each["kind"] && each["kind"].as<std::string>() == "Deployment") return each["spec"];
    return {};
}

}

class MicroIntegratorTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsMadeWithoutOne() { QCOMPARE(pathsOf(design("vm", ""), "micro-integrator"), ""); }

    void aTargetDecidesWhatIsMade() {
        QVERIFY(pathsOf(design("vm", node("mi-1")), "micro-integrator")
                    .contains("mi-1/micro-integrator.service"));
        QVERIFY(!pathsOf(design("vm", node("mi-1")), "micro-integrator").contains("Dockerfile"));
        QVERIFY(!pathsOf(design("docker", node("mi-1")), "micro-integrator").contains(".service"));
    }

    /// Work under way has its time after the wait before the signal, unless somebody wrote another one.
    void podsHaveTimeToEnd() {
        const YAML::Node pod = deploymentOf(design(
            "k8s", node("mi") + "[micro_integrator]\ngraceful_shutdown = \"60s\"\n"))["template"]["spec"];
        QCOMPARE(pod["terminationGracePeriodSeconds"].as<int>(), 60 + 15 + 10);
        const YAML::Node written = deploymentOf(
            design("k8s", node("mi") + "[kubernetes.shutdown]\ngrace_period = \"5m\"\n"))["template"]["spec"];
        QCOMPARE(written["terminationGracePeriodSeconds"].as<int>(), 300);
    }

    void theHeapLeavesRoomBelowTheLimit() {
        const std::string limit = "[[component]]\nrole = \"micro-integrator\"\nmemory_limit = \"2Gi\"\n";
        QVERIFY(textOf(design("k8s", node("mi") + limit), objects).contains("-Xms1536m -Xmx1536m"));
        QVERIFY(textOf(design("k8s", node("mi") + limit + "max_heap = \"1g\"\n"), objects)
                    .contains("-Xms1g -Xmx1g"));
    }

    void standbysAreNotStartedBesideOthers() {
        const std::string standby = node("mi-2", "state = \"standby\"\n");
        QCOMPARE(deploymentOf(design("k8s", node("mi-1", "replicas = 2\n") + standby))["replicas"].as<int>(),
                 2);
        QCOMPARE(deploymentOf(design("k8s", standby))["replicas"].as<int>(), 1);
    }

    void theOffsetMovesEveryPort() {
        const std::string text =
            textOf(design("k8s", node("mi") + "[micro_integrator]\noffset = 0\n"), objects);
        for (const char* port : {"8280", "8243", "9191", "9154"}) QVERIFY(text.contains(port));
        QVERIFY(!text.contains("9201"));
    }

    /// 2.x is told a secret and the runtime's name, 1.x is the dashboard.
    void theControlPlaneIsToldByItsRelease() {
        const std::string plane =
            "[[node]]\nname = \"icp\"\nrole = \"integration-control-plane\"\nhost = \"icp.acme.org\"\n";
        const char* file = "micro-integrator/mi-1/deployment.toml";
        const std::string second = textOf(design("vm", node("mi-1") + plane), file);
        QVERIFY2(second.contains("icp_url = \"https://icp.acme.org:9445\""), second.c_str());
        QVERIFY(second.contains("secret = \"$env{ICP_SECRET}\"") && second.contains("runtime = \"mi-1\""));
        const std::string first = textOf(
            design("vm", node("mi-1") + plane + "[profile]\nintegration_control_plane = \"1.2.0\"\n"), file);
        QVERIFY2(first.contains("dashboard_url = \"https://icp.acme.org:9743/dashboard/api/\""),
                 first.c_str());
        QVERIFY(!first.contains("icp_config"));
    }

    /// Nobody here knows the host of a database that the cloud runs.
    void aManagedDatabaseIsFilledIn() {
        const Analysis analysis = design(
            "vm", node("mi-1") + "[[database]]\nname = \"agreed\"\nengine = \"postgresql\"\nmanaged = true\n"
                                 "[micro_integrator]\ncoordination = true\n");
        QVERIFY(
            textOf(analysis, "micro-integrator/mi-1/deployment.toml")
                .contains("url = \"jdbc:postgresql://$env{MI_COORDINATION_DB_HOST}:5432/mi_coordination\""));
        QVERIFY(
            textOf(analysis, "micro-integrator/mi-1/secrets.env").contains("\nMI_COORDINATION_DB_HOST=\n"));
    }
};

ARABESQUE_TEST(MicroIntegratorTest)
#include "micro_integrator_test.moc"
