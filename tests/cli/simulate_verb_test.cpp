#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace arabesque::tests;
using Json = nlohmann::json;

namespace {

const char* const pair = R"(
[objectives]
peak = 100
[load_balancer]
zone = "64k"
max_fails = 2
[[node]]
name = "lb-1"
role = "load-balancer"
[[node]]
name = "app-1"
role = "service"
capacity = 80
[[node]]
name = "app-2"
role = "service"
capacity = 80
)";

void write(const Folder& folder, const char* deployment) {
    writeSmallProject(folder);
    folder.write("Deployment.toml", deployment);
}

Json simulated(const Folder& folder, const QStringList& options) {
    const Run run = cli(QStringList{"simulate", folder.path(), "--format", "json"} + options);
    return Json::parse(run.out.toStdString());
}

}

/// `arabesque-cli simulate`: what is left once something fails.
class SimulateVerbTest : public QObject {
    Q_OBJECT

private slots:
    void jsonSaysWhatServesAndWhatDoesNot() {
        const Folder folder;
        write(folder, pair);
        const Json json = simulated(folder, {"--fail", "node:app-1"});
        const std::string serving = "[\"lb-1\",\"app-2\"]", down = "[\"app-1\"]",
                          detection = "{\"app-1\":0.04}";
        QCOMPARE(json["serving"].dump(), serving);
        QCOMPARE(json["down"].dump(), down);
        QCOMPARE(json["detection_s"].dump(), detection);
        QCOMPARE(json["capacity"]["left"].get<int>(), 80);
        QCOMPARE(json["capacity"]["enough"].get<bool>(), false);
        QVERIFY(json["availability"].is_null());
        QCOMPARE(json["paths"]["data"].get<bool>(), true);
        QVERIFY(json["assumptions"].is_array());
    }

    void nothingFailsUnlessAsked() {
        const Folder folder;
        write(folder, pair);
        const Json json = simulated(folder, {});
        QCOMPARE(json["serving"].size(), 3u);
        QCOMPARE(json["down"].size(), 0u);
        QCOMPARE(json["timeline"].size(), 0u);
    }

    void textIsForPeople() {
        const Folder folder;
        write(folder, pair);
        const Run run = cli({"simulate", folder.path(), "--fail", "node:app-1"});
        QCOMPARE(run.exit, 0);
        QVERIFY(
            run.out.startsWith("Clients are served.\nServes: lb-1, app-2\nDown:\n    app-1: it failed\n"));
        QVERIFY2(
            run.out.contains("Capacity:\n    80 of 160 requests/s, 1 of 2 copies: not enough for the peak "
                             "of 100\n"),
            run.out);
    }

    void availabilityNeedsPlanningValues() {
        const Folder folder;
        write(folder, pair);
        const std::string assumptions = simulated(folder, {})["assumptions"].dump();
        QVERIFY2(assumptions.contains("set assumptions.node to"), assumptions.c_str());
        folder.write("Deployment.toml",
                     QByteArray(pair) + "[assumptions]\nnode = \"99.00%\"\nload_balancer = \"99.90%\"\n");
        QCOMPARE(simulated(folder, {})["availability"].get<double>(), 0.9989);
    }

    void singlePointsOfFailureAreListed() {
        const Folder folder;
        write(folder, pair);
        const auto points = [&](const QStringList& options) {
            std::string text;
            const Json json = simulated(folder, options);
            for (const Json& each : json["single_points_of_failure"]) text += each["failures"].dump();
            return text;
        };
        const std::string alone = "[\"node:lb-1\"]";
        QCOMPARE(points({}), alone);
        const std::string pairs = alone + "[\"node:app-1\",\"node:app-2\"]";
        QCOMPARE(points({"--pairs"}), pairs);
    }

    void plannedChangesAreAnswered() {
        const Folder folder;
        write(folder, pair);
        const Json first = simulated(folder, {})["disruption"][0];
        QCOMPARE(first["question"].get<std::string>(), "drain");
        QCOMPARE(first["subject"].get<std::string>(), "app-1");
        QCOMPARE(first["possible"].get<bool>(), true);
    }

    void severalThingsFailTogether() {
        const Folder folder;
        write(folder, pair);
        const Json json = simulated(folder, {"--fail", "node:app-1", "--fail", "node:app-2"});
        QCOMPARE(json["paths"]["data"].get<bool>(), false);
        QCOMPARE(json["down"].size(), 2u);
    }

    void anUnknownNameEndsItWithTheNamesThereAre() {
        const Folder folder;
        write(folder, pair);
        const Run run = cli({"simulate", folder.path(), "--fail", "node:app-9"});
        QCOMPARE(run.exit, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY2(run.err.contains("there is no node 'app-9'; there are: lb-1, app-1, app-2"), run.err);
    }

    void aProjectWithoutNodesHasNothingToSimulate() {
        const Folder folder;
        writeSmallProject(folder);
        const Run run = cli({"simulate", folder.path()});
        QCOMPARE(run.exit, 2);
        QCOMPARE(run.err.count('\n'), 1);
        QVERIFY2(run.err.contains("lays out no nodes"), run.err);
    }

    void everyRunPrintsTheSame() {
        const Folder folder;
        write(folder, pair);
        const QStringList arguments{"simulate", folder.path(), "--fail", "node:lb-1", "--format", "json"};
        QCOMPARE(cli(arguments).out, cli(arguments).out);
    }
};

ARABESQUE_TEST(SimulateVerbTest)
#include "simulate_verb_test.moc"
