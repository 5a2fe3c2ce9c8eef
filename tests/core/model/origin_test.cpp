#include "core/model/origin.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using Kind = Origin::Kind;

class OriginTest : public QObject {
    Q_OBJECT

private slots:
    void originsSayWhy() {
        QCOMPARE(toText(Origin{Kind::Setting, "Cloud.toml", "cloud.deployment.max_memory", {}}),
                 "Cloud.toml: cloud.deployment.max_memory");
        QCOMPARE(toText(Origin{Kind::Default, "Cloud.toml", "cloud.deployment.max_cpu", {}}),
                 "Cloud.toml: default of cloud.deployment.max_cpu");
        QCOMPARE(toText(Origin{Kind::Source, "", "listener port 9090", {"main.bal", {1, 2}}}),
                 "main.bal: listener port 9090");
        QCOMPARE(toText(Origin{Kind::File, "", "data/rates.csv", {}}), "content of data/rates.csv");
        QCOMPARE(toText(Origin{Kind::Layout, "", "c2c 4.0.0, section 6.2", {}}),
                 "always so (c2c 4.0.0, section 6.2)");
    }
    void kindsHaveNames() {
        QCOMPARE(std::string(nameOf(Kind::Setting)), "setting");
        QCOMPARE(std::string(nameOf(Kind::Layout)), "layout");
    }
    void aTableKeepsEachOriginOnce() {
        OriginTable table;
        const Origin first{Kind::Setting, "Cloud.toml", "a", {"Cloud.toml", {1, 2}}};
        const Origin second{Kind::Setting, "Cloud.toml", "a", {"Cloud.toml", {5, 6}}};
        QCOMPARE(table.idOf(first), 0u);
        QCOMPARE(table.idOf(second), 1u);
        QCOMPARE(table.idOf(first), 0u);
        QCOMPARE(table.size(), 2u);
        QCOMPARE(table[1], second);
    }
};

ARABESQUE_TEST(OriginTest)
#include "origin_test.moc"
