#include "app/views/code_view.h"

#include "tests/support/test_main.h"

#include <QTextBlock>
#include <QTextLayout>
#include <QtTest>

using namespace arabesque;

namespace {

/// The colour of the first place that says `text`.
QColor colourOf(const CodeView& view, const QString& text) {
    const QTextCursor found = view.document()->find(text);
    const int at = found.selectionStart() - found.block().position();
    for (const QTextLayout::FormatRange& range : found.block().layout()->formats())
        if (range.start <= at && at < range.start + range.length) return range.format.foreground().color();
    return {};
}

}

class HighlightingTest final : public QObject {
    Q_OBJECT

private slots:
    void commentsInsideARecordAreColoured() {
        CodeView view;
        view.setFileName(QStringLiteral("types.bal"));
        view.setPlainText(QStringLiteral("# A pool of connections\n"
                                         "type Pool record {|\n"
                                         "    # Most that are open\n"
                                         "    int maxOpen = 10;   // slashed, # and no more\n"
                                         "    string name = \"#\";\n"
                                         "|};\n"));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(QTest::qWaitFor([&] { return colourOf(view, QStringLiteral("slashed")).isValid(); }));
        const QColor documentation = colourOf(view, QStringLiteral("A pool"));
        QVERIFY(documentation.isValid());
        QCOMPARE(colourOf(view, QStringLiteral("Most that")), documentation);
        QCOMPARE(colourOf(view, QStringLiteral("are open")), documentation);
        QVERIFY(colourOf(view, QStringLiteral("int")) != documentation);
        QVERIFY(colourOf(view, QStringLiteral("\"#\"")) != documentation);
        QVERIFY(colourOf(view, QStringLiteral("record")).isValid());
    }
};

ARABESQUE_TEST(HighlightingTest)
#include "highlighting_test.moc"
