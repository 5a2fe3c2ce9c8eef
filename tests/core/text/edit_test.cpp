#include "core/text/edit.h"

#include "tests/support/marked_text.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <random>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

/// Whether a text may be cut at `offset` without splitting a UTF-8 sequence.
bool isBoundary(std::string_view text, std::size_t offset) {
    return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

std::string randomText(std::mt19937& random, std::size_t length) {
    static constexpr const char* letters[] = {"a", "b", "é", "è", "€", "₭", "😀", "😁", "\n"};
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += letters[random() % std::size(letters)];
    return text;
}

/// The replaced part of `before` and what stands there after, as one line.
std::string differenceOf(std::string_view before, std::string_view after) {
    const Edit edit = difference("f", before, after);
    if (edit.changes.size() != 1) return std::to_string(edit.changes.size()) + " changes";
    return withMarks(before, {edit.changes[0].range}) + " -> " + edit.changes[0].text;
}

}

class EditTest : public QObject {
    Q_OBJECT

private slots:
    void changesReferToTheTextBefore() {
        const Edit edit{{{"f", {0, 1}, "one"}, {"f", {2, 3}, ""}, {"f", {5, 5}, "!"}}};
        QCOMPARE(applied("1 2 3", "f", edit), "one  3!");
    }
    void orderOfChangesDoesNotMatter() {
        const Edit edit{{{"f", {5, 5}, "!"}, {"f", {2, 3}, ""}, {"f", {0, 1}, "one"}}};
        QCOMPARE(applied("1 2 3", "f", edit), "one  3!");
    }
    void insertionsAtOneOffsetKeepTheirOrder() {
        QCOMPARE(applied("ab", "f", {{{"f", {1, 1}, "x"}, {"f", {1, 1}, "y"}, {"f", {1, 1}, "z"}}}), "axyzb");
    }
    void anInsertionStandsBeforeAReplacementThatBeginsThere() {
        QCOMPARE(applied("abc", "f", {{{"f", {1, 2}, "B"}, {"f", {1, 1}, "x"}}}), "axBc");
        QCOMPARE(applied("abc", "f", {{{"f", {1, 1}, "x"}, {"f", {1, 2}, "B"}}}), "axBc");
    }
    void neighboursMayTouch() {
        QCOMPARE(applied("abcd", "f", {{{"f", {2, 4}, "Y"}, {"f", {0, 2}, "X"}}}), "XY");
    }
    void changesOfOtherFilesAreLeftOut() {
        const Edit edit{{{"f", {0, 1}, "x"}, {"g", {100, 200}, "y"}}};
        QCOMPARE(applied("a", "f", edit), "x");
        QCOMPARE(applied("a", "h", edit), "a");
    }
    void anEmptyTextTakesInsertions() { QCOMPARE(applied("", "f", {{{"f", {0, 0}, "new"}}}), "new"); }

    void combinedDoesWhatBothDo() {
        const Edit first{{{"f", {0, 1}, "x"}}};
        const Edit second{{{"f", {2, 3}, "z"}, {"g", {0, 0}, "new"}}};
        const Edit both = combined(first, second);
        QCOMPARE(applied("abc", "f", both), "xbz");
        QCOMPARE(applied("", "g", both), "new");
        QCOMPARE(combined(first, {}), first);
        QCOMPARE(combined({}, first), first);
        QVERIFY(combined({}, {}).empty());
    }

    void equalTextsHaveNoDifference() {
        QVERIFY(difference("f", "same", "same").empty());
        QVERIFY(difference("f", "", "").empty());
    }
    void differenceIsTheMiddle() {
        QCOMPARE(differenceOf("memory = 512", "memory = 252"), "memory = «51»2 -> 25");
    }
    void differenceOfRepeatedTextIsAnInsertionOrDeletion() {
        QCOMPARE(differenceOf("aaa", "aaaa"), "aaa«» -> a");
        QCOMPARE(differenceOf("aaaa", "aaa"), "aaa«a» -> ");
        QCOMPARE(differenceOf("", "all"), "«» -> all");
        QCOMPARE(differenceOf("all", ""), "«all» -> ");
    }
    void differenceNeverCutsACharacter() {
        QCOMPARE(differenceOf("xéy", "xèy"), "x«é»y -> è");   // C3 A9, C3 A8
        QCOMPARE(differenceOf("€", "₭"), "«€» -> ₭");         // E2 82 AC, E2 82 AD
        QCOMPARE(differenceOf("a¬", "a€"), "a«¬» -> €");      // C2 AC, E2 82 AC: one last byte
        QCOMPARE(differenceOf("😀", "😀😁"), "😀«» -> 😁");
    }
    void differenceTurnsOneTextIntoTheOther() {
        std::mt19937 random(1);
        for (int round = 0; round < 3000; ++round) {
            const std::string before = randomText(random, random() % 8);
            const std::string after = randomText(random, random() % 8);
            const Edit edit = difference("f", before, after);
            QCOMPARE(applied(before, "f", edit), after);
            for (const Change& change : edit.changes) {
                QVERIFY(isBoundary(before, change.range.begin) && isBoundary(before, change.range.end));
                QVERIFY(isBoundary(after, change.range.begin));
                QVERIFY(isBoundary(after, change.range.begin + change.text.size()));
            }
        }
    }
};

ARABESQUE_TEST(EditTest)
#include "edit_test.moc"
