#include "core/model/capacity.h"

#include "core/model/deployment.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

Topology read(std::string_view text) {
    return topologyOf(toml::Document(std::string(text)), Workload{});
}

RoleCapacity one(std::string_view text) {
    const auto capacities = capacitiesOf(read(text));
    return capacities.size() == 1 ? capacities.front() : RoleCapacity{};
}

}

/// What is carried before and after a loss, from what nodes declare.
class CapacityTest : public QObject {
    Q_OBJECT

private slots:
    void theLargestCopyIsTheOneLost() {
        const RoleCapacity capacity = one("node = [{name = \"a\", role = \"service\", capacity = 300}, "
                                          "{name = \"b\", role = \"service\", capacity = 500}]\n");
        QCOMPARE(capacity.role, "service");
        QCOMPARE(capacity.whole, 800);
        QCOMPARE(capacity.withoutCopy, 300);
        QVERIFY(!capacity.withoutZone);
    }
    void standbysCountWhenNoActiveCopyIsLeft() {
        const std::string standby = "{name = \"s\", role = \"service\", state = \"standby\", capacity = 200}";
        QCOMPARE(
            one("node = [{name = \"a\", role = \"service\", capacity = 500}, " + standby + "]\n").withoutCopy,
            200);
        QCOMPARE(one("node = [{name = \"a\", role = \"service\", replicas = 2, capacity = 500}, " + standby +
                     "]\n")
                     .withoutCopy,
                 500);
    }
    void aZoneTakesWhatStandsInItAndItsShareOfTheRest() {
        const std::string region = "region = [{name = \"west\", zones = [\"a\", \"b\"]}]\n";
        const RoleCapacity spread =
            one(region + "node = [{name = \"x\", role = \"service\", replicas = 3, capacity = 100}]\n");
        QCOMPARE(spread.withoutZone, 100);
        const RoleCapacity placed =
            one(region + "node = [{name = \"x\", role = \"service\", zone = \"a\", capacity = 100}, "
                         "{name = \"y\", role = \"service\", zone = \"b\", replicas = 2, capacity = 100}]\n");
        QCOMPARE(placed.withoutZone, 100);
        QCOMPARE(placed.zone, "b");
    }
    void whatIsNotKnownIsNotComputed() {
        QVERIFY(capacitiesOf(read("node = [{name = \"a\", role = \"service\"}]\n")).empty());
        QVERIFY(capacitiesOf(read("node = [{name = \"a\", role = \"service\", capacity = 1}, "
                                  "{name = \"b\", role = \"service\"}]\n"))
                    .empty());
        const Topology topology = read("node = [{name = \"a\", role = \"service\", region = \"west\"}]\n");
        QVERIFY(!capacityIn(topology, "west", "service"));
        QVERIFY(!capacityIn(topology, "north", "service"));
    }
    void standbyRegionsDoNotServe() {
        const Topology topology =
            read("region = [{name = \"west\"}, {name = \"north\", role = \"standby\"}]\n"
                 "node = [{name = \"a\", role = \"service\", region = \"west\", capacity = 10}, "
                 "{name = \"b\", role = \"service\", region = \"north\", replicas = 2, capacity = 10}]\n");
        QCOMPARE(capacitiesOf(topology).front().whole, 10);
        QCOMPARE(capacityIn(topology, "north", "service"), 20);
    }
};

ARABESQUE_TEST(CapacityTest)
#include "capacity_test.moc"
