#include "core/toml/path.h"

#include "tests/support/test_main.h"

#include <QTest>

#include <random>

using namespace arabesque;
using arabesque::toml::Path;
using arabesque::toml::readPath;
using arabesque::toml::toText;

namespace {

/// The parts of a path, each on a line; the message where it is none.
std::string partsOf(std::string_view text) {
    const auto path = readPath(text);
    if (!path) return path.error().message.english();
    std::string parts;
    for (const toml::Step& step : *path) {
        const auto* index = std::get_if<std::size_t>(&step);
        parts += index != nullptr ? "#" + std::to_string(*index) + "\n" : std::get<std::string>(step) + "\n";
    }
    return parts;
}

Path randomPath(std::mt19937& random) {
    static constexpr const char* letters[] = {"a", "Z",  "9", "_", "-", ".",  " ",  "\"",
                                              "'", "\\", "[", "]", "é", "\n", "\t", "#"};
    Path path;
    for (auto parts = 1 + random() % 4; parts > 0; --parts) {
        std::string name;
        for (auto length = random() % 4; length > 0; --length) name += letters[random() % std::size(letters)];
        path.emplace_back(name);
        if (random() % 3 == 0) path.emplace_back(std::size_t{random() % 12});
    }
    return path;
}

}

class PathTest : public QObject {
    Q_OBJECT

private slots:
    void dotsSeparateAndBracketsCount() {
        QCOMPARE(partsOf("cloud.config.files[0].name"), "cloud\nconfig\nfiles\n#0\nname\n");
        QCOMPARE(partsOf("a[10][2].b"), "a\n#10\n#2\nb\n");
        QCOMPARE(partsOf("build-options"), "build-options\n");
    }
    void quotedPartsHoldAnything() {
        QCOMPARE(partsOf("\"a.b\".'c d'"), "a.b\nc d\n");
        QCOMPARE(partsOf("\"\\u00e9 \\\"x\\\"\""), "é \"x\"\n");
        QCOMPARE(partsOf("''"), "\n");
    }
    void whatIsNoKeyIsRefused() {
        for (const char* text :
             {"",        ".",   "a.",  ".a",    "a..b", "a b",   "a[", "a[]", "a[x]",
              "a[-1]",   "a[0", "[0]", "a[0]b", "\"a",  "a.\"b", "é",  "a=1", "a[99999999999999999999]",
              "\"\\q\"", " a",  "a "})
            QCOMPARE(partsOf(text),
                     "'" + std::string(text) + "' is no TOML key; write it like cloud.config.files[0].name");
    }
    void keysAreQuotedWhereTheyMust() {
        QCOMPARE(toml::keyText("max_memory"), "max_memory");
        QCOMPARE(toml::keyText("a.b"), "\"a.b\"");
        QCOMPARE(toml::keyText(""), "\"\"");
        QCOMPARE(toml::keyText("say \"hi\""), "\"say \\\"hi\\\"\"");
        QCOMPARE(toText({std::string("a b"), std::size_t{3}, std::string("c")}), "\"a b\"[3].c");
        QCOMPARE(toText({}), "");
    }
    void readingWhatWasWrittenGivesThePath() {
        std::mt19937 random(4);
        for (int round = 0; round < 3000; ++round) {
            const Path path = randomPath(random);
            const auto read = readPath(toText(path));
            QVERIFY2(read.has_value(), toText(path).c_str());
            QVERIFY2(*read == path, toText(path).c_str());
        }
    }
};

ARABESQUE_TEST(PathTest)
#include "path_test.moc"
