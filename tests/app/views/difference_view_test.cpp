#include "app/views/difference_view.h"

#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>

using namespace arabesque;

class DifferenceViewTest final : public QObject {
    Q_OBJECT

private slots:
    void linesOfEitherTextAloneAreMarked() {
        DifferenceView view;
        view.showDifference("a\nb\nc\n", "a\nB\nc\n");
        QCOMPARE(view.toPlainText(), QStringLiteral("  a\n− b\n+ B\n  c\n  "));
        QCOMPARE(view.count(), 2);
        QCOMPARE(view.textCursor().blockNumber(), 1);
    }

    void longStretchesAlikeAreLeftOut() {
        std::string before;
        for (int i = 1; i <= 30; ++i) before += std::to_string(i) + "\n";
        std::string after = before;
        after.replace(after.find("\n20\n"), 4, "\nx\n");
        DifferenceView view;
        view.showDifference(before, after);
        QCOMPARE(view.toPlainText(),
                 QStringLiteral("  … 16 line(s) alike …\n  17\n  18\n  19\n− 20\n+ x\n  21\n  22\n  23\n"
                                "  … 8 line(s) alike …"));
        const auto shadesAll = [](const QTextEdit::ExtraSelection& each) {   // and not its words alone
            return each.cursor.blockNumber() == 0 && !each.cursor.hasSelection() &&
                   each.format.boolProperty(QTextFormat::FullWidthSelection);
        };
        QVERIFY(std::ranges::any_of(view.extraSelections(), shadesAll));
    }

    void stepsGoFromDifferenceToDifference() {
        DifferenceView view;
        view.showDifference("a\nb\nc\nd\ne\n", "a\nc\nd\ne\nf\n");
        QCOMPARE(view.toPlainText(), QStringLiteral("  a\n− b\n  c\n  d\n  e\n+ f\n  "));
        QCOMPARE(view.textCursor().blockNumber(), 1);
        view.step(false);
        QCOMPARE(view.textCursor().blockNumber(), 5);
        view.step(false);   // the last one
        QCOMPARE(view.textCursor().blockNumber(), 5);
        view.step(true);
        QCOMPARE(view.textCursor().blockNumber(), 1);
    }

    void aTextThatIsGoneIsAllRemoved() {
        DifferenceView view;
        view.showDifference("a\nb", "");
        QCOMPARE(view.toPlainText(), QStringLiteral("− a\n− b"));
        view.showDifference("a\n", "a\n");
        QCOMPARE(view.count(), 0);
    }
};

ARABESQUE_TEST(DifferenceViewTest)
#include "difference_view_test.moc"
