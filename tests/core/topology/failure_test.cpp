#include "core/topology/failure.h"

#include "tests/core/model/bound.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

const std::string twoRegions = R"(
[dns]
name = "api.example.com"
[[region]]
name = "eu"
zones = ["a", "b"]
[[region]]
name = "us"
zones = ["a", "c"]
[[database]]
name = "orders"
[[node]]
name = "eu-lb"
role = "load-balancer"
region = "eu"
[[node]]
name = "eu-app"
role = "service"
region = "eu"
host = "vm-1"
[[node]]
name = "eu-db"
role = "database"
region = "eu"
host = "vm-1"
)";

Topology topologyOf(const std::string& deployment) {
    return bound({.deploymentToml = deployment}).topology;
}

std::string read(std::string_view text, const std::string& deployment = twoRegions) {
    const auto failed = readFailure(topologyOf(deployment), text);
    return failed ? toText(*failed) : failed.error().message.english();
}

}

/// What can fail, by name.
class FailureTest : public QObject {
    Q_OBJECT

private slots:
    void whatCanFailIsListed() {
        std::string all;
        for (const Failure& each : failuresOf(topologyOf(twoRegions))) all += toText(each) + '\n';
        const std::string expected = "node:eu-lb\nnode:eu-app\nnode:eu-db\n"
                                     "host:vm-1\n"
                                     "zone:eu/a\nzone:eu/b\nzone:us/a\nzone:us/c\n"
                                     "region:eu\nregion:us\n"
                                     "link:clients->dns\nlink:dns->eu-lb\nlink:eu-lb->eu-app\n"
                                     "link:eu-app->eu-db\n"
                                     "balancer:eu-lb\ndatabase:orders\ndns:api.example.com\n";
        QCOMPARE(all, expected);
    }

    void whatIsListedCanBeRead() {
        for (const Failure& each : failuresOf(topologyOf(twoRegions)))
            QCOMPARE(read(toText(each)), toText(each));
    }

    void aZoneNeedsItsRegionOnlyWhereSeveralHaveIt() {
        QCOMPARE(read("zone:c"), "zone:us/c");
        QCOMPARE(read("zone:a"), "zone 'a' is in several regions: name one of eu/a, us/a");
    }

    void everyNodeHasAHost() { QCOMPARE(read("host:eu-lb"), "host:eu-lb"); }

    void aManagedBalancerIsNamedAfterItsRegion() {
        QCOMPARE(read("balancer:eu", twoRegions + "[load_balancer]\nmanaged = true\n"), "balancer:eu");
    }

    void mistakesNameWhatThereIs() {
        QCOMPARE(read("node:eu-ap"), "there is no node 'eu-ap'; there are: eu-lb, eu-app, eu-db");
        QCOMPARE(read("zone:z"), "there is no zone 'z'; there are: eu/a, eu/b, us/a, us/c");
        QCOMPARE(read("link:eu-app->eu-lb"),
                 "there is no link 'eu-app->eu-lb'; there are: clients->dns, dns->eu-lb, eu-lb->eu-app, "
                 "eu-app->eu-db");
        const std::string alone = "[[node]]\nname = \"app\"\nrole = \"service\"\n";
        QCOMPARE(read("region:eu", alone),
                 "Deployment.toml has no region that could fail, so there is no 'eu'");
        const std::string kinds = "write node:NAME, host:NAME, zone:NAME, region:NAME, link:FROM->TO, "
                                  "balancer:NAME, database:NAME or dns:NAME";
        QCOMPARE(read("eu-app"), "'eu-app' says nothing that can fail: " + kinds);
        QCOMPARE(read("rack:3"), "'rack:3' says nothing that can fail: " + kinds);
    }

    void emptyAndOddNamesAreNone() {
        QCOMPARE(read("node:"), "there is no node ''; there are: eu-lb, eu-app, eu-db");
        QCOMPARE(read("zone:"), "there is no zone ''; there are: eu/a, eu/b, us/a, us/c");
    }
};

ARABESQUE_TEST(FailureTest)
#include "failure_test.moc"
