#include "core/topology/availability.h"

#include "tests/core/model/bound.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

Availability estimated(const std::string& deployment) {
    return availabilityOf(bound({.deploymentToml = deployment}).topology);
}

std::string node(const std::string& name, const std::string& role, const std::string& more = {}) {
    return "[[node]]\nname = \"" + name + "\"\nrole = \"" + role + "\"\n" + more;
}

std::string text(const std::optional<double>& share) {
    return share ? percentText(*share) : "not estimated";
}

bool mentions(const Availability& availability, const std::string& words) {
    return std::ranges::any_of(availability.assumptions,
                               [&](const Message& each) { return each.english().contains(words); });
}

const std::string planned =
    "[assumptions]\nnode = \"99.00%\"\nload_balancer = \"99.90%\"\ndatabase = \"99.50%\"\n";
const std::string servers = node("app-1", "service") + node("app-2", "service");
const std::string standby = "state = \"standby\"\n";

}

/// Availability in series, in parallel and of k of n, from planning values.
class AvailabilityTest : public QObject {
    Q_OBJECT

private slots:
    void aSingleBalancerSetsTheAnswer() {
        // 1 - 0.01² = 0.9999, × 0.999 = 0.9989001
        QCOMPARE(text(estimated(planned + servers).data), "99.99%");
        QCOMPARE(text(estimated(planned + node("lb", "load-balancer") + servers).data), "99.89%");
    }

    void noMoreDigitsThanTheLeastCertainValue() {
        const std::string coarse = "[assumptions]\nnode = \"99%\"\nload_balancer = \"99.9%\"\n";
        // 0.10999 % of the time without: one digit of it is 0.1 %
        QCOMPARE(text(estimated(coarse + node("lb", "load-balancer") + servers).data), "99.9%");
    }

    void aStandbyIsAsGoodAsItsSwitch() {
        const std::string pair = node("app-1", "service") + node("app-2", "service", standby);
        const auto withSwitch = [&](const std::string& share) {
            return text(estimated(planned + "failed_switch = \"" + share + "\"\n" + pair).data);
        };
        // 0.99 + 0.01 × 0.95 × 0.99 = 0.999405, and three digits of the rest
        QCOMPARE(withSwitch("5.00%"), "99.9405%");
        QCOMPARE(withSwitch("50.00%"), "99.495%");   // 0.99 + 0.01 × 0.5 × 0.99
        QVERIFY(mentions(estimated(planned + pair), "set assumptions.failed_switch"));
    }

    void databasesAreInSeries() {
        const std::string all = planned + servers + "[[database]]\nname = \"orders\"\nmanaged = true\n";
        QCOMPARE(text(estimated(all).data), "99.49%");   // 0.9999 × 0.995 = 0.9949005
    }

    void aQuorumNeedsMostOfItsMembers() {
        const std::string members = "[[database]]\nname = \"orders\"\nreplication = \"quorum\"\n" +
                                    node("db-1", "database") + node("db-2", "database", standby) +
                                    node("db-3", "database", standby);
        // 2 of 3: 3 × 0.995² × 0.005 + 0.995³ = 0.99992525; × 0.9999 = 0.9998253
        QCOMPARE(text(estimated(planned + servers + members).data), "99.983%");
    }

    void aSynchronousCopyThatIsWaitedForMakesItWorse() {
        const auto pair = [](const std::string& more) {
            return "[[database]]\nname = \"orders\"\nreplication = \"synchronous\"\n" + more +
                   node("db-1", "database") + node("db-2", "database", standby);
        };
        // 0.995 × 0.9999 where writes wait for the copy; 1 - 0.005² = 0.999975, × 0.9999 = 0.999875 where they go on: 0.012 % without
        QCOMPARE(text(estimated(planned + servers + pair("")).data), "99.49%");
        QCOMPARE(text(estimated(planned + servers + pair("degrades = true\n")).data), "99.988%");
    }

    void aZoneIsCommonToAllInIt() {
        const std::string region = "[[region]]\nname = \"eu\"\nzones = [\"a\", \"b\"]\n";
        const std::string zoned = planned + "zone = \"99.00%\"\n" + region;
        const std::string one =
            node("app-1", "service", "zone = \"a\"\n") + node("app-2", "service", "zone = \"a\"\n");
        const std::string two =
            node("app-1", "service", "zone = \"a\"\n") + node("app-2", "service", "zone = \"b\"\n");
        QCOMPARE(text(estimated(zoned + one).data), "98.99%");     // 0.99 × 0.9999
        QCOMPARE(text(estimated(zoned + two).data), "99.9604%");   // 1 - (1 - 0.99²)² = 0.99960399
        QVERIFY(mentions(estimated(planned + region + one), "set assumptions.zone"));
    }

    void copiesAreSpreadOverZones() {
        const std::string zoned =
            planned + "zone = \"99.00%\"\n[[region]]\nname = \"eu\"\nzones = [\"a\", \"b\"]\n";
        const std::string one = node("api", "service", "replicas = 2\n");
        // both zones 0.9801 × 0.9999 + one of them 0.0198 × 0.99 = 0.99960399
        QCOMPARE(text(estimated(zoned + one).data), "99.9604%");
    }

    void regionsStandInForEachOther() {
        const auto regions = [](const std::string& role) {
            return planned +
                   "region = \"99.00%\"\n[[region]]\nname = \"eu\"\n[[region]]\nname = \"us\"\nrole = \"" +
                   role + "\"\n" + node("eu-app", "service", "region = \"eu\"\n") +
                   node("us-app", "service", "region = \"us\"\n");
        };
        QCOMPARE(text(estimated(regions("active")).data), "99.9604%");    // 1 - (1 - 0.99²)²
        QCOMPARE(text(estimated(regions("standby")).data), "99.9604%");   // the same while no switch fails
    }

    void theControlPathIsEstimatedByItself() {
        const std::string manager =
            planned + node("gw-1", "gateway") + node("gw-2", "gateway") + node("cp", "control-plane");
        QCOMPARE(text(estimated(manager).data), "99.99%");
        QCOMPARE(text(estimated(manager).control), "99%");
        QCOMPARE(text(estimated(planned + servers).control), "not estimated");
    }

    void nothingIsInvented() {
        QCOMPARE(text(estimated(servers).data), "not estimated");
        QVERIFY(mentions(estimated(servers), "set assumptions.node"));
        const Availability noBalancer =
            estimated("[assumptions]\nnode = \"99%\"\n" + node("lb", "load-balancer") + servers);
        QCOMPARE(text(noBalancer.data), "not estimated");
        QVERIFY(mentions(noBalancer, "set assumptions.load_balancer"));
    }

    void digitsAreThoseOfTheRest() {
        QCOMPARE(digitsOf("99.9%"), std::optional(1));
        QCOMPARE(digitsOf("99.75%"), std::optional(2));
        QCOMPARE(digitsOf("95%"), std::optional(1));
        QCOMPARE(digitsOf("100%"), std::optional<int>());
        QCOMPARE(roundedTo(1, 0.9989001), 0.999);
        QCOMPARE(roundedTo(2, 0.9989001), 0.9989);
        QCOMPARE(roundedTo(1, 1.0), 1.0);
    }

    void membersAreCounted() {
        QCOMPARE(anyOf(0, 1, 0.9), 0.0);
        QVERIFY(qFuzzyCompare(anyOf(2, 1, 0.99), 0.9999));
        QVERIFY(qFuzzyCompare(anyOf(3, 2, 0.9), 0.972));   // 3 × 0.81 × 0.1 + 0.729
        QVERIFY(qFuzzyCompare(minutesDown(0.999), 525.6));
    }
};

ARABESQUE_TEST(AvailabilityTest)
#include "availability_test.moc"
