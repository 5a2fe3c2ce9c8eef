#include "app/source/source_view.h"

#include "app/source/brackets.h"
#include "app/source/completion_popup.h"
#include "app/source/source_editor.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QLineEdit>
#include <QTextBlock>

#include <memory>

using namespace arabesque;

namespace {

/// The text editor of a project's Cloud.toml, shown.
class Opened {
public:
    Opened() {
        (void)session.open(m_project.path());
        settled = settle(session);
        session.navigation().openPage("Cloud.toml");
        view = std::make_unique<SourceView>(session);
        view->show();
        settled = settled && QTest::qWaitForWindowExposed(view.get()) && view->editor();
    }

    Session session;
    std::unique_ptr<SourceView> view;
    bool settled = false;

    [[nodiscard]] SourceEditor& editor() const { return *view->editor(); }
    [[nodiscard]] QString text() const { return editor().toPlainText(); }
    void moveBehind(const QString& found) const {
        QTextCursor cursor = editor().textCursor();
        cursor.setPosition(static_cast<int>(text().indexOf(found) + found.size()));
        editor().setTextCursor(cursor);
    }

private:
    ProjectOnDisk m_project;
};

}

class SourceViewTest final : public QObject {
    Q_OBJECT

private slots:
    void completionIsChosenByKeyboardAndUndone() {
        Opened opened;
        QVERIFY(opened.settled);
        const QString before = opened.text();
        opened.moveBehind(QStringLiteral("max_memory = \"512Mi\"\n"));
        QTest::keyClicks(&opened.editor(), QStringLiteral("min_c"));
        QTest::keyClick(&opened.editor(), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(opened.editor().completion().isOpen());
        QCOMPARE(opened.editor().completion().count(), 1);
        emit opened.editor().completion().chosen(QStringLiteral("min_cpu = \"200m\""));
        opened.editor().completion().close();
        QVERIFY(opened.text().contains(QStringLiteral("\"512Mi\"\nmin_cpu = \"200m\"")));
        while (opened.session.history().canUndo()) opened.session.history().undo();
        QCOMPARE(opened.text(), before);
    }

    void goToTakesLinesAndKeys() {
        Opened opened;
        QVERIFY(opened.settled);
        QTest::keyClick(&opened.editor(), Qt::Key_L, Qt::ControlModifier);
        auto* place = opened.view->findChild<QLineEdit*>(QStringLiteral("goTo"));
        QVERIFY(place && place->isVisible());
        QTest::keyClicks(place, QStringLiteral("3:2"));
        QTest::keyClick(place, Qt::Key_Return);
        QCOMPARE(opened.editor().textCursor().blockNumber(), 2);
        QCOMPARE(opened.editor().textCursor().positionInBlock(), 1);
        QVERIFY(!place->isVisible());
        QTest::keyClick(&opened.editor(), Qt::Key_L, Qt::ControlModifier);
        QTest::keyClicks(place, QStringLiteral("cloud.deployment.max_memory"));
        QTest::keyClick(place, Qt::Key_Return);
        QVERIFY(opened.editor().textCursor().block().text().startsWith(QStringLiteral("max_memory")));
        QTest::keyClick(&opened.editor(), Qt::Key_L, Qt::ControlModifier);
        QTest::keyClicks(place, QStringLiteral("no.such.key"));
        QTest::keyClick(place, Qt::Key_Return);
        QVERIFY(place->isVisible());
        QTest::keyClick(place, Qt::Key_Escape);
        QVERIFY(!place->isVisible());
    }

    void theCursorsColumnCountsCodePoints() {
        Opened opened;
        QVERIFY(opened.settled);
        opened.moveBehind(QStringLiteral("# kept"));
        const auto before = opened.session.navigation().cursor().column;
        opened.editor().textCursor().insertText(QString::fromUtf8("\xF0\x9F\x98\x80"));
        QCOMPARE(opened.session.navigation().cursor().column, before + 1);
    }

    void tablesFoldAndOpenForTheCursor() {
        Opened opened;
        QVERIFY(opened.settled);
        SourceEditor& editor = opened.editor();
        const auto isVisible = [&](int line) {
            return editor.document()->findBlockByNumber(line).isVisible();
        };
        editor.goToLine(3, 1);
        editor.toggleFoldAtCursor();   // [container.image] with two keys; the empty line behind them stays
        QVERIFY(editor.isFolded(1));
        QVERIFY(isVisible(1) && !isVisible(2) && !isVisible(3) && isVisible(4));
        QCOMPARE(editor.textCursor().blockNumber(), 1);
        editor.goToLine(4, 1);
        QVERIFY(!editor.isFolded(1));
        QVERIFY(isVisible(3));
        QVERIFY(!opened.session.isModified());
    }

    void bracketsMatchOutsideStringsAndComments() {
        const QString text = QStringLiteral("a = [1, \"]\", {x = 2}] # ]");
        const auto outer = bracketsAt(text, 4);
        QVERIFY(outer);
        QCOMPARE(outer->closing, text.indexOf(QLatin1String("] #")));
        const auto inner = bracketsAt(text, text.indexOf(u'}'));
        QVERIFY(inner);
        QCOMPARE(inner->opening, text.indexOf(u'{'));
        QVERIFY(!bracketsAt(text, 1));
        QVERIFY(!bracketsAt(u"[ (", 0));
        QVERIFY(!bracketsAt(u"", 0));
    }
};

ARABESQUE_TEST(SourceViewTest)
#include "source_view_test.moc"
