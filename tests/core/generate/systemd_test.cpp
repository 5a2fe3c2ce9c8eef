#include "tests/core/generate/made_files.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

const std::string node = "[[node]]\nname = \"orders-1\"\nrole = \"service\"\nhost = \"10.0.1.11\"\n";

Analysis deployed(const std::string& deploymentToml, const ProjectTexts& more = {}) {
    ProjectTexts texts = more;
    texts.emplace_back("Deployment.toml", "targets = [\"vm\"]\n\n" + deploymentToml);
    return made(ordersProject(texts));
}

std::string unitOf(const std::string& deploymentToml, const ProjectTexts& more = {}) {
    return textOf(deployed(deploymentToml, more), "vm/systemd/orders-1/orders.service");
}

/// The line of a setting, without its key.
std::string settingIn(const std::string& unit, const std::string& key) {
    const std::size_t at = unit.find('\n' + key + '=');
    if (at == std::string::npos) return "(none)";
    const std::size_t begin = at + key.size() + 2;
    return unit.substr(begin, unit.find('\n', begin) - begin);
}

}

/// Units of the program on machines, and what it finds in its environment.
class SystemdTest : public QObject {
    Q_OBJECT

private slots:
    void eachServiceNodeHasAUnit() {
        const Analysis analysis =
            deployed(node + "[[node]]\nname = \"orders-2\"\nrole = \"service\"\nhost = \"10.0.1.12\"\n"
                            "[[node]]\nname = \"db\"\nrole = \"database\"\nhost = \"10.0.1.21\"\n");
        QCOMPARE(pathsOf(analysis, "systemd"),
                 "vm/systemd/orders-1/orders.env\nvm/systemd/orders-1/orders.service\n"
                 "vm/systemd/orders-2/orders.env\nvm/systemd/orders-2/orders.service\n");
        QCOMPARE(
            textOf(analysis, "vm/systemd/orders-1/orders.env"),
            "# Environment of the program on orders-1\nBAL_CONFIG_FILES=/opt/orders/config/Config.toml\n");
    }

    void itRunsTheJar() {
        const std::string unit = unitOf(node);
        QCOMPARE(settingIn(unit, "ExecStart"),
                 "/usr/bin/java -XX:+ExitOnOutOfMemoryError -jar /opt/orders/current/orders.jar");
        QCOMPARE(settingIn(unit, "User"), "ballerina");
        QCOMPARE(settingIn(unit, "SuccessExitStatus"), "143");
        QCOMPARE(settingIn(unit, "Restart"), "on-failure");
        QCOMPARE(settingIn(unit, "TimeoutStopSec"), "30s");
        QVERIFY(unit.contains("\nEnvironmentFile=/opt/orders/config/orders.env\n"
                              "EnvironmentFile=-/opt/orders/config/secrets.env\n"));
        QVERIFY(!unit.contains("MemoryDenyWriteExecute"));
    }

    void settingsOfMachines() {
        const Analysis analysis =
            deployed("[vm]\nuser = \"orders\"\nfolder = \"/srv/orders\"\njava = \"/opt/jdk-21/bin/java\"\n"
                     "max_heap = \"1024m\"\njava_options = [\"-XX:+UseG1GC\", \"-Dname=50% of $HOME\"]\n"
                     "start_timeout = \"1m30s\"\nstop_timeout = \"45s\"\n" +
                     node);
        const std::string path = "vm/systemd/orders-1/orders.service";
        const std::string unit = textOf(analysis, path);
        QCOMPARE(settingIn(unit, "ExecStart"),
                 "/opt/jdk-21/bin/java -Xmx1024m -XX:+ExitOnOutOfMemoryError -XX:+UseG1GC "
                 "\"-Dname=50%% of $$HOME\" -jar /srv/orders/current/orders.jar");
        QCOMPARE(settingIn(unit, "User"), "orders");
        QCOMPARE(settingIn(unit, "TimeoutStartSec"), "1m30s");
        QCOMPARE(settingIn(unit, "TimeoutStopSec"), "45s");
        QVERIFY(settingsBehind(analysis, path, "ExecStart").contains("Deployment.toml:vm.max_heap"));
        QCOMPARE(settingsBehind(analysis, path, "TimeoutStopSec"), "Deployment.toml:vm.stop_timeout");
        QCOMPARE(settingsBehind(analysis, path, "User"), "Deployment.toml:vm.user");
    }

    void aNativeProgramIsItsOwnExecutable() {
        const std::string unit =
            unitOf("[vm]\nmax_heap = \"512m\"\njava_options = [\"-XX:+UseG1GC\"]\n" + node,
                   {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.2.0\"\n\n"
                                       "[build-options]\ngraalvm = true\n"}});
        QCOMPARE(settingIn(unit, "ExecStart"), "/opt/orders/current/orders -Xmx512m");
    }

    void aConfigurablePortIsMoved() {
        QVERIFY(settingIn(unitOf(node + "port = 9191\n"), "ExecStart").ends_with(" -Cacme.orders.port=9191"));
        // with the port of its configuration there is nothing to move
        const ProjectTexts moved{{"Config.toml", "region = \"eu\"\nport = 9191\n"}};
        QVERIFY(!settingIn(unitOf(node + "port = 9191\n", moved), "ExecStart").contains("-C"));
        QVERIFY(settingIn(unitOf(node + "port = 9090\n", moved), "ExecStart").ends_with("=9090"));
    }

    void theDefaultListenerIsMoved() {
        const ProjectTexts program{{"main.bal",
                                    "import ballerina/http;\nlistener http:Listener entry = "
                                    "http:getDefaultListener();\nservice /orders on entry {\n}\n"},
                                   {"Config.toml", ""}};
        QVERIFY(settingIn(unitOf(node + "port = 9191\n", program), "ExecStart")
                    .ends_with(" -Cballerina.http.defaultListenerPort=9191"));
        QVERIFY(!settingIn(unitOf(node + "port = 9090\n", program), "ExecStart").contains("-C"));
    }

    void aPortInTheSourcesStays() {
        const ProjectTexts program{
            {"main.bal", "import ballerina/http;\nservice /orders on new http:Listener(9090) {\n}\n"},
            {"Config.toml", ""}};
        QVERIFY(!settingIn(unitOf(node + "port = 9191\n", program), "ExecStart").contains("-C"));
    }

    void lowPortsNeedACapability() {
        QCOMPARE(settingIn(unitOf(node), "CapabilityBoundingSet"), "");
        QCOMPARE(settingIn(unitOf(node + "port = 80\n"), "AmbientCapabilities"), "CAP_NET_BIND_SERVICE");
    }

    void whatIsInAHomeStaysVisible() {
        QCOMPARE(settingIn(unitOf(node), "ProtectHome"), "yes");
        QCOMPARE(settingIn(unitOf("[vm]\njava = \"/home/ci/jdk/bin/java\"\n" + node), "ProtectHome"),
                 "read-only");
    }

    void secretsThatNoVariableHoldsAreReadFirst() {
        const Analysis analysis = deployed(node, {{"main.bal", "configurable string[] tokens = ?;\n"},
                                                  {"Config.toml", "tokens = [\"a\"]\n"}});
        QVERIFY(textOf(analysis, "vm/systemd/orders-1/orders.env")
                    .contains("=/opt/orders/config/Secrets.toml:/opt/orders/config/Config.toml\n"));
    }

    void withoutConfigurationNoFileIsNamed() {
        const Analysis analysis =
            made({{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.2.0\"\n"},
                  {"main.bal", "public function main() {\n}\n"},
                  {"Deployment.toml", "targets = [\"vm\"]\n" + node}});
        QCOMPARE(textOf(analysis, "vm/systemd/orders-1/orders.env"),
                 "# Environment of the program on orders-1\n");
    }

    void nodesThatNoFolderCanBeCalledAreLeftOut() {
        QCOMPARE(pathsOf(deployed("[[node]]\nname = \"../etc\"\nrole = \"service\"\nhost = \"10.0.1.11\"\n"),
                         "systemd"),
                 "");
    }
};

ARABESQUE_TEST(SystemdTest)
#include "systemd_test.moc"
