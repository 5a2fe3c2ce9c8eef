#include "core/model/listening_ports.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

/// "9090 by acme.shop.port, 9091": ports of a program acme/shop with a configuration.
std::string portsOf(const std::string& source, const std::string& config = "") {
    const ballerina::PackageFacts facts = ballerina::scan(
        {{"main.bal", "", std::make_shared<const std::string>("import ballerina/http;\n" + source)}});
    const toml::Document configuration(config);
    std::string text;
    for (const ListeningPort& each : listeningPortsOf({facts, "acme", "shop", false}, &configuration))
        text += (text.empty() ? "" : ", ") + std::to_string(each.number) +
                (each.key.empty() ? "" : " by " + each.key);
    return text;
}

const std::string moved = "configurable int port = 9090;\nlistener http:Listener entry = new (port);\n"
                          "service / on entry {\n}\n";

}

class ListeningPortsTest : public QObject {
    Q_OBJECT

private slots:
    void sourcesFixAPort() {
        QCOMPARE(
            portsOf(
                "service / on new http:Listener(9090) {\n}\nservice /a on new http:Listener(9091) {\n}\n"),
            "9090, 9091");
        QCOMPARE(portsOf("final int port = 9090;\nservice / on new http:Listener(port) {\n}\n"), "9090");
    }
    void aConfigurableMovesIt() {
        QCOMPARE(portsOf(moved), "9090 by acme.shop.port");
        QCOMPARE(portsOf(moved, "[shop]\nport = 9191\n"), "9191 by acme.shop.port");
        QCOMPARE(portsOf(moved, "port = \"none\"\n"), "9090 by acme.shop.port");
        QCOMPARE(portsOf("configurable int port = 9090;\nservice / on new http:Listener(9090) {\n}\n"),
                 "9090");
    }
    void theDefaultListenerHasItsOwn() {
        const std::string program =
            "listener http:Listener entry = http:getDefaultListener();\nservice / on entry {\n}\n";
        QCOMPARE(portsOf(program), "9090 by ballerina.http.defaultListenerPort");
        QCOMPARE(portsOf(program, "[ballerina.http]\ndefaultListenerPort = 8080\n"),
                 "8080 by ballerina.http.defaultListenerPort");
    }
    void portsThatCodeToCloudPassesOverCount() {
        QCOMPARE(
            portsOf("listener http:Listener entry = new http:Listener(9091);\nservice / on entry {\n}\n"),
            "9091");
    }
    void aRequiredPortIsKnownByItsConfiguration() {
        const std::string program = "configurable int port = ?;\nlistener http:Listener entry = new "
                                    "(port);\nservice / on entry {\n}\n";
        QCOMPARE(portsOf(program), "0 by acme.shop.port");
        QCOMPARE(portsOf(program, "port = 9191\n"), "9191 by acme.shop.port");
    }
    void aListenerNobodyKnowsThePortOfIsZero() {
        const std::string computed =
            "listener http:Listener other = new (9000 + 1);\nservice /o on other {\n}\n";
        QCOMPARE(portsOf("service / on new http:Listener(9090) {\n}\n" + computed), "9090, 0");
        QCOMPARE(portsOf(moved), "9090 by acme.shop.port");
        QVERIFY(canListenAt(std::vector<ListeningPort>{{9090, "", {}}, {}}, 9191));
    }
    void whatIsNotKnownIsNotHeldAgainstANode() {
        QCOMPARE(portsOf("public function main() {\n}\n"), "");
        QVERIFY(canListenAt({}, 9191));
    }
    void aPortIsMovedOnlyWhereItIsAnother() {
        const std::vector<ListeningPort> ports{{9090, "", {}}, {9091, "acme.shop.admin", {}}};
        QVERIFY(portToMove(ports, 9090) == nullptr);
        QCOMPARE(portToMove(ports, 9191)->key, "acme.shop.admin");
        QVERIFY(!canListenAt(std::vector<ListeningPort>{{9090, "", {}}}, 9191));
    }
};

ARABESQUE_TEST(ListeningPortsTest)
#include "listening_ports_test.moc"
