#include "app/session/unsaved_text.h"

#include "tests/support/test_main.h"

#include <QDataStream>
#include <QTest>

#include <random>

using namespace arabesque;

namespace {

std::string recovered(std::string_view saved, std::string_view unsaved, std::string_view onDisk) {
    return applied(onDisk, "f", recovery(unsavedText("f", saved, unsaved), onDisk));
}

QByteArray written(const UnsavedText& unsaved) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << unsaved;
    return bytes;
}

std::string randomText(std::mt19937& random) {
    std::string text;
    for (unsigned lines = random() % 8; lines > 0; --lines)
        text += std::string(random() % 3, static_cast<char>('a' + random() % 3)) + '\n';
    if (!text.empty() && random() % 3 == 0) text.pop_back();
    return text;
}

}

class UnsavedTextTest final : public QObject {
    Q_OBJECT

private slots:
    void linesNobodyTouchedAreNotKept() {
        const UnsavedText unsaved = unsavedText("f", "a = 1\npassword = \"x\"\nb = 1\nc = 1\n",
                                                "a = 2\npassword = \"x\"\nb = 1\nnew = 1\nc = 1\n");
        QCOMPARE(unsaved.changes, (std::vector<LineChange>{{0, 1, "a = 2\n"}, {3, 0, "new = 1\n"}}));
    }
    void farChangesOfALongTextKeepNothingBetween() {
        std::string saved;
        for (int i = 0; i < 30'000; ++i) saved += "key" + std::to_string(i) + " = \"secret\"\n";
        const UnsavedText unsaved = unsavedText("f", saved, "first = 1\n" + saved + "last = 1\n");
        QCOMPARE(unsaved.changes,
                 (std::vector<LineChange>{{0, 0, "first = 1\n"}, {30'000, 0, "last = 1\n"}}));
    }
    void anUnchangedDiskGivesTheVeryText() {
        std::mt19937 random(7);
        for (int round = 0; round < 2000; ++round) {
            const std::string saved = randomText(random);
            const std::string unsaved = randomText(random);
            QCOMPARE(recovered(saved, unsaved, saved), unsaved);
            QCOMPARE(recovered(saved, unsaved, unsaved), unsaved);   // saved, and ended at once
        }
    }
    void changesElsewhereStay() {
        QCOMPARE(recovered("a\nb\nc\nd\n", "a\nb\nC\nd\n", "new\na\nb2\nc\nd\n"), "new\na\nb2\nC\nd\n");
        QCOMPARE(recovered("a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n"), "a\nc\nd\n");
    }
    void whatBothChangedIsAsItWasTyped() {
        QCOMPARE(recovered("a\nb\nc\n", "a\ntyped\nc\n", "a\ndisk\nc\n"), "a\ntyped\nc\n");
    }
    void whatCannotBeTakenForTheSameLinesStandsBesideThem() {
        QCOMPARE(recovered("a\nb\nc\n", "a\ntyped\nc\n", "a\nx\ny\nc\n"), "a\ntyped\nx\ny\nc\n");
        QCOMPARE(recovered("a\nb\n", "a\nb\ntyped", "x\ny\nz"), "x\ny\nz\ntyped");
        QCOMPARE(recovered("a\nb\n", "a\ntyped", ""), "typed");
    }
    void noTypedLineIsLost() {
        std::mt19937 random(11);
        for (int round = 0; round < 2000; ++round) {
            const std::string saved = randomText(random);
            const std::string unsaved = randomText(random) + "\ntyped\n" + randomText(random);
            const std::string result = recovered(saved, unsaved, randomText(random));
            QVERIFY2(("\n" + result + "\n").contains("\ntyped\n"), result.c_str());
        }
    }
    void aChangedDiskIsNoticed() {
        const UnsavedText unsaved = unsavedText("f", "a\n", "b\n");
        QVERIFY(!wasChangedElsewhere(unsaved, "a\n"));
        QVERIFY(!wasChangedElsewhere(unsaved, "b\n"));
        QVERIFY(wasChangedElsewhere(unsaved, "c\n"));
    }
    void aStreamGivesItBack() {
        const UnsavedText before = unsavedText("Cloud.toml", "a\nb\n", "a\nc");
        const QByteArray bytes = written(before);
        UnsavedText after;
        QDataStream stream(bytes);
        stream >> after;
        QCOMPARE(after, before);
    }
    void aLineThatIsNotThereIsDamage() {
        UnsavedText wrong = unsavedText("f", "a\n", "b\n");
        wrong.changes[0].first = 5;
        const QByteArray bytes = written(wrong);
        QDataStream stream(bytes);
        stream >> wrong;
        QCOMPARE(stream.status(), QDataStream::ReadCorruptData);
    }
};

ARABESQUE_TEST(UnsavedTextTest)
#include "unsaved_text_test.moc"
