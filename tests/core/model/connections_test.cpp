#include "core/model/connections.h"

#include "core/model/deployment.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

std::string nameOf(const Topology& topology, End end) {
    switch (end.kind) {
    case End::Kind::Clients: return "clients";
    case End::Kind::Dns: return "dns";
    case End::Kind::ManagedBalancer: return "balancer";
    case End::Kind::Node: return *topology.nodes[end.number].name;
    case End::Kind::ManagedDatabase: return *topology.databases[end.number].name;
    }
    return "";
}

/// "clients > lb:443 HTTPS" and so on, a line each; a standby in brackets.
std::string connectionsOf(std::string text) {
    const Topology topology = topologyOf(toml::Document(std::move(text)), Workload{});
    std::string lines;
    for (const Connection& each : arabesque::connectionsOf(topology)) {
        const std::string to = nameOf(topology, each.to);
        lines += nameOf(topology, each.from) + " > " + (each.standby ? '(' + to + ')' : to);
        lines += (each.port == 0 ? "" : ':' + std::to_string(each.port)) + ' ' + each.protocol + '\n';
    }
    return lines;
}

std::string node(const std::string& name, const std::string& role, const std::string& more = "") {
    return "[[node]]\nname = \"" + name + "\"\nrole = \"" + role + "\"\n" + more;
}

}

/// Who asks whom follows from roles, pools and places.
class ConnectionsTest : public QObject {
    Q_OBJECT

private slots:
    void clientsReachAServiceWithoutABalancer() {
        QCOMPARE(connectionsOf(node("orders", "service")), "clients > orders:9090 HTTP\n");
    }
    void aBalancerHandsOnAndThePairAgrees() {
        QCOMPARE(connectionsOf(node("lb-1", "load-balancer") +
                               node("lb-2", "load-balancer", "state = \"standby\"\n") + node("a", "service") +
                               node("b", "service", "state = \"standby\"\nport = 9091\n") +
                               "[load_balancer.vip]\naddress = \"10.0.0.1\"\n"),
                 "clients > lb-1:443 HTTPS\nclients > (lb-2):443 HTTPS\n"
                 "lb-1 > a:9090 HTTP\nlb-1 > (b):9091 HTTP\nlb-2 > a:9090 HTTP\nlb-2 > (b):9091 HTTP\n"
                 "lb-1 > lb-2 VRRP\n");
    }
    void aManagedBalancerIsOne() {
        QCOMPARE(connectionsOf("[load_balancer]\nmanaged = true\n" + node("a", "service")),
                 "clients > balancer:443 HTTPS\nbalancer > a:9090 HTTP\n");
    }
    void dnsLeadsToEachRegionAndStandbyRegionsWait() {
        QCOMPARE(connectionsOf("[dns]\nname = \"api.acme.io\"\n[[region]]\nname = \"w\"\nrole = \"primary\"\n"
                               "[[region]]\nname = \"n\"\nrole = \"standby\"\n" +
                               node("a", "service", "region = \"w\"\n") +
                               node("b", "service", "region = \"n\"\n")),
                 "clients > dns DNS\ndns > a:9090 HTTP\ndns > (b):9090 HTTP\n");
    }
    void serversAskThePrimaryAndCopiesFollowIt() {
        QCOMPARE(connectionsOf("[[database]]\nname = \"orders\"\nreplication = \"asynchronous\"\n" +
                               node("a", "service") + node("db-1", "database") +
                               node("db-2", "database", "state = \"standby\"\n")),
                 "clients > a:9090 HTTP\na > db-1:5432 TCP\ndb-1 > db-2:5432 TCP\n");
    }
    void poolsSayWhoAsksWhichDatabase() {
        QCOMPARE(
            connectionsOf(
                "[[database]]\nname = \"x\"\nmanaged = true\n[[database]]\nname = \"y\"\nmanaged = true\n"
                "engine = \"mysql\"\n[[pool]]\nrole = \"service\"\ndatabase = \"y\"\n" +
                node("a", "service")),
            "clients > a:9090 HTTP\na > y:3306 TCP\n");
    }
    void gatewaysKeepContactWithTheControlPlane() {
        QCOMPARE(connectionsOf("product = \"api-manager\"\n" + node("gw", "gateway") +
                               node("cp", "control-plane") + node("tm", "traffic-manager")),
                 "clients > gw:8243 HTTPS\nclients > cp:9443 HTTPS\ngw > cp:9443 HTTPS\ngw > tm:9611 TCP\n"
                 "cp > tm:9443 HTTPS\ntm > cp:5672 AMQP\n");
    }
    void linksAreAsDeclaredAndThoseToNobodyAreLeftOut() {
        QCOMPARE(connectionsOf(node("a", "service") + node("erp", "external") +
                               "[[link]]\nfrom = \"a\"\nto = \"erp\"\nport = 8443\nprotocol = \"gRPC\"\n"
                               "[[link]]\nfrom = \"a\"\nto = \"nobody\"\n"),
                 "clients > a:9090 HTTP\na > erp:8443 gRPC\n");
    }
    void halfWrittenEntriesAreNoHarm() {
        QCOMPARE(connectionsOf("[[node]]\n[[node]]\nrole = \"serv\"\n[[link]]\n[[database]]\n[[region]]\n"),
                 "");
    }
};

ARABESQUE_TEST(ConnectionsTest)
#include "connections_test.moc"
