#include "core/topology/simulate.h"

#include "tests/core/model/bound.h"
#include "tests/core/topology/cases.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <charconv>
#include <format>

namespace arabesque::tests {

std::string with(std::string text, std::string_view part, std::string_view instead) {
    const std::size_t at = text.find(part);
    if (at == std::string::npos) qFatal("the text has no part of that kind");
    return text.replace(at, part.size(), instead);
}

namespace {

/// Three decimals at most, without zeros at the end.
std::string number(double value) {
    std::string text = std::format("{:.3f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

void add(std::string& list, const std::string& word) {
    list += (list.empty() ? "" : " ") + word;
}

std::string timeText(const std::string& subject, const std::optional<double>& seconds, bool atLeast) {
    return subject + (atLeast ? ">=" : "=") + (seconds ? number(*seconds) : "?");
}

std::string rateText(const std::optional<std::int64_t>& rate) {
    return rate ? std::to_string(*rate) : "?";
}

std::string countText(const std::optional<double>& count) {
    return count ? std::format("{:.0f}", *count) : "?";
}

/// An outcome as the tables write it.
ExpectedOutcome written(const Outcome& outcome) {
    ExpectedOutcome text;
    for (const std::string& each : outcome.serving) add(text.serves, each);
    for (const std::string& each : outcome.waiting) add(text.waits, each);
    for (const Outcome::Part& each : outcome.down) add(text.down, each.name);
    for (const Outcome::Part& each : outcome.cutOff) add(text.cutOff, each.name);
    for (const Detection& each : outcome.detections)
        add(text.detects, timeText(each.subject, each.seconds, each.seconds && each.atLeast));
    for (const Recovery& each : outcome.recoveries)
        add(text.recovers, timeText(each.subject, each.seconds(), each.lowerBound));
    for (const DataLoss& each : outcome.dataLosses)
        add(text.loses, timeText(each.database, each.seconds, false));
    text.capacity = rateText(outcome.capacity.left) + '/' + rateText(outcome.capacity.before);
    text.risk = std::string(outcome.atRisk.failing && outcome.atRisk.atLeast ? ">=" : "") +
                countText(outcome.atRisk.failing) + " fail, " + countText(outcome.atRisk.slow) + " slow";
    text.data = outcome.data;
    text.control = !outcome.control ? "-" : *outcome.control ? "yes" : "no";
    return text;
}

std::string linesOf(const ExpectedOutcome& each) {
    return "serves " + each.serves + "\nwaits " + each.waits + "\ndown " + each.down + "\ncut off " +
           each.cutOff + "\ndetects " + each.detects + "\nrecovers " + each.recovers + "\nloses " +
           each.loses + "\ncapacity " + each.capacity + "\nrisk " + each.risk + "\ndata " +
           (each.data ? "yes" : "no") + "\ncontrol " + each.control + '\n';
}

Topology topologyOf(const std::string& deployment) {
    return bound({.deploymentToml = deployment}).topology;
}

std::vector<Failure> failuresIn(const Topology& topology, const std::vector<std::string>& texts) {
    std::vector<Failure> failures;
    for (const std::string& text : texts) {
        const auto failed = readFailure(topology, text);
        if (!failed) qFatal("%s", failed.error().message.english().c_str());
        failures.push_back(*failed);
    }
    return failures;
}

/// All of an outcome, to compare one run with another.
std::string everything(const Outcome& outcome) {
    std::string text = linesOf(written(outcome));
    for (const Event& each : outcome.timeline)
        text += number(each.seconds) + ' ' + each.what.english() + '\n';
    for (const Message& each : outcome.notes) text += each.english() + '\n';
    for (const Message& each : outcome.assumptions) text += each.english() + '\n';
    return text;
}

}

}

Q_DECLARE_METATYPE(arabesque::tests::SimulationCase)

using namespace arabesque;
using namespace arabesque::tests;

/// What serves, who takes over and when, once something fails.
class SimulateTest : public QObject {
    Q_OBJECT

private slots:
    void outcomeIsAsWorkedOutByHand_data() {
        QTest::addColumn<SimulationCase>("simulated");
        for (auto* some : {serverCases, standbyCases, regionCases})
            for (const SimulationCase& each : some()) QTest::newRow(each.name.c_str()) << each;
    }

    void outcomeIsAsWorkedOutByHand() {
        QFETCH(SimulationCase, simulated);
        const Topology topology = topologyOf(simulated.deployment);
        const Outcome outcome = simulate(topology, failuresIn(topology, simulated.failures));
        QCOMPARE(linesOf(written(outcome)), linesOf(simulated.expected));
    }

    void everyRunSaysTheSame() {
        for (const SimulationCase& each : regionCases()) {
            const Topology first = topologyOf(each.deployment), second = topologyOf(each.deployment);
            QCOMPARE(everything(simulate(first, failuresIn(first, each.failures))),
                     everything(simulate(second, failuresIn(second, each.failures))));
        }
    }

    void timelineIsInOrderAndBeginsWithTheFailure() {
        for (const SimulationCase& each : standbyCases()) {
            if (each.failures.empty()) continue;
            const Topology topology = topologyOf(each.deployment);
            const auto timeline = simulate(topology, failuresIn(topology, each.failures)).timeline;
            QCOMPARE(timeline.front().what.english(), each.failures.front() + " fails");
            QVERIFY(std::ranges::is_sorted(timeline, {}, [](const Event& event) {
                return std::pair(event.afterRepair, event.seconds);
            }));
        }
    }
};

ARABESQUE_TEST(SimulateTest)
#include "simulate_test.moc"
