#include "core/model/settings.h"

#include "core/schema/ballerina_toml.h"
#include "core/schema/cloud_toml.h"
#include "tests/core/model/bound.h"
#include "tests/support/marked_text.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

/// A Cloud.toml and its values.
struct Read {
    explicit Read(std::string text) : document(std::move(text)) {}
    toml::Document document;
    Settings settings{"Cloud.toml", document, cloud()};
};

}

class SettingsTest : public QObject {
    Q_OBJECT

private slots:
    void aWrittenValueNamesItsPlace() {
        const MarkedText text = marked("[cloud.deployment]\nmax_memory = «\"1Gi\"» # big\n");
        const Read read(text.text);
        const auto memory = read.settings.value(cloud().maxMemory);
        QCOMPARE(*memory, "1Gi");
        QCOMPARE(memory.origins.size(), 1u);
        QCOMPARE(memory.origins[0], (Origin{Origin::Kind::Setting,
                                            "Cloud.toml",
                                            "cloud.deployment.max_memory",
                                            {"Cloud.toml", text.range()}}));
    }
    void anAbsentValueIsTheDefault() {
        const Read read("");
        QCOMPARE(*read.settings.value(cloud().maxMemory), "512Mi");
        QCOMPARE(originsOf(read.settings.value(cloud().maxMemory)),
                 "Cloud.toml: default of cloud.deployment.max_memory\n");
        QCOMPARE(*read.settings.value(cloud().scaleAtCpu), 50);
        QCOMPARE(*read.settings.value(cloud().autoscalingEnabled), true);
        QVERIFY(!read.settings.written(cloud().maxMemory));
    }
    void withoutDefaultItIsNothing() {
        const Read read("");
        QCOMPARE(*read.settings.value(cloud().imageRepository), "");
        QCOMPARE(originsOf(read.settings.value(cloud().imageRepository)),
                 "Cloud.toml: default of container.image.repository\n");
        QCOMPARE(*read.settings.value(cloud().scaleAtMemory), 0);
    }
    void aWrongTypeReadsAsAbsent() {
        for (const char* value : {"512", "true", "[\"1Gi\"]", "{ x = 1 }", "1.5", "1979-05-27", ""}) {
            const Read read("[cloud.deployment]\nmax_memory = " + std::string(value) + "\n");
            QCOMPARE(*read.settings.value(cloud().maxMemory), "512Mi");
            QCOMPARE(originsOf(read.settings.value(cloud().maxMemory)),
                     "Cloud.toml: default of cloud.deployment.max_memory\n");
        }
        QCOMPARE(*Read("settings.thinJar = \"false\"\n").settings.value(cloud().thinJar), true);
        QCOMPARE(*Read("cloud.deployment.autoscaling.cpu = 70.0\n").settings.value(cloud().scaleAtCpu), 50);
    }
    void aTableOfTheWrongKindReadsAsAbsent() {
        QCOMPARE(*Read("cloud = 1\n").settings.value(cloud().maxMemory), "512Mi");
        QCOMPARE(*Read("[[cloud]]\ndeployment.max_memory = \"1Gi\"\n").settings.value(cloud().maxMemory),
                 "512Mi");
        QCOMPARE(Read("[cloud.config.maps]\nfile = \"x\"\n").settings.count(cloud().configMaps), 0u);
        QCOMPARE(Read("cloud.config.maps = [1]\n").settings.count(cloud().configMaps), 0u);
        QCOMPARE(Read("cloud.config.maps = [{ file = \"a\" }, 1]\n").settings.count(cloud().configMaps), 0u);
    }
    void valuesAreFoundInAnySpelling() {
        for (const char* text :
             {"[cloud.deployment]\nmax_memory = '1Gi'\n", "cloud.deployment.max_memory = \"1Gi\"\n",
              "[cloud]\ndeployment = { max_memory = \"1Gi\" }\n"})
            QCOMPARE(*Read(text).settings.value(cloud().maxMemory), "1Gi");
    }
    void recordsAreCountedAndRead() {
        const Read read("[[cloud.config.maps]]\nfile = \"a\"\n[[cloud.config.maps]]\nmount_dir = \"/b\"\n");
        QCOMPARE(read.settings.count(cloud().configMaps), 2u);
        QCOMPARE(*read.settings.value(cloud().configMapFile, 0), "a");
        QCOMPARE(*read.settings.value(cloud().configMapFile, 1), "");
        QCOMPARE(originsOf(read.settings.value(cloud().configMapDirectory, 1)),
                 "Cloud.toml: cloud.config.maps[1].mount_dir\n");
        QVERIFY(!read.settings.written(cloud().configMapFile, 2));
        QCOMPARE(*Read("cloud.config.maps = [{ file = \"a\" }]\n").settings.value(cloud().configMapFile, 0),
                 "a");
    }
    void aRecordHasItsHeaderAsOrigin() {
        const MarkedText text =
            marked("[[cloud.config.files]]\nfile = \"a\"\n«[[cloud.config.files]]»\nfile = \"b\"\n");
        const Read read(text.text);
        QCOMPARE(
            read.settings.origin(cloud().configFiles, 1),
            (Origin{
                Origin::Kind::Setting, "Cloud.toml", "cloud.config.files[1]", {"Cloud.toml", text.range()}}));
    }
    void aDerivedDefaultKeepsItsOwnOrigins() {
        const Sourced<std::string> derived{"orders",
                                           {{Origin::Kind::Setting, "Ballerina.toml", "package.name", {}}}};
        const auto absent = Read("").settings.valueOr(cloud().imageName, derived);
        QCOMPARE(*absent, "orders");
        QCOMPARE(originsOf(absent),
                 "Ballerina.toml: package.name\nCloud.toml: default of container.image.name\n");
        const auto written =
            Read("container.image.name = \"shop\"\n").settings.valueOr(cloud().imageName, derived);
        QCOMPARE(*written, "shop");
        QCOMPARE(originsOf(written), "Cloud.toml: container.image.name\n");
    }
    void tablesAreThereOrNot() {
        QVERIFY(Read("[cloud.deployment]\n").settings.has("cloud.deployment"));
        QVERIFY(!Read("").settings.has("cloud.deployment"));
    }
    void theFirstOfTwoValuesCounts() {
        QCOMPARE(*Read("[cloud.deployment]\nmax_memory = \"1Gi\"\nmax_memory = \"2Gi\"\n")
                      .settings.value(cloud().maxMemory),
                 "1Gi");
    }
};

ARABESQUE_TEST(SettingsTest)
#include "settings_test.moc"
