#include "tests/support/test_main.h"
#include "tests/validators/judges.h"
#include "tests/validators/observed_project.h"

#include <QTest>

using namespace arabesque::tests;

namespace {

constexpr const char* machines = "observability/fluent-bit/machines.yaml";
constexpr const char* cluster = "observability/fluent-bit/kubernetes.yaml";

/// What is said of a Fluent Bit that does not start; its last words may be lost.
constexpr const char* ends = "it ended with ";

/// Options and their values, by the manual of the releases that read YAML.
Verdict optionsAreKnown(const QStringList& files) {
    return run("python3", QStringList{"-I", ARABESQUE_SOURCE_DIR "/tests/validators/fluent_bit.py",
                                      ARABESQUE_SOURCE_DIR "/tests/data/fluent-bit.json"} +
                              files);
}

/// What becomes of log lines, by a Fluent Bit that runs.
Verdict linesArrive(const char* format, const QStringList& files) {
    return run("python3", QStringList{"-I", ARABESQUE_SOURCE_DIR "/tests/validators/fluent_bit_ships.py",
                                      npmPackage("fluent-bit"), format} +
                              files);
}

Verdict jsonLinesArrive(const QStringList& files) {
    return linesArrive("json", files);
}

}

/// Fluent Bit takes log lines from a machine's journal and a node's folder to the store.
class LogShippingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { generateObservability(m_golden); }

    void linesArriveAtTheStore_data() {
        QTest::addColumn<QByteArray>("store");
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("opensearch") << QByteArray("opensearch") << QByteArray("name: \"opensearch\"");
        QTest::newRow("elasticsearch") << QByteArray("elasticsearch") << QByteArray("name: \"es\"");
        QTest::newRow("loki") << QByteArray("loki") << QByteArray("labels: \"job=orders\"");
    }
    void linesArriveAtTheStore() {
        QFETCH(const QByteArray, store);
        QFETCH(const QByteArray, output);
        const Folder out;
        generateObservability(out, "logs = \"opensearch\"", "logs = \"" + store + '"');
        const QByteArray text = out.read(machines);
        QVERIFY2(text.contains(output) && text.contains("format: \"json\""), text);
        const QStringList files{out.path(machines), out.path(cluster)};
        QCOMPARE(optionsAreKnown(files), Verdict());
        QCOMPARE(jsonLinesArrive(files), Verdict());
        for (const QString& file : files)
            QCOMPARE(run("yamllint", {"-d", "{extends: relaxed, rules: {line-length: disable}}", file}),
                     Verdict());
    }

    /// What Micro Integrator logs is no logfmt and stays as it is: an option newer than the Fluent Bit that runs here.
    void linesMayBeLogfmt() {
        const Folder out;
        generateObservability(out, "format = \"json\"", "format = \"logfmt\"", "Config.toml");
        QVERIFY(out.read(machines).contains("logfmt_no_bare_keys: true"));
        QVERIFY(!m_golden.read(machines).contains("logfmt_no_bare_keys"));
        QCOMPARE(optionsAreKnown({out.path(machines), out.path(cluster)}), Verdict());
        QCOMPARE(linesArrive("logfmt", {out.path(cluster)}), Verdict());
    }

    void theManualRefuses() {
        const QByteArray wrong =
            misjudged(optionsAreKnown, {}, m_golden.read(machines),
                      {{"read_from_tail: true", "read_from_end: true", "no option read_from_end"},
                       {"read_from_tail: true", "read_from_tail: \"perhaps\"", "cannot be 'perhaps'"},
                       {"name: \"opensearch\"", "name: \"open-search\"", "no plugin open-search"},
                       {"format: \"json\"", "format: \"jsonl\"", "format cannot be 'jsonl'"},
                       {"parser: \"ballerina\"", "parser: \"balerina\"", "no parser balerina"},
                       {"key_name: \"MESSAGE\"", "key: \"MESSAGE\"", "no option key"},
                       {"port: 9200", "port: \"https\"", "port cannot be 'https'"},
                       {"log_level: \"info\"", "log_level: \"chatty\"", "log_level cannot be 'chatty'"},
                       {"tls: \"on\"", "tls: \"sure\"", "tls cannot be 'sure'"},
                       {"pipeline:", "pipelines:", "no section pipelines"},
                       {"match: \"*\"\n    host", "match: \"kube.*\"\n    host", "no output takes"}});
        QVERIFY2(wrong.isEmpty(), wrong);
    }

    void nothingOfAMachineArrives() {
        const QByteArray wrong =
            misjudged(jsonLinesArrive, {}, m_golden.read(machines),
                      {{"name: \"systemd\"", "name: \"journald\"", ends},
                       {"name: \"parser\"", "name: \"parse\"", "Invalid configuration value at FILTER"},
                       {"name: \"opensearch\"", "name: \"open-search\"", "'open-search' cannot be loaded"},
                       {"format: \"json\"", "format: \"jsonl\"", ends},
                       {"format: \"json\"", "format: \"regex\"", ends},
                       {"format: \"json\"", "format: \"logfmt\"", "'[2024-05-01': None"},
                       {"parser: \"ballerina\"", "parser: \"balerina\"", ends},
                       {"key_name: \"MESSAGE\"", "key: \"MESSAGE\"", ends},
                       {"key_name: \"MESSAGE\"", "key_name: \"log\"", "'MESSAGE': '{"},
                       {"reserve_data: true", "reserve_data: false", "the store has"},
                       {"time_key: \"time\"", "time_key: \"timestamp\"", "'time': '2024"},
                       {"%S.%L%z", "%S%z", "cannot parse '2024-05-01T12:00:00.123+02:00'"},
                       {"_UNIT=orders.service", "_UNIT=ssh.service", "'ssh.service'"},
                       {"read_from_tail: true", "read_from_end: true", "the store has"},
                       {"match: \"*\"\n    host", "match: \"kube.*\"\n    host", "an output takes nothing"},
                       {"match: \"*\"\n    key", "match: \"kube.*\"\n    key", "'MESSAGE': '{"},
                       {"index: \"orders\"", "indices: \"orders\"", ends},
                       {"index: \"orders\"", "index: \"order\"", "it goes to {'_index': 'order'}"},
                       {"suppress_type_name: \"on\"", "suppress_type_name: \"off\"", "'_type': '_doc'"},
                       {"tls: \"on\"", "tls: \"off\"", ""},
                       {"${LOG_STORE_USER}", "${STORE_USER}", "variable ${STORE_USER} is used but not set"},
                       {"\"${LOG_STORE_USER}\"", "\"admin\"", "the store is asked as"}});
        QVERIFY2(wrong.isEmpty(), wrong);
    }

    void nothingOfAClusterArrives() {
        const QByteArray wrong = misjudged(jsonLinesArrive, {}, m_golden.read(cluster),
                                           {{"parser: \"docker, cri\"", "parser: \"docker\"", "00Z stdout P"},
                                            {"parser: \"docker, cri\"", "parser: \"docker, crio\"", ends},
                                            {"key_name: \"log\"", "key_name: \"MESSAGE\"", "'log': '{"},
                                            {"refresh_interval:", "refresh:", ends},
                                            {"refresh_interval: 10", "refresh_interval: \"often\"", ends},
                                            {"path: ", "paths: ", ends}});
        QVERIFY2(wrong.isEmpty(), wrong);
    }

private:
    Folder m_golden;
};

ARABESQUE_TEST(LogShippingTest)
#include "log_shipping_test.moc"
