#include "core/generate/product_database.h"

#include "core/generate/api_manager_database.h"
#include "core/generate/kept_databases.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

/// What servers are told and what is backed up is one database.
class ProductDatabaseTest : public QObject {
    Q_OBJECT

private slots:
    void whatControlPlanesUseIsBackedUp() {
        const Analysis analysis = analyze(tests::snapshotOf(
            {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"apis\"\nversion = \"1.0.0\"\n"},
             {"main.bal", "public function main() {\n}\n"},
             {"Deployment.toml", "product = \"api-manager\"\ntargets = [\"vm\"]\n"
                                 "[[node]]\nname = \"cp\"\nrole = \"control-plane\"\n"
                                 "[[node]]\nname = \"gw\"\nrole = \"gateway\"\n"
                                 "[[database]]\nname = \"users\"\nmanaged = true\n[[database]]\nname = "
                                 "\"apim\"\nmanaged = true\n"
                                 "[[pool]]\nrole = \"gateway\"\ndatabase = \"users\"\n"
                                 "[[pool]]\nrole = \"control-plane\"\ndatabase = \"apim\"\n"}}));
        const Topology& topology = analysis.deployment.topology;
        const Database* apim = topology.database("apim");
        QVERIFY(apim);
        QCOMPARE(databaseOfProduct(topology, "api-manager"), apim);
        QCOMPARE(apiManagerDatabaseOf(topology, *topology.node("cp")).database, apim);
        const std::vector<KeptDatabase> kept = keptDatabasesOf(analysis.deployment);
        QCOMPARE(kept.size(), 2U);
        QCOMPARE(*kept[0].schemas.front().name, "users");
        QCOMPARE(*kept[1].schemas.front().name, "apim_db");
    }
};

ARABESQUE_TEST(ProductDatabaseTest)
#include "product_database_test.moc"
