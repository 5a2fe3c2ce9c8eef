#include "core/schema/shape.h"

#include "core/schema/cloud_toml.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

/// One line a key: its path, and what the schema says about it.
std::string shapesIn(const std::string& text) {
    const toml::Document document(text);
    std::string lines;
    for (const Shape& shape : shapesOf(document, cloud())) {
        const char* declared = shape.field != nullptr   ? "value"
                               : shape.table == nullptr ? "unknown"
                               : shape.table->records   ? "records"
                                                        : "table";
        lines += toml::toText(shape.path()) + ": " + declared + " in [" + shape.parent->path + ']' +
                 (hasRightType(shape) ? ""
                                      : std::string(", ") + expectedType(shape) + " expected, " +
                                            typeName(*shape.node) + " found") +
                 '\n';
    }
    return lines;
}

}

class ShapeTest : public QObject {
    Q_OBJECT

private slots:
    void everyKeyIsListedInOrder() {
        QCOMPARE(shapesIn("[settings]\nthinJar = false\n[cloud.deployment]\nmax_memory = \"1Gi\"\n"),
                 "settings: table in []\nsettings.thinJar: value in [settings]\n"
                 "cloud: table in []\ncloud.deployment: table in [cloud]\ncloud.deployment.max_memory: value "
                 "in [cloud.deployment]\n");
        QCOMPARE(shapesIn(""), "");
    }
    void spellingDoesNotMatter() {
        const std::string expected = "cloud: table in []\ncloud.deployment: table in "
                                     "[cloud]\ncloud.deployment.max_cpu: value in [cloud.deployment]\n";
        QCOMPARE(shapesIn("[cloud.deployment]\nmax_cpu = \"1\"\n"), expected);
        QCOMPARE(shapesIn("cloud.deployment.max_cpu = \"1\"\n"), expected);
        QCOMPARE(shapesIn("cloud = { deployment = { max_cpu = \"1\" } }\n"), expected);
        QCOMPARE(shapesIn("[cloud]\ndeployment.\"max_cpu\" = \"1\"\n"), expected);
    }
    void recordsAreNumbered() {
        const std::string expected = "cloud: table in []\ncloud.config: table in [cloud]\ncloud.config.maps: "
                                     "records in [cloud.config]\n"
                                     "cloud.config.maps[0].file: value in [cloud.config.maps]\n"
                                     "cloud.config.maps[1].mount_path: unknown in [cloud.config.maps]\n";
        QCOMPARE(shapesIn("[[cloud.config.maps]]\nfile = \"a\"\n[[cloud.config.maps]]\nmount_path = \"b\"\n"),
                 expected);
        QCOMPARE(shapesIn("[cloud.config]\nmaps = [{ file = \"a\" }, { mount_path = \"b\" }]\n"), expected);
    }
    void nothingIsListedInsideUnknownTables() {
        QCOMPARE(shapesIn("[wrong]\nmax_memory = 1\n[wrong.deeper]\nx = 1\n"), "wrong: unknown in []\n");
    }
    void nothingIsListedInsideTablesThatShouldBeSomethingElse() {
        QCOMPARE(shapesIn("[cloud.config.maps]\nfile = \"a\"\n"),
                 "cloud: table in []\ncloud.config: table in [cloud]\ncloud.config.maps: records in "
                 "[cloud.config], ARRAY expected, OBJECT found\n");
        QCOMPARE(shapesIn("[[settings]]\nthinJar = true\n"),
                 "settings: table in [], OBJECT expected, ARRAY found\n");
        QCOMPARE(shapesIn("[cloud.deployment.max_memory]\nx = 1\n"),
                 "cloud: table in []\ncloud.deployment: table in [cloud]\n"
                 "cloud.deployment.max_memory: value in [cloud.deployment], STRING expected, OBJECT found\n");
    }
    void typesAreNamedAsTheToolNamesThem_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("verdict");
        const std::pair<const char*, const char*> rows[] = {
            {"settings.thinJar = \"true\"", "BOOLEAN expected, STRING found"},
            {"settings.thinJar = 1", "BOOLEAN expected, INTEGER found"},
            {"settings = true", "OBJECT expected, BOOLEAN found"},
            {"cloud.deployment.max_memory = 512", "STRING expected, INTEGER found"},
            {"cloud.deployment.max_memory = 1.5", "STRING expected, NUMBER found"},
            {"cloud.deployment.max_memory = []", "STRING expected, ARRAY found"},
            {"cloud.deployment.max_memory = 1979-05-27", "STRING expected, DATETIME found"},
            {"cloud.deployment.autoscaling.cpu = 50.0", "INTEGER expected, NUMBER found"},
            {"cloud.deployment.autoscaling.cpu = {}", "INTEGER expected, OBJECT found"},
            {"cloud.config.maps = \"x\"", "ARRAY expected, STRING found"},
            {"cloud.config.maps = [1]", "ARRAY expected, ARRAY found"},
        };
        for (const auto& [text, verdict] : rows)
            QTest::newRow(text) << QByteArray(text) << QByteArray(verdict);
    }
    void typesAreNamedAsTheToolNamesThem() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, verdict);
        QVERIFY2(shapesIn(text.toStdString()).ends_with(", " + verdict.toStdString() + "\n"),
                 shapesIn(text.toStdString()).c_str());
    }
    void aMissingValueHasNoWrongType() { QVERIFY(!shapesIn("settings.thinJar = \n").contains("expected")); }

    void theNearestNameIsFound() {
        QCOMPARE(nearestName(cloud(), "cloud.config.maps", "mount_path"), "mount_dir");
        QCOMPARE(nearestName(cloud(), "cloud.config.maps[]", "mount_path"), "mount_dir");
        QCOMPARE(nearestName(cloud(), "cloud.deployment.autoscaling", "cpu_threshold"), "cpu");
        QCOMPARE(nearestName(cloud(), "cloud.deployment.autoscaling", "memory_threshold"), "memory");
        QCOMPARE(nearestName(cloud(), "cloud.deployment", "MaxMemory"), "max_memory");
        QCOMPARE(nearestName(cloud(), "cloud.deployment", "max-memory"), "max_memory");
        QCOMPARE(nearestName(cloud(), "cloud.deployment", "max_memroy"), "max_memory");
        QCOMPARE(nearestName(cloud(), "container.image", "cmd"), "entrypoint");
        QCOMPARE(nearestName(cloud(), "container.image", "repo_sitory"), "repository");
        QCOMPARE(nearestName(cloud(), "cloud.config.envs[]", "key"), "key_ref");
        QCOMPARE(nearestName(cloud(), "", "setting"), "settings");
        QCOMPARE(nearestName(cloud(), "cloud", "deploymnt"), "deployment");
        QCOMPARE(nearestName(cloud(), "cloud.deployment.probes.liveness", "prot"),
                 "port");   // letters swapped
        QCOMPARE(nearestName(cloud(), "settings", "singleYaml"), "singleYAML");
        QCOMPARE(nearestName(cloud(), "settings", "thinjar"), "thinJar");
    }
    void farWordsHaveNone() {
        QCOMPARE(nearestName(cloud(), "cloud.deployment", "colour"), "");
        QCOMPARE(nearestName(cloud(), "cloud.deployment", "replicas"), "");
        QCOMPARE(nearestName(cloud(), "settings", "x"), "");
        QCOMPARE(nearestName(cloud(), "container.image", ""), "");
        QCOMPARE(nearestName(cloud(), "cloud.config.maps[]", "path"), "");
        QCOMPARE(nearestName(cloud(), "nowhere", "file"), "");
    }
};

ARABESQUE_TEST(ShapeTest)
#include "shape_test.moc"
