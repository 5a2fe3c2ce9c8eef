#include "tests/core/ballerina/scanned.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <fstream>
#include <iterator>
#include <random>

using namespace arabesque::ballerina;
using namespace arabesque::ballerina::tests;

namespace {

std::string readFile(const std::string& name) {
    std::ifstream file(ARABESQUE_SOURCE_DIR "/tests/core/ballerina/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// True when every place lies inside the text; most mistakes of a scanner show here first.
bool placesAreInside(const std::string& text) {
    const auto facts = scanned(text);
    const auto inside = [&](const arabesque::Place& place) {
        return place.range.begin <= place.range.end && place.range.end <= text.size();
    };
    bool good = !facts.task || inside(facts.task->place);
    for (const Service& service : facts.services) {
        good = good && inside(service.place);
        for (const Resource& resource : service.resources) good = good && inside(resource.place);
        for (const Port& port : service.ports) good = good && inside(port.place);
    }
    for (const Configurable& configurable : facts.configurables) good = good && inside(configurable.place);
    for (const Import& import : facts.imports) good = good && inside(import.place);
    for (const auto& diagnostic : facts.diagnostics) good = good && inside(diagnostic.place);
    return good;
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

}

/// Any bytes give facts, soon: the scanner runs at every keystroke.
class ScanRobustnessTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(!realistic.empty());
        QCOMPARE(services(scanned(realistic)), "/orders/v1\\-0 9090 9091");
    }

    void everyPrefix() {
        for (std::size_t length = 0; length <= realistic.size(); ++length) {
            QVERIFY2(placesAreInside(realistic.substr(0, length)), std::to_string(length).c_str());
        }
    }

    void everySuffix() {
        for (std::size_t begin = 0; begin <= realistic.size(); ++begin) {
            QVERIFY2(placesAreInside(realistic.substr(begin)), std::to_string(begin).c_str());
        }
    }

    void everyByteLeftOut() {
        for (std::size_t at = 0; at < realistic.size(); ++at) {
            auto text = realistic;
            text.erase(at, 1);
            QVERIFY2(placesAreInside(text), std::to_string(at).c_str());
        }
    }

    void randomChanges() {
        std::mt19937 random(20240517);
        const std::string_view special = "{}()[]<>|`\"'\\#@;=,.:/?*&$\n\r \t\xEF\xBB\x80\xFF";
        for (int round = 0; round < 4000; ++round) {
            auto text = realistic;
            for (auto changes = random() % 12 + 1; changes > 0; --changes) {
                const auto at = random() % text.size();
                switch (random() % 4) {
                case 0: text[at] = static_cast<char>(random() % 256); break;
                case 1: text[at] = special[random() % special.size()]; break;
                case 2: text.insert(at, 1, special[random() % special.size()]); break;
                default: text.erase(at, random() % 20 + 1); break;
                }
            }
            QVERIFY2(placesAreInside(text), std::to_string(round).c_str());
        }
    }

    void longRunsOfOneThing_data() {
        QTest::addColumn<QString>("part");
        for (const char* part : {"(",
                                 ")",
                                 "{",
                                 "}",
                                 "[",
                                 "{|",
                                 "|}",
                                 "(]",
                                 "([{",
                                 "`",
                                 "`${",
                                 "${",
                                 "\"",
                                 "'",
                                 "\\",
                                 "\\u{",
                                 "#",
                                 "# + a - b\n",
                                 "@",
                                 "@a:b {",
                                 "@cloud:Task {schedule: {",
                                 "import a.b as c;\n",
                                 "import a.",
                                 "a.",
                                 "a|",
                                 "a&",
                                 "a?",
                                 "a[]",
                                 "map<",
                                 "table<",
                                 "record {|",
                                 "record { *A; ",
                                 "int a;",
                                 "= ",
                                 "; ",
                                 "isolated ",
                                 "public ",
                                 "final ",
                                 "service ",
                                 "service / on a, ",
                                 "service / on new http:Listener(",
                                 "resource function get a/",
                                 "function f(",
                                 "function f() {\n",
                                 "configurable ",
                                 "configurable int a = ?;\n",
                                 "configurable A a = ?;\n",
                                 "type A B;\n",
                                 "type A record {| A a; A b; |};\nconfigurable A c = ?;\n",
                                 "enum A { B, ",
                                 "listener a:B c = new (c);\n",
                                 "listener a:Listener c = new (d);\nservice / on c { }\n",
                                 "0x",
                                 "1e",
                                 ".",
                                 "-",
                                 "\n",
                                 "\r",
                                 "\t//",
                                 "/"}) {
            QTest::newRow(part) << part;
        }
    }

    void longRunsOfOneThing() {
        QFETCH(QString, part);
        const auto text = repeated(part.toStdString(), 200'000 / part.toStdString().size());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(placesAreInside(text));
        QVERIFY(placesAreInside("configurable " + text));
        QVERIFY(placesAreInside("service /a on new http:Listener(1) {\n" + text));
        QVERIFY(placesAreInside("configurable string s = \"" + text));
        // Generous, because other work may run beside; what grows with the square takes minutes.
        QVERIFY2(timer.elapsed() < 5000, std::to_string(timer.elapsed()).c_str());
    }

    void typesThatMultiply() {
        std::string text;
        for (int i = 0; i < 1000; ++i) {
            const auto next = std::to_string((i + 1) % 1000);
            text += "type T" + std::to_string(i) + " record {| T" + next + "[] a; T" + next + " b; *T" +
                    next + "; |};\n";
            text += "configurable T" + std::to_string(i) + " c" + std::to_string(i) + " = ?;\n";
        }
        QElapsedTimer timer;
        timer.start();
        QVERIFY(placesAreInside(text));
        QVERIFY2(timer.elapsed() < 5000, std::to_string(timer.elapsed()).c_str());
    }

private:
    const std::string realistic = readFile("everything.bal");
};

ARABESQUE_TEST(ScanRobustnessTest)
#include "scan_robustness_test.moc"
