#include "core/model/release.h"

#include "tests/core/model/bound.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

/// The rows of the reference's section 8.8.
class ReleaseTest : public QObject {
    Q_OBJECT

private slots:
    void imagesByRelease_data() {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("jvm");
        QTest::addColumn<QByteArray>("builder");
        QTest::addColumn<QByteArray>("native");
        const auto row = [](const char* version, const char* jvm, const char* builder, const char* native) {
            QTest::newRow(version) << QByteArray(version) << QByteArray(jvm) << QByteArray(builder)
                                   << QByteArray(native);
        };
        row("3.0.0", "jvm-runtime:2.0", ":17-ol8", "distroless/base");
        row("3.1", "jvm-runtime:2.0", ":17-ol8", "distroless/base");
        row("3.2.0", "jvm-runtime:3.0", ":21-ol9", "distroless/base");
        row("3.3.4", "jvm-runtime:3.0", ":21-ol9", "distroless/base");
        row("3.3.5", "jvm-runtime:3.1", ":21-ol9", "distroless/cc");
        row("4.0", "jvm-runtime:3.1", ":21-ol9", "distroless/cc");
        row("nonsense", "jvm-runtime:3.1", ":21-ol9", "distroless/cc");
    }
    void imagesByRelease() {
        QFETCH(QByteArray, version);
        QFETCH(QByteArray, jvm);
        QFETCH(QByteArray, builder);
        QFETCH(QByteArray, native);
        const Release& release = releaseOf(version.toStdString());
        QVERIFY(release.jvmBase.ends_with(jvm.toStdString()));
        QVERIFY(release.nativeBuilder.ends_with(builder.toStdString()));
        QVERIFY(release.nativeBase.ends_with(native.toStdString()));
    }
    void olderDistributionsBringOlderReleases() {
        QVERIFY(olderReleaseFor("2201.9.0") == "3.0.0");
        QVERIFY(olderReleaseFor("2201.11.2") == "3.2.0");
        QVERIFY(!olderReleaseFor("2201.13.0"));
        QVERIFY(!olderReleaseFor("2201.8.1"));
        QVERIFY(!olderReleaseFor("slp9"));
    }
    void theProfileDecidesAndTheCallerOverProfile() {
        QCOMPARE(*bound({}).workload.base, "ballerina/jvm-runtime:3.1");
        const Written older{.deploymentToml = "[profile]\nc2c = \"3.0.0\"\n"};
        QCOMPARE(*bound(older).workload.base, "ballerina/jvm-runtime:2.0");
        QCOMPARE(originsOf(bound(older).workload.base),
                 "Deployment.toml: profile.c2c\nBallerina.toml: default of build-options.graalvm\n"
                 "Cloud.toml: default of container.image.base\n");
        QVERIFY(bound(older).workload.defaultBase);
        Written called = older;
        called.release = "3.2.0";
        QCOMPARE(*bound(called).workload.base, "ballerina/jvm-runtime:3.0");
    }
    void anotherReleasesImageIsNoDefault() {
        const Written written{.cloudToml = "[container.image]\nbase = \"ballerina/jvm-runtime:3.1\"\n",
                              .deploymentToml = "[profile]\nc2c = \"3.0.0\"\n"};
        QVERIFY(!bound(written).workload.defaultBase);
    }
};

ARABESQUE_TEST(ReleaseTest)
#include "release_test.moc"
