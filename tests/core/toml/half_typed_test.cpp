#include "core/toml/document.h"

#include "tests/core/toml/toml_values.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <random>

using namespace arabesque;
using namespace arabesque::tests;
using arabesque::toml::Document;

namespace {

constexpr std::string_view cloudToml = R"(# Image and cluster
[container.image]
repository = "registry.example.com/team"   # ours
name = 'orders'
tag = "1.4.0"

[[container.copy.files]]
sourceFile = "./data/rates.csv"
target = "/home/ballerina/data/rates.csv"

[cloud.deployment]
internal_domain_name = "orders-svc"
min_memory = "256Mi"
max_memory = "1Gi"
autoscaling.enable = true
autoscaling.min_replicas = 2

[cloud.deployment.probes.liveness]
port = 9_090
path = """/orders/healthz"""

[[cloud.config.files]]
file = "Config.toml"
name = "orders-config"

[[cloud.config.maps]]
file = "resources/a.txt"
mount_dir = "/home/ballerina/res"
[[cloud.config.maps]]
file = "resources/b.txt"
mount_dir = "/home/ballerina/res"

[cloud]
secret.envs = [
    { key_ref = "PASSWORD", name = "DB_PASSWORD", secret_name = "orders-db" }, # one
    { key_ref = "TOKEN", secret_name = "orders-db" },
]

[settings]
singleYAML = false
thinJar = true
)";

struct Known {
    toml::Path path;
    std::string value;
    std::size_t end;   ///< behind its line
};

/// Every entry of the sample outside inline values.
std::vector<Known> allEntries() {
    const Document document{std::string(cloudToml)};
    std::vector<Known> entries;
    for (std::size_t i = 0; i < document.tree().sections.size(); ++i) {
        for (const toml::Entry& entry : document.tree().sections[i].entries) {
            toml::Path path = document.sectionPaths()[i];
            for (const toml::KeyPart& part : entry.key) path.emplace_back(part.name);
            entries.push_back({path, valueAt(document, toml::toText(path)), entry.line.end});
        }
    }
    return entries;
}

/// The first key in front of `damage` that `document` no longer has; empty when all are there.
std::string lostBefore(std::size_t damage, const Document& document, const std::vector<Known>& entries) {
    for (const Known& entry : entries)
        if (entry.end <= damage && valueAt(document, toml::toText(entry.path)) != entry.value)
            return toml::toText(entry.path);
    return {};
}

/// Replaces, deletes or inserts a few bytes; returns where.
std::size_t damage(std::string& text, std::mt19937& random) {
    static constexpr std::string_view pieces[] = {
        "[",  "]",  "[[", "{",    "}", "\"", "'", "\"\"\"", "'''",  "=", ".",       ",",         "#",
        "\\", "\n", "\r", "\r\n", " ", "x",  "0", "\0",     "\xFF", "é", "a = 1\n", "[cloud]\n", "= [\n"};
    const std::size_t at = random() % (text.size() + 1);
    const std::size_t removed = random() % 3 == 0 ? random() % 30 : random() % 2;
    text.replace(at, std::min(removed, text.size() - at),
                 random() % 4 == 0 ? "" : pieces[random() % std::size(pieces)]);
    return at;
}

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void addIntact(const char* text, const char* path, const char* value) {
    QTest::addRow("%s has %s", QByteArray(text).replace('\n', "\\n").constData(), path)
        << QByteArray(text) << QByteArray(path) << QByteArray(value);
}

void addHeadersAndValues() {
    // a header that is not closed yet
    addIntact("[a]\nb = 1\n[c\nd = 2\n", "a.b", "1");
    addIntact("[a]\nb = 1\n[c\nd = 2\n", "c.d", "2");
    addIntact("[[a]\nb = 1\n", "a[0].b", "1");
    addIntact("[a.\nb = 1\n[c]\nd = 2\n", "c.d", "2");
    addIntact("[\n[c]\nd = 2\n", "c.d", "2");
    addIntact("[]\nx = 1\n[c]\nd = 2\n", "c.d", "2");
    addIntact("[\"a\nb = 1\n[c]\nd = 2\n", "c.d", "2");
    addIntact("[a]]\nb = 1\n", "a.b", "1");
    addIntact("[a] x\nb = 1\n", "a.b", "1");
    // a value that is missing or wrong
    addIntact("a = \nb = 1\n", "b", "1");
    addIntact("a =\nb = 1\n", "b", "1");
    addIntact("a =", "a", "(missing)");
    addIntact("a\nb = 1\n", "b", "1");
    addIntact("a.\nb = 1\n", "b", "1");
    addIntact("= 1\nb = 1\n", "b", "1");
    addIntact("a = text\nb = 1\n", "b", "1");
    addIntact("a = 512Mi\nb = 1\n", "b", "1");
    addIntact("a = 1 2\nb = 1\n", "a", "1");
    addIntact("a = 1 2\nb = 1\n", "b", "1");
    addIntact("a b = 1\nc = 2\n", "c", "2");
    // a string that is not closed yet
    addIntact("a = \"open\nb = 1\n", "b", "1");
    addIntact("a = 'open\nb = 1\n", "b", "1");
    addIntact("a = \"open\\\nb = 1\n", "b", "1");
    addIntact("a = \"\"\"open\nb = 1\n[c]\nd = 2\n", "b", "1");
    addIntact("a = \"\"\"open\nb = 1\n[c]\nd = 2\n", "c.d", "2");
    addIntact("a = \"bad \\q escape\"\nb = 1\n", "b", "1");
    addIntact("a = \"x\"y\"\nb = 1\n", "b", "1");
    addIntact("\"a = 1\nb = 1\n", "b", "1");
}

void addArraysAndInlineTables() {
    // an array that is not closed yet
    addIntact("a = [1, 2\nb = 1\n", "b", "1");
    addIntact("a = [1, 2\nb = 1\n", "a[1]", "2");
    addIntact("a = [\n  1,\n  2,\nb = 1\n", "b", "1");
    addIntact("a = [\nb.c = 1\n", "b.c", "1");
    addIntact("a = [1,\n[b]\nc = 1\n", "b.c", "1");
    addIntact("a = [\n[b.c]\nd = 1\n", "b.c.d", "1");
    addIntact("a = [\n[[b]]\nc = 1\n", "b[0].c", "1");
    addIntact("a = [\"x\n]\nb = 1\n", "b", "1");
    addIntact("a = [1 2]\nb = 1\n", "b", "1");
    addIntact("a = [1, oops, 3]\nb = 1\n", "b", "1");
    addIntact("a = [[1], [2\nb = 1\n", "b", "1");
    addIntact("a = [\n\"b\" = 1\n", "b", "1");
    // an inline table that is not closed yet
    addIntact("a = { b = 1\nc = 2\n", "c", "2");
    addIntact("a = { b = 1\nc = 2\n", "a.b", "1");
    addIntact("a = { b = 1,\nc = 2\n", "c", "2");
    addIntact("a = { b = \nc = 2\n", "c", "2");
    addIntact("a = { b\nc = 2\n", "c", "2");
    addIntact("a = {\nc = 2\n", "c", "2");
    addIntact("a = { b = 1 c = 2 }\nd = 3\n", "d", "3");
    addIntact("a = { b = [1, { c = 2\nd = 3\n", "d", "3");
    addIntact("a = { \"b = 1 }\nc = 2\n", "c", "2");
}

void addStrayLines() {
    // lines that are nothing
    addIntact("a = 1\ngarbage\nb = 2\n", "b", "2");
    addIntact("a = 1\n!!! ???\n[b]\nc = 2\n", "b.c", "2");
    addIntact("a = 1\n}\n]\nb = 2\n", "b", "2");
    addIntact("a = 1\n<<<<<<< HEAD\nb = 2\n=======\nc = 3\n>>>>>>> branch\n", "c", "3");
    addIntact("a: 1\nb = 2\n", "b", "2");
    // twice: the first one counts
    addIntact("a = 1\na = 2\nb = 3\n", "a", "1");
    addIntact("a = 1\na = 2\nb = 3\n", "b", "3");
    addIntact("[a]\nb = 1\n[a]\nc = 2\n", "a.c", "2");
    addIntact("[a]\nb = 1\n[[a]]\nc = 2\n[d]\ne = 3\n", "d.e", "3");
    addIntact("a = 1\n[a]\nb = 2\n[c]\nd = 3\n", "c.d", "3");
}

}

class HalfTypedTest : public QObject {
    Q_OBJECT

private slots:
    void theIntactPartIsFound_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("value");
        addHeadersAndValues();
        addArraysAndInlineTables();
        addStrayLines();
    }
    void theIntactPartIsFound() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, value);
        const Document document(text.toStdString());
        QVERIFY(!document.valid());
        QCOMPARE(valueAt(document, path.toStdString()), value.toStdString());
    }

    void theSampleIsValid() {
        const Document document{std::string(cloudToml)};
        QVERIFY(document.valid());
        QCOMPARE(valuesOf(document), *valuesByTomlPlusPlus(cloudToml));
        QCOMPARE(allEntries().size(), 21u);
    }
    void everyPrefixKeepsWhatIsComplete() {
        const std::vector<Known> entries = allEntries();
        for (std::size_t length = 0; length <= cloudToml.size(); ++length) {
            const Document document{std::string(cloudToml.substr(0, length))};
            QCOMPARE(lostBefore(length, document, entries), "");
        }
    }
    void damageCostsNothingInFrontOfIt() {
        const std::vector<Known> entries = allEntries();
        std::mt19937 random(5);
        for (int round = 0; round < 4000; ++round) {
            std::string text(cloudToml);
            const std::size_t at = damage(text, random);
            const std::size_t lineBegin = at == 0 ? 0 : cloudToml.rfind('\n', at - 1) + 1;
            const Document document(text);
            QVERIFY2(lostBefore(lineBegin, document, entries).empty(), text.c_str());
        }
    }
    void aBrokenLineCostsItselfAlone() {
        const std::vector<Known> entries = allEntries();
        for (const std::string_view broken :
             {"broken\n", "x =\n", "y = \"\n", "z = {\n", "w = [\n", "= 3\n", "v = 'x\n"}) {
            for (const Known& place : entries) {
                std::string text(cloudToml);
                text.insert(place.end, broken);
                const Document document(text);
                for (const Known& entry : entries)
                    QVERIFY2(valueAt(document, toml::toText(entry.path)) == entry.value,
                             (toml::toText(entry.path) + " in\n" + text).c_str());
            }
        }
    }
    void muchDamageNeverStopsTheReader() {
        std::mt19937 random(6);
        for (int round = 0; round < 4000; ++round) {
            std::string text(cloudToml);
            for (auto times = 2 + random() % 30; times > 0; --times) damage(text, random);
            const Document document(text);
            if (document.valid())
                QCOMPARE(valuesOf(document), *valuesByTomlPlusPlus(text));
            else if (isAscii(text))
                QVERIFY2(!valuesByTomlPlusPlus(text), text.c_str());
            for (const toml::SyntaxError& error : document.errors())
                QVERIFY(error.range.begin <= error.range.end && error.range.end <= text.size());
            static_cast<void>(document.pathAt(random() % (text.size() + 1)));
        }
    }

    void hostileTextIsReadInReasonableTime_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("brackets") << "a = " + QByteArray(50'000, '[');
        QTest::newRow("braces") << "a = " + QByteArray("{a=").repeated(20'000);
        QTest::newRow("headers") << QByteArray("[").repeated(50'000);
        QTest::newRow("quotes") << "a = " + QByteArray(50'000, '"');
        QTest::newRow("open strings") << QByteArray("a = \"\"\"\n").repeated(2'000);
        QTest::newRow("open arrays") << QByteArray("a = [\n").repeated(2'000);
        QTest::newRow("commas") << "a = [" + QByteArray(50'000, ',');
        QTest::newRow("dots") << QByteArray("a.").repeated(5'000) + "a = 1\n";
        QTest::newRow("zero bytes") << QByteArray(50'000, '\0');
    }
    void hostileTextIsReadInReasonableTime() {
        QFETCH(QByteArray, text);
        QElapsedTimer timer;
        timer.start();
        const Document document(text.toStdString());
        QVERIFY(timer.elapsed() < 5000);
        static_cast<void>(document.find({std::string("a")}));
    }
};

ARABESQUE_TEST(HalfTypedTest)
#include "half_typed_test.moc"
