#include "core/text/diff.h"

#include "tests/support/test_main.h"

#include <QTest>

#include <random>

using namespace arabesque;

namespace {

/// "-2 -3 +2": removed lines, then added ones.
std::string compared(std::string_view before, std::string_view after) {
    const LineDifference difference = compareLines(before, after);
    std::string text;
    for (const std::uint32_t line : difference.removed) text += " -" + std::to_string(line);
    for (const std::uint32_t line : difference.added) text += " +" + std::to_string(line);
    return text.empty() ? text : text.substr(1);
}

std::vector<std::string> linesWithout(const std::vector<std::string>& lines,
                                      const std::vector<std::uint32_t>& numbers) {
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!std::ranges::contains(numbers, i + 1)) rest.push_back(lines[i]);
    return rest;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

}

class DiffTest : public QObject {
    Q_OBJECT

private slots:
    void equalTextsDoNotDiffer() {
        QCOMPARE(compared("", ""), "");
        QCOMPARE(compared("a\nb\n", "a\nb\n"), "");
    }
    void addedAndRemovedLinesAreNamed() {
        QCOMPARE(compared("a\nc\n", "a\nb\nc\n"), "+2");
        QCOMPARE(compared("a\nb\nc\n", "a\nc\n"), "-2");
        QCOMPARE(compared("", "a\nb\n"), "+1 +2");
        QCOMPARE(compared("a\nb\n", ""), "-1 -2");
    }
    void aChangedLineIsRemovedAndAdded() { QCOMPARE(compared("a\nb\nc\n", "a\nB\nc\n"), "-2 +2"); }
    void aMovedLineLeavesItsPlace() { QCOMPARE(compared("a\nb\nc\nd\n", "b\nc\nd\na\n"), "-1 +4"); }
    void aMissingLastLineEndIsNoLine() { QCOMPARE(compared("a\nb", "a\nb\nc"), "+3"); }
    void linesThatStayAreTheSameInBoth() {
        std::mt19937 random(3);
        for (int round = 0; round < 500; ++round) {
            std::vector<std::string> before(random() % 12);
            std::vector<std::string> after(random() % 12);
            for (std::string& line : before) line = std::string(1, static_cast<char>('a' + random() % 4));
            for (std::string& line : after) line = std::string(1, static_cast<char>('a' + random() % 4));
            const LineDifference difference = compareLines(joined(before), joined(after));
            QCOMPARE(linesWithout(before, difference.removed), linesWithout(after, difference.added));
        }
    }
    void aLongListComparesQuickly() {
        std::string before;
        for (int i = 0; i < 20'000; ++i) before += std::to_string(i) + '\n';
        std::string after = before;
        after.replace(after.find("\n10000\n") + 1, 5, "changed");
        QCOMPARE(compared(before, after), "-10001 +10001");
    }
    void farChangesOfALongListAreTwo() {
        std::string before;
        for (int i = 0; i < 20'000; ++i) before += std::to_string(i) + '\n';
        QCOMPARE(compared(before, "first\n" + before + "last\n"), "+1 +20002");
    }
    void textsWithNothingInCommonDifferInAll() {
        std::string before, after;
        for (int i = 0; i < 5'000; ++i) before += "b" + std::to_string(i) + '\n', after += "a\n";
        const LineDifference difference = compareLines(before, after);
        QCOMPARE(difference.removed.size(), 5'000u);
        QCOMPARE(difference.added.size(), 5'000u);
    }
    void aPatchHasThreeLinesAround() {
        QCOMPARE(unifiedDiff("f", "1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8\n"),
                 "--- a/f\n+++ b/f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
        QCOMPARE(unifiedDiff("f", "1\n", "1\n"), "");
    }
    void aPatchOfFarChangesHasSeveralParts() {
        QCOMPARE(
            unifiedDiff("f", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n"),
            "--- a/f\n+++ b/f\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
    }
    void aPatchSaysWhereALineEndIsMissing() {
        QCOMPARE(unifiedDiff("f", "", "a"),
                 "--- a/f\n+++ b/f\n@@ -0,0 +1,1 @@\n+a\n\\ No newline at end of file\n");
        QCOMPARE(unifiedDiff("f", "a", "a\n"),
                 "--- a/f\n+++ b/f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n");
    }
};

ARABESQUE_TEST(DiffTest)
#include "diff_test.moc"
