#include "core/topology/disruption.h"

#include "tests/core/model/bound.h"
#include "tests/core/topology/disruption_oracle.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <format>
#include <random>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

std::string described(const PodGroup& pods) {
    return std::format(
        "{} replicas, {} zones, min {}, max {}, {}, surge {}, missing {}, spread {} skew {} of {}, {}",
        pods.replicas, pods.zones, pods.minAvailable.value_or("-"), pods.maxUnavailable.value_or("-"),
        pods.recreate, pods.surge, pods.unavailable, pods.mandatorySpread, pods.maxSkew, pods.minDomains,
        pods.spreadPerRevision);
}

std::string text(DrainAnswer answer) {
    return std::format("drain {} {}", answer.possible, answer.leastReady);
}
std::string text(RolloutAnswer answer) {
    return std::format("rollout {} {} {}", answer.finishes, answer.refused, answer.leastReady);
}
std::string text(ZoneLossAnswer answer) {
    return std::format("zone {} {}", answer.left, answer.replaced);
}

class RandomPods {
public:
    PodGroup next() {
        PodGroup pods{.replicas = number(1, 5), .zones = number(0, 3)};
        const std::int64_t budget = number(0, 2);
        if (budget == 1) pods.minAvailable = amount();
        if (budget == 2) pods.maxUnavailable = amount();
        pods.recreate = number(0, 9) == 0;
        pods.surge = amount();
        pods.unavailable = amount();
        pods.mandatorySpread = number(0, 1) == 1;
        pods.maxSkew = number(1, 3);
        pods.minDomains = number(0, 1) == 0 ? 0 : number(1, 4);
        pods.spreadPerRevision = number(0, 1) == 1;
        return pods;
    }

private:
    std::int64_t number(std::int64_t least, std::int64_t most) {   // the same on every machine
        return least + static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(most - least + 1));
    }
    std::string amount() {
        return number(0, 1) == 0 ? std::to_string(number(0, 5)) : std::to_string(number(0, 20) * 5) + '%';
    }

    std::mt19937_64 m_random{20260801};
};

std::string answers(const std::string& deployment) {
    std::string text;
    for (const Disruption& each : disruptionsOf(bound({.deploymentToml = deployment}).topology))
        text += std::format("{} {} {}\n", nameOf(each.question), each.subject, each.possible ? "yes" : "no");
    return text;
}

}

/// Whether machines can be drained, versions rolled out and zones lost.
class DisruptionTest : public QObject {
    Q_OBJECT

private slots:
    void answersAreThoseOfTryingEverything() {
        RandomPods random;
        for (int i = 0; i < 500; ++i) {
            const PodGroup pods = random.next();
            const std::string which = described(pods);
            QVERIFY2(text(canDrain(pods)) == text(drainByTrying(pods)),
                     (which + ": " + text(canDrain(pods)) + " / " + text(drainByTrying(pods))).c_str());
            QVERIFY2(text(canRollOut(pods)) == text(rolloutByTrying(pods)),
                     (which + ": " + text(canRollOut(pods)) + " / " + text(rolloutByTrying(pods))).c_str());
            QVERIFY2(text(canLoseZone(pods)) == text(zoneLossByTrying(pods)),
                     (which + ": " + text(canLoseZone(pods)) + " / " + text(zoneLossByTrying(pods))).c_str());
        }
    }

    void aBudgetOfAllCopiesBlocksDrains() {
        QCOMPARE(canDrain({.replicas = 2, .minAvailable = "2"}).possible, false);
        QCOMPARE(canDrain({.replicas = 3, .minAvailable = "67%"}).possible, false);   // 2.01, rounded up
        QCOMPARE(canDrain({.replicas = 2, .maxUnavailable = "1"}).leastReady, 1);
    }

    void oneMissingPodIsEnoughForARollout() {
        const RolloutAnswer rollout = canRollOut({.replicas = 2, .surge = "0", .unavailable = "25%"});
        QCOMPARE(rollout.finishes, true);
        QCOMPARE(rollout.leastReady, 1);
        QCOMPARE(canRollOut({.replicas = 2, .surge = "0", .unavailable = "0"}).refused, true);
    }

    void copiesLeftAfterAZoneAreThoseOfTheOthers() {
        QCOMPARE(canLoseZone({.replicas = 5, .zones = 3}).left, 3);   // 5 - ceil(5 / 3)
        const PodGroup strict{.replicas = 3, .zones = 3, .mandatorySpread = true};
        QCOMPARE(canLoseZone(strict).left, 2);
        QCOMPARE(canLoseZone(strict).replaced, 2);   // the lost zone counts as empty, so others take no more
    }

    void deploymentsAreAnswered() {
        const std::string kubernetes = "targets = [\"k8s\"]\n"
                                       "[kubernetes.disruption_budget]\nmax_unavailable = \"1\"\n"
                                       "[[region]]\nname = \"eu\"\nzones = [\"a\", \"b\"]\n"
                                       "[[node]]\nname = \"api\"\nrole = \"service\"\nreplicas = 2\n";
        QCOMPARE(answers(kubernetes), "drain api yes\nrollout api yes\nzone-loss api yes\n"
                                      "zone-loss eu/a yes\nzone-loss eu/b yes\n");
    }

    void machinesAreTakenOutOneByOne() {
        const std::string pair = "[[node]]\nname = \"app-1\"\nrole = \"service\"\n"
                                 "[[node]]\nname = \"app-2\"\nrole = \"service\"\n";
        QCOMPARE(answers(pair), "drain app-1 yes\nrollout app-1 yes\ndrain app-2 yes\nrollout app-2 yes\n");
        QCOMPARE(answers("[[node]]\nname = \"app\"\nrole = \"service\"\n"), "drain app no\nrollout app no\n");
    }
};

ARABESQUE_TEST(DisruptionTest)
#include "disruption_test.moc"
