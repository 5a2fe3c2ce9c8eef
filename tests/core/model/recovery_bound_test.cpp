#include "core/model/recovery_bound.h"

#include "core/model/deployment.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;

namespace {

std::vector<RecoveryBound> read(std::string_view text) {
    return recoveryBoundsOf(topologyOf(toml::Document(std::string(text)), Workload{}));
}

/// The bound for one kind of loss in seconds; -1 where there is none.
double bound(std::string_view text, RecoveryBound::Loss loss) {
    const auto all = read(text);
    const auto found = std::ranges::find(all, loss, &RecoveryBound::loss);
    return found == all.end() ? -1 : found->total().seconds;
}

constexpr std::string_view twoRegions =
    "region = [{name = \"w\", role = \"primary\"}, {name = \"n\", role = \"standby\"}]\n"
    "dns = {name = \"a.b\", ttl = \"60s\", check_interval = \"10s\", check_fails = 3}\n";

}

/// Lower bounds of the time without service, from declared times only.
class RecoveryBoundTest : public QObject {
    Q_OBJECT

private slots:
    void aRegionIsNoticedPromotedAndNamedAnew() {
        const std::string database =
            "database = [{name = \"d\", replication = \"asynchronous\", managed = true, "
            "promotion = \"automatic\", promotion_time = \"30s\"}]\n";
        QCOMPARE(bound(std::string(twoRegions) + database, RecoveryBound::Loss::Region), 120.0);
        QCOMPARE(bound(twoRegions, RecoveryBound::Loss::Region), 90.0);
    }
    void aDecisionOfPeopleIsAskedForOrAdded() {
        const std::string manual =
            std::string(twoRegions) +
            "database = [{name = \"d\", replication = \"asynchronous\", managed = true}]\n";
        QVERIFY(read(manual).front().awaitsDecision);
        const std::string decided = manual + "objectives.decision_time = \"10m\"\n";
        QVERIFY(!read(decided).front().awaitsDecision);
        QCOMPARE(bound(decided, RecoveryBound::Loss::Region), 720.0);
    }
    void checksOfTheBalancerNoticeAServer() {
        QCOMPARE(bound("load_balancer = {engine = \"haproxy\", health_check = {path = \"/\"}}\n",
                       RecoveryBound::Loss::Server),
                 7.0);
        QCOMPARE(bound("load_balancer = {engine = \"nginx-plus\", health_check = {interval = \"2s\", "
                       "fails = 2, timeout = \"500ms\"}}\n",
                       RecoveryBound::Loss::Server),
                 4.5);
    }
    void keepalivedWaitsForThreeAdvertisementsAndASkew() {
        QCOMPARE(bound("load_balancer.vip = {address = \"10.0.0.1\", standby_priority = 128}\n",
                       RecoveryBound::Loss::Balancer),
                 3.5);
    }
    void whatDependsOnLoadHasNoBound() {
        QVERIFY(read("").empty());
        QVERIFY(read("load_balancer = {max_fails = 3}\n").empty());
        QVERIFY(read("load_balancer = {managed = true, health_check = {path = \"/\"}}\n").empty());
        QVERIFY(read("region = [{name = \"w\"}, {name = \"n\"}]\n").empty());
    }
};

ARABESQUE_TEST(RecoveryBoundTest)
#include "recovery_bound_test.moc"
