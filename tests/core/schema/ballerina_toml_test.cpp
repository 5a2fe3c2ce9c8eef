#include "core/schema/ballerina_toml.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

Schema schemaOf(const char* text) {
    return *ballerinaToml(toml::Document(text));
}

}

/// The tables that a file itself calls into being.
class BallerinaTomlTest : public QObject {
    Q_OBJECT

private slots:
    void thePlatformFollowsTheDistribution_data() {
        QTest::addColumn<QByteArray>("distribution");
        QTest::addColumn<QByteArray>("platform");
        for (const auto& [distribution, platform] : {std::pair{"2201.13.0", "java21"},
                                                     {"2201.14.0", "java25"},
                                                     {"2201.11.0", "java21"},
                                                     {"2201.10.4", "java17"},
                                                     {"2201.8.0", "java17"},
                                                     {"2201.7.2", "java11"},
                                                     {"", "java21"},
                                                     {"slbeta6", "java21"}})
            QTest::newRow(*distribution ? distribution : "(none)")
                << QByteArray(distribution) << QByteArray(platform);
    }
    void thePlatformFollowsTheDistribution() {
        QFETCH(QByteArray, distribution);
        QFETCH(QByteArray, platform);
        QCOMPARE(platformOf(distribution.toStdString()), platform.toStdString());
        const std::string text = "[package]\ndistribution = \"" + distribution.toStdString() + "\"\n";
        const Schema schema = schemaOf(text.c_str());
        QVERIFY(schema.table("platform." + platform.toStdString()) != nullptr);
        QCOMPARE(schema.namesIn("platform").size(), 1U);
    }
    void platformsThatAreWrittenAreThereToo() {
        const Schema schema = schemaOf("[[platform.java17.dependency]]\n[[platform.java21.dependency]]\n");
        QVERIFY(schema.field("platform.java17.dependency[].groupId") != nullptr);
        QVERIFY(schema.field("platform.java21.repository[].password")->meaning == Meaning::Secret);
        QVERIFY(schema.table("platform.java25") == nullptr);
    }
    void toolsAreNamedByTheFile() {
        const Schema schema = schemaOf("[[tool.openapi]]\nid = \"a\"\n[[tool.health.fhir]]\nid = \"b\"\n");
        QVERIFY(schema.field("tool.openapi[].filePath") != nullptr);
        QVERIFY(schema.field("tool.health.fhir[].id")->required);
        QVERIFY(schema.table("tool.health") != nullptr && !schema.table("tool.health")->records);
        QVERIFY(schema.table("tool.persist") != nullptr);
    }
};

ARABESQUE_TEST(BallerinaTomlTest)
#include "ballerina_toml_test.moc"
