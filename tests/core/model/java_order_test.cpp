#include "core/model/java_order.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

/// The keys in the order a Java hash table lists them.
std::string listed(const std::vector<std::string>& keys) {
    std::vector<std::int32_t> hashes;
    for (const std::string& key : keys) hashes.push_back(javaHash(key));
    std::string text;
    for (const std::size_t index : javaOrder(hashes)) text += (text.empty() ? "" : " ") + keys[index];
    return text;
}

}

class JavaOrderTest : public QObject {
    Q_OBJECT

private slots:
    void stringsHashAsInJava() {
        QCOMPARE(javaHash(""), 0);
        QCOMPARE(javaHash("a"), 97);
        QCOMPARE(javaHash("ab"), 3105);
        QCOMPARE(javaHash("hello"), 99162322);
        QCOMPARE(javaHash("Aa"), javaHash("BB"));
        QCOMPARE(javaHash("polygenelubricants"), std::numeric_limits<std::int32_t>::min());
    }
    void hashesCountUtf16Units() {
        QCOMPARE(javaHash("é"), 0xE9);
        QCOMPARE(javaHash("€"), 0x20AC);
        QCOMPARE(javaHash("😀"), 31 * 0xD83D + 0xDE00);
        QCOMPARE(javaHash("\xFF"), 0xFFFD);
    }
    void keysStandAsInTheGeneratedFiles() {
        QCOMPARE(listed({"cpu", "memory"}), "memory cpu");
        QCOMPARE(listed({"one.toml", "two.toml"}), "one.toml two.toml");   // one bucket
        QCOMPARE(listed({"app.toml", "db.toml"}), "db.toml app.toml");
        QCOMPARE(listed({"alpha.toml", "beta.toml"}), "beta.toml alpha.toml");
    }
    void oneBucketKeepsTheOrderOfInsertion() {
        QCOMPARE(listed({"Aa", "BB"}), "Aa BB");
        QCOMPARE(listed({"BB", "Aa"}), "BB Aa");
    }
    void bucketsAreCountedByTheTablesSize() {
        const auto order = [](std::vector<std::int32_t> hashes) { return javaOrder(hashes); };
        QCOMPARE(order({17, 1, 0}), (std::vector<std::size_t>{2, 0, 1}));   // 16 buckets: 17 is 1
        QCOMPARE(order({-1, 5}), (std::vector<std::size_t>{0, 1}));   // the upper half is mixed in: bucket 0
        QCOMPARE(order({9091, 9090}), (std::vector<std::size_t>{1, 0}));
        QCOMPARE(order({}), std::vector<std::size_t>{});
    }
    void beyondTwelveElementsTheTableDoubles() {
        std::vector<std::int32_t> hashes{16, 1};
        for (std::int32_t i = 2; i < 12; ++i) hashes.push_back(i);
        QCOMPARE(hashes.size(), 12u);
        QCOMPARE(javaOrder(hashes).front(), 0u);   // bucket 0 of 16
        hashes.push_back(12);
        QCOMPARE(javaOrder(hashes).back(), 0u);   // bucket 16 of 32
    }
    void valuesAreCollectedAsGeneratedHashesDo() {
        QCOMPARE(JavaHasher().result(), 1);
        QCOMPARE(JavaHasher().add(std::int32_t{2}).result(), 61);
        QCOMPARE(JavaHasher().add(true).result(), 59 + 79);
        QCOMPARE(JavaHasher().add(false).result(), 59 + 97);
        QCOMPARE(JavaHasher().add(std::string_view("a")).result(), 59 + 97);
        JavaHasher wrapping;
        for (int i = 0; i < 6; ++i) wrapping.add(std::int32_t{0});
        QCOMPARE(wrapping.result(),
                 static_cast<std::int32_t>(static_cast<std::uint32_t>(59ULL * 59 * 59 * 59 * 59 * 59)));
    }
};

ARABESQUE_TEST(JavaOrderTest)
#include "java_order_test.moc"
