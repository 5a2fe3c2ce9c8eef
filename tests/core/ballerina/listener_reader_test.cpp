#include "tests/core/ballerina/scanned.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque::ballerina;
using namespace arabesque::ballerina::tests;

namespace {

/// "http 9090 localhost 60", one listener a line; a dash where something is not written.
QString listenersOf(const std::string& text) {
    QStringList lines;
    for (const Listener& listener : scanned(text).listeners) {
        const auto written = [](const std::optional<Written>& part) {
            return part ? QString::fromStdString(part->text) : QString("-");
        };
        const QString port = listener.port ? QString::number(listener.port->number) : QString("-");
        lines << QString::fromStdString(listener.protocol) + ' ' + port + ' ' + written(listener.host) + ' ' +
                     written(listener.gracefulStop);
    }
    return lines.join('\n');
}

}

class ListenerReaderTest : public QObject {
    Q_OBJECT

private slots:
    void declaredOnesAndThoseBehindOn() {
        QCOMPARE(listenersOf("import ballerina/http;\nimport ballerina/tcp as t;\n"
                             "listener http:Listener a = new (9090, host = \"localhost\");\n"
                             "listener http:Listener b = check new http:Listener(9091, {host: \"::1\"});\n"
                             "service / on new t:Listener(3000), a {}\n"),
                 "http 9090 localhost -\nhttp 9091 ::1 -\ntcp 3000 - -");
    }
    void settingsByNameOrInAMapping() {
        QCOMPARE(listenersOf("service / on new http:Listener(80, gracefulStopTimeout = 60) {}\n"
                             "service / on new http:Listener(81, config = {gracefulStopTimeout: 2.5}) {}\n"
                             "service / on new http:Listener(port = 82, host = address) {}\n"),
                 "http 80 - 60\nhttp 81 - 2.5\nhttp 82 - -");
    }
    void aSecureSocketByNameOrInAMapping() {
        const auto facts = scanned("service / on new http:Listener(80, secureSocket = s) {}\n"
                                   "service / on new http:Listener(81, {secureSocket: {}}) {}\n"
                                   "service / on new http:Listener(82) {}\n");
        QVERIFY(facts.listeners[0].secure && facts.listeners[1].secure && !facts.listeners[2].secure);
    }
    void portsOfNamesThatCannotChange() {
        QCOMPARE(listenersOf("final int a = 80;\nconst b = 81;\nconfigurable int c = 82;\n"
                             "service / on new http:Listener(a) {}\nservice / on new http:Listener(b) {}\n"
                             "service / on new http:Listener(c) {}\nservice / on new http:Listener() {}\n"),
                 "http 80 - -\nhttp 81 - -\nhttp - - -\nhttp - - -");
    }
    void halfWrittenOnesAreNone() {
        for (const char* text : {"listener http:Listener a = new", "listener a = ", "service on new",
                                 "service / on new http:Listener", "listener x = new (9090);"})
            QCOMPARE(listenersOf(text), "");
    }
    void literalsThatNameKeys() {
        const std::string text = "http:Client c = check new (\"u\", secureSocket = {cert: \"ca.crt\", "
                                 "key: {certFile: \"a.pem\", path: \"data.csv\"}});\nstring s = \"x.pem\";\n";
        const auto files = scanned(text).keyFiles;
        QCOMPARE(files.size(), 2u);
        QCOMPARE(files[0].text, "ca.crt");
        QCOMPARE(files[1].text, "a.pem");
        QCOMPARE(covered(text, files[1].place), "\"a.pem\"");
    }
};

ARABESQUE_TEST(ListenerReaderTest)
#include "listener_reader_test.moc"
