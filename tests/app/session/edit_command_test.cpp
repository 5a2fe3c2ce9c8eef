#include "app/session/edit_command.h"

#include "tests/support/test_main.h"

#include <QtTest>

#include <random>

using namespace arabesque;

class EditCommandTest final : public QObject {
    Q_OBJECT

private slots:
    void touchingChangesMergeToOneThatDoesBoth() {
        std::mt19937 random(7);
        const std::string before = "abcdefghij";
        int merges = 0;
        for (int round = 0; round < 2000; ++round) {
            const auto changeOf = [&](const std::string& text) {
                const std::size_t begin = random() % (text.size() + 1);
                const std::size_t end = begin + random() % (text.size() - begin + 1);
                return Edit{{Change{
                    "f", {begin, end}, std::string(random() % 4, static_cast<char>('A' + round % 26))}}};
            };
            const Edit first = changeOf(before);
            const std::string middle = applied(before, "f", first);
            const Edit second = changeOf(middle);
            const auto both = merged(first, second);
            if (!both) continue;
            ++merges;
            QCOMPARE(applied(before, "f", *both), applied(middle, "f", second));
        }
        QVERIFY(merges > 200);
    }

    void changesApartOrOfTwoFilesStayApart() {
        QVERIFY(!merged({{Change{"f", {0, 0}, "a"}}}, {{Change{"f", {5, 5}, "b"}}}));
        QVERIFY(!merged({{Change{"f", {0, 0}, "a"}}}, {{Change{"g", {1, 1}, "b"}}}));
    }

    void editsFollowWhatWasTypedBefore() {
        const Edit fix{{Change{"f", {10, 12}, "ok"}}};
        const auto moved = rebased(fix, {{Change{"f", {0, 1}, "abc"}}});
        QVERIFY(moved);
        QCOMPARE(moved->changes[0].range.begin, 12u);
        QCOMPARE(moved->changes[0].range.end, 14u);
        QVERIFY(!rebased(fix, {{Change{"f", {11, 11}, "x"}}}));
    }
};

ARABESQUE_TEST(EditCommandTest)
#include "edit_command_test.moc"
