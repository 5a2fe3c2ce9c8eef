#include "app/views/code_view.h"

#include "tests/support/test_main.h"

#include <QPaintEvent>
#include <QScreen>
#include <QScrollBar>
#include <QTextBlock>
#include <QtTest>

using namespace arabesque;

namespace {

/// What of a widget is painted.
class Painted final : public QObject {
public:
    explicit Painted(QWidget* watched) { watched->installEventFilter(this); }

    QRegion region;

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override {
        if (event->type() == QEvent::Paint) region += static_cast<const QPaintEvent&>(*event).region();
        return false;
    }
};

/// A coloured text in sight, with nothing left to paint.
void show(CodeView& view) {
    QString text;
    for (int line = 0; line < 60; ++line) text += QStringLiteral("key%1 = \"value\"  # why\n").arg(line);
    view.setFileName(QStringLiteral("Config.toml"));
    view.setPlainText(text);
    view.resize(600, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCoreApplication::processEvents();
}

/// The heights that are painted of text and gutter, in lines.
struct Heights {
    int text, gutter;
};

Heights paintedWhile(CodeView& view, const auto& action) {
    const Painted text(view.viewport());
    const Painted gutter(view.findChild<QWidget*>(QStringLiteral("gutter")));
    action();
    QCoreApplication::processEvents();
    const int line = view.fontMetrics().lineSpacing();
    return {text.region.boundingRect().height() / line, gutter.region.boundingRect().height() / line};
}

}

class CodeLayoutTest final : public QObject {
    Q_OBJECT

private slots:
    void aKeyPaintsItsLineOnly() {
        CodeView view;
        show(view);
        view.setTextCursor(QTextCursor(view.document()->findBlockByNumber(5)));
        view.moveCursor(QTextCursor::EndOfBlock);
        QCoreApplication::processEvents();
        for (const Qt::Key key : {Qt::Key_X, Qt::Key_Backspace, Qt::Key_Backspace}) {
            const Heights painted = paintedWhile(view, [&] { QTest::keyClick(&view, key); });
            QVERIFY2(painted.text >= 1 && painted.text <= 3, qPrintable(QString::number(painted.text)));
            QVERIFY2(painted.gutter <= 3, qPrintable(QString::number(painted.gutter)));
        }
    }

    void aCursorThatMovesPaintsBothItsLines() {
        CodeView view;
        show(view);
        const Heights painted = paintedWhile(view, [&] { QTest::keyClick(&view, Qt::Key_Down); });
        QVERIFY(painted.gutter >= 2);
        QVERIFY(painted.gutter <= 3);
    }

    void aNewLinePaintsItselfAndTheNumbersBelow() {
        CodeView view;
        show(view);
        view.setTextCursor(QTextCursor(view.document()->findBlockByNumber(5)));
        view.moveCursor(QTextCursor::EndOfBlock);
        QCoreApplication::processEvents();
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Backspace, Qt::Key_Delete}) {
            const Heights painted = paintedWhile(view, [&] { QTest::keyClick(&view, key); });
            QVERIFY2(painted.gutter > 10, qPrintable(QString::number(painted.gutter)));
        }
        const Painted text(view.viewport());
        QTest::keyClick(&view, Qt::Key_Return);
        QCoreApplication::processEvents();
        int lines = 0;
        for (const QRect& part : text.region) lines += part.height();
        QVERIFY(lines / view.fontMetrics().lineSpacing() <= 4);
    }

    /// Lines that were moved look as if all had been painted anew.
    void whatMovesLooksAsPaintedAnew_data() {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("anchor");
        QTest::addColumn<QString>("typed");
        QTest::newRow("a new line") << 105 << 105 << "\n";
        QTest::newRow("a new line before a blank") << 84 << 84 << "\n";
        QTest::newRow("three of them") << 105 << 105 << "\na = 1\nb = 2\n";
        QTest::newRow("one line goes") << 84 << 105 << "";
        QTest::newRow("some go") << 84 << 189 << "x";
        QTest::newRow("more than are in sight") << 105 << 105 << QStringLiteral("y = 1\n").repeated(60);
        QTest::newRow("a string over all lines begins") << 84 << 84 << "a = \"\"\"\n";
        QTest::newRow("at the very end") << 1310 << 1310 << "\n";
        QTest::newRow("the first line") << 0 << 21 << "";
    }

    void whatMovesLooksAsPaintedAnew() {
        QFETCH(const int, at);
        QFETCH(const int, anchor);
        QFETCH(const QString, typed);
        CodeView view;
        show(view);
        QTextCursor cursor(view.document());
        cursor.setPosition(at);
        view.setTextCursor(cursor);
        QCoreApplication::processEvents();
        cursor.setPosition(anchor, QTextCursor::KeepAnchor);
        cursor.insertText(typed);
        QTest::qWait(50);   // the highlighter colours what is left a bit later
        const auto painted = [&] { return view.screen()->grabWindow(view.winId()).toImage(); };
        const QImage moved = painted();
        view.viewport()->update();
        QCoreApplication::processEvents();
        QVERIFY(!moved.isNull());
        QCOMPARE(moved, painted());
    }

    /// With the first line in sight above what was typed in, and below it.
    void whatMovesWhileScrolledLooksAsPaintedAnew() {
        for (const int line : {2, 25, 59}) {
            CodeView view;
            show(view);
            view.verticalScrollBar()->setValue(20);
            QCoreApplication::processEvents();
            QTextCursor(view.document()->findBlockByNumber(line)).insertText(QStringLiteral("a = 1\n"));
            QTest::qWait(50);
            const auto painted = [&] { return view.screen()->grabWindow(view.winId()).toImage(); };
            const QImage moved = painted();
            view.viewport()->update();
            QCoreApplication::processEvents();
            QCOMPARE(moved, painted());
        }
    }

    void linesReplacedByAsManyAreLaidOutAgain() {
        CodeView view;
        show(view);
        QTextCursor cursor(view.document());
        cursor.setPosition(view.document()->findBlockByNumber(2).position() + 3);
        cursor.setPosition(view.document()->findBlockByNumber(4).position() + 3, QTextCursor::KeepAnchor);
        const Heights painted =
            paintedWhile(view, [&] { cursor.insertText(QStringLiteral("2 = 1\nother = 2\nkey")); });
        QVERIFY(painted.text >= 3);
        for (int line = 2; line <= 4; ++line) {
            const QTextBlock block = view.document()->findBlockByNumber(line);
            QCOMPARE(block.layout()->lineAt(0).textLength(), static_cast<int>(block.text().size()));
        }
    }
};

ARABESQUE_TEST(CodeLayoutTest)
#include "code_layout_test.moc"
