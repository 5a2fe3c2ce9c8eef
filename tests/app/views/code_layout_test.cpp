#include "app/views/code_view.h"

#include "tests/support/test_main.h"

#include <QPaintEvent>
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

    void aNewLinePaintsAllBelow() {
        CodeView view;
        show(view);
        const Heights painted = paintedWhile(view, [&] { QTest::keyClick(&view, Qt::Key_Return); });
        QVERIFY(painted.text > 20);
        QVERIFY(painted.gutter > 20);
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
