#include "core/topology/single_points.h"

#include "tests/core/model/bound.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

std::string node(const std::string& name, const std::string& role, const std::string& more = {}) {
    return "[[node]]\nname = \"" + name + "\"\nrole = \"" + role + "\"\n" + more;
}

/// Each cut on a line, and what it costs.
std::string cuts(const std::string& deployment, bool pairs = false) {
    std::string text;
    for (const CutSet& cut : cutSetsOf(bound({.deploymentToml = deployment}).topology, pairs)) {
        for (const Failure& each : cut.failures) text += toText(each) + ' ';
        text += std::string(cut.data ? "data" : "") + (cut.control ? "control" : "") + '\n';
    }
    return text;
}

const std::string servers = node("app-1", "service") + node("app-2", "service");
const std::string standby = "state = \"standby\"\n";

}

/// What a deployment cannot lose.
class SinglePointsTest : public QObject {
    Q_OBJECT

private slots:
    void theOnlyBalancerIsOne() { QCOMPARE(cuts(node("lb", "load-balancer") + servers), "node:lb data\n"); }

    void aPairWithoutACommonPartHasNone() { QCOMPARE(cuts(servers), ""); }

    void pairsAreThoseThatAreNoSinglePoints() {
        QCOMPARE(cuts(node("lb", "load-balancer") + servers, true),
                 "node:lb data\nnode:app-1 node:app-2 data\n");
    }

    void aMachineThatServersShareIsOne() {
        const std::string shared = "host = \"vm\"\n";
        QCOMPARE(cuts(node("app-1", "service", shared) + node("app-2", "service", shared)), "host:vm data\n");
    }

    void aZoneWithAllServersIsOne() {
        const std::string all = "[[region]]\nname = \"eu\"\nzones = [\"a\", \"b\"]\n" +
                                node("app-1", "service", "zone = \"a\"\n") +
                                node("app-2", "service", "zone = \"a\"\n");
        QCOMPARE(cuts(all), "zone:eu/a data\nregion:eu data\n");
    }

    void oneCopyOfSeveralIsNone() { QCOMPARE(cuts(node("api", "service", "replicas = 3\n")), ""); }

    void aDatabaseNeedsACopyThatFollows() {
        const auto database = [](const std::string& replication) {
            return servers + "[[database]]\nname = \"orders\"\nreplication = \"" + replication + "\"\n" +
                   node("db-1", "database") + node("db-2", "database", standby);
        };
        QCOMPARE(cuts(database("asynchronous")), "");
        QCOMPARE(cuts(database("none")), "node:db-1 data\n");
        QCOMPARE(cuts(database("synchronous")), "node:db-2 data\n");   // writes wait for it
    }

    void whatTheCloudKeepsAvailableIsNone() {
        QCOMPARE(cuts("[load_balancer]\nmanaged = true\n[[database]]\nname = \"orders\"\nmanaged = true\n" +
                      servers),
                 "");
    }

    void aBalancerNobodyWatchesIsOneByItsProgram() {
        const std::string pair =
            node("lb-1", "load-balancer") + node("lb-2", "load-balancer", standby) + servers;
        QCOMPARE(cuts("[load_balancer.vip]\naddress = \"10.0.0.1\"\n" + pair), "");
        QCOMPARE(cuts("[load_balancer.vip]\naddress = \"10.0.0.1\"\ncheck_process = false\n" + pair),
                 "balancer:lb-1 data\n");
    }

    void theNameAllClientsAskIsOne() {
        QCOMPARE(cuts("[dns]\nname = \"api.example.com\"\n" + servers), "dns:api.example.com data\n");
    }

    void theControlPathHasItsOwn() {
        QCOMPARE(cuts(node("gw-1", "gateway") + node("gw-2", "gateway") + node("cp", "control-plane")),
                 "node:cp control\n");
    }
};

ARABESQUE_TEST(SinglePointsTest)
#include "single_points_test.moc"
