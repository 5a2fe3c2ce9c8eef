#include "core/model/upstreams.h"

#include "core/model/deployment.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

Topology read(std::string_view text) {
    return topologyOf(toml::Document(std::string(text)), Workload{});
}

}

/// Who a balancer chooses from: servers of one role in its own region.
class UpstreamsTest : public QObject {
    Q_OBJECT

private slots:
    void serversOfOneRoleAndRegionBelongTogether() {
        const Topology topology = read(R"(
region = [{name = "west"}, {name = "north"}]
node = [
  {name = "lb-w", role = "load-balancer", region = "west"},
  {name = "a", role = "gateway", region = "west"},
  {name = "b", role = "gateway", region = "west", state = "standby"},
  {name = "cp", role = "control-plane", region = "west"},
  {name = "lb-n", role = "load-balancer", region = "north"},
  {name = "c", role = "gateway", region = "north"},
]
)");
        const auto upstreams = upstreamsOf(topology);
        QCOMPARE(upstreams.size(), 3u);
        QCOMPARE(upstreams[0].role, "gateway");
        QCOMPARE(upstreams[0].active, std::vector<std::size_t>{1});
        QCOMPARE(upstreams[0].standby, std::vector<std::size_t>{2});
        QCOMPARE(upstreams[1].role, "control-plane");
        QCOMPARE(upstreams[2].place, "north");
        QCOMPARE(upstreams[2].active, std::vector<std::size_t>{5});
    }
    void withoutABalancerThereIsNone() {
        QVERIFY(upstreamsOf(read("node = [{name = \"a\", role = \"service\"}]\n")).empty());
        QCOMPARE(upstreamsOf(read("node = [{name = \"a\", role = \"service\"}]\n"
                                  "load_balancer.managed = true\n"))
                     .size(),
                 1u);
    }
    /// Portals keep sessions; APIs and web sockets do not, and have ports of their own.
    void waysIntoTheApiManager() {
        const Topology topology = read(R"(
node = [
  {name = "lb", role = "load-balancer"},
  {name = "cp", role = "control-plane"},
  {name = "gw", role = "gateway"},
]
api_manager = {offset = 2, websocket = true}
)");
        const auto ways = waysInto(topology, "gateway");
        QCOMPARE(ways.size(), 2u);
        QVERIFY(!ways[0].keepsClients);
        QCOMPARE(*ways[1].port, 8101);
        QVERIFY(waysInto(topology, "control-plane").front().keepsClients);
        QCOMPARE(*portInFront(topology, "", "control-plane"), 443);
        QCOMPARE(*portInFront(topology, "", "gateway"), 8245);
        QCOMPARE(*portInFront(topology, "", "traffic-manager"), 0);
    }
    void copiesCountWithTheirReplicas() {
        const Topology topology = read("node = [{name = \"a\", role = \"service\", replicas = 3}, "
                                       "{name = \"b\", role = \"service\"}]\n");
        QCOMPARE(copiesOf(topology, topology.nodesOf("service")), 4);
        QCOMPARE(copiesOf(topology, {}), 0);
    }
};

ARABESQUE_TEST(UpstreamsTest)
#include "upstreams_test.moc"
