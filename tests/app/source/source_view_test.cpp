#include "app/source/source_view.h"

#include "app/source/brackets.h"
#include "app/source/completion_popup.h"
#include "app/source/source_editor.h"
#include "app/views/theme.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QLineEdit>
#include <QMenu>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace arabesque;

namespace {

/// True when a widget paints that colour somewhere.
bool holdsColour(QWidget& widget, Role role) {
    const QImage image = widget.grab().toImage();
    const QRgb wanted = colour(role).rgb();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) == wanted) return true;
    return false;
}

/// The text editor of a project's Cloud.toml, shown.
class Opened {
public:
    Opened() {
        (void)session.open(m_project.path());
        settled = settle(session);
        session.navigation().openPage("Cloud.toml");
        view = std::make_unique<SourceView>(session);
        view->resize(700, 500);
        view->show();
        view->activateWindow();
        settled = settled && QTest::qWaitForWindowActive(view.get()) && view->editor();
        view->editor()->setFocus();
    }

    Session session;
    std::unique_ptr<SourceView> view;
    bool settled = false;

    [[nodiscard]] SourceEditor& editor() const { return *view->editor(); }
    [[nodiscard]] QString text() const { return editor().toPlainText(); }
    void replace(std::string_view before, std::string_view after) {
        std::string cloud(session.snapshot()->text("Cloud.toml"));
        const std::string old = cloud;
        cloud.replace(cloud.find(before), before.size(), after);
        session.submit(difference("Cloud.toml", old, cloud), QStringLiteral("test"));
    }
    /// True when the list opens by itself; waits as long as that may take.
    [[nodiscard]] bool listOpens() const {
        return QTest::qWaitFor([this] { return editor().completion().isOpen(); }, 400);
    }
    /// A key for the list, which takes it before the text.
    void press(Qt::Key key) const {
        QWidget* popup = QApplication::activePopupWidget();
        QTest::keyClick(popup ? popup : static_cast<QWidget*>(&editor()), key);
    }
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
    void whatIsTypedIsSelectedAsTypedUntilTheCursorMoves() {
        Opened opened;
        QVERIFY(opened.settled);
        SourceEditor& editor = opened.editor();
        const Navigation& navigation = opened.session.navigation();
        editor.setTextCursor(editor.document()->find(QStringLiteral("min_memory")));
        QVERIFY(settle(opened.session));
        QVERIFY(!navigation.isTyped());
        QTest::keyClick(&editor, Qt::Key_Home);
        QTest::keyClicks(&editor, QStringLiteral("note = 1"));
        QTest::keyClick(&editor, Qt::Key_Return);
        QTest::keyClicks(&editor, QStringLiteral("x"));
        QVERIFY(settle(opened.session));
        QVERIFY(navigation.isTyped());
        QTest::keyClick(&editor, Qt::Key_Up);
        QVERIFY(settle(opened.session));
        QCOMPARE(toml::toText(navigation.selection().path), std::string("cloud.deployment.note"));
        QVERIFY(!navigation.isTyped());
    }

    void completionIsChosenByKeyboardAndUndone_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Enter") << Qt::Key_Return;
        QTest::newRow("Tab") << Qt::Key_Tab;
    }

    void completionIsChosenByKeyboardAndUndone() {
        QFETCH(const Qt::Key, key);
        Opened opened;
        QVERIFY(opened.settled);
        const QString before = opened.text();
        opened.moveBehind(QStringLiteral("max_memory = \"512Mi\"\n"));
        QTest::keyClicks(&opened.editor(), QStringLiteral("min_c"));
        QTest::keyClick(&opened.editor(), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(opened.editor().completion().isOpen());
        QCOMPARE(opened.editor().completion().count(), 1);
        opened.press(key);
        QVERIFY(!opened.editor().completion().isOpen());
        QVERIFY(opened.text().contains(QStringLiteral("\"512Mi\"\nmin_cpu = \"200m\"\n")));
        while (opened.session.history().canUndo()) opened.session.history().undo();
        QCOMPARE(opened.text(), before);
    }

    void completionOpensByItselfWhileAKeyIsTyped() {
        Opened opened;
        QVERIFY(opened.settled);
        opened.moveBehind(QStringLiteral("max_memory = \"512Mi\"\n"));
        QTest::keyClicks(&opened.editor(), QStringLiteral("max_c"));
        QVERIFY(opened.listOpens());
        QCOMPARE(opened.editor().completion().count(), 1);
        opened.press(Qt::Key_Return);
        QVERIFY(opened.text().contains(QStringLiteral("\"512Mi\"\nmax_cpu = \"500m\"\n")));
        QVERIFY(opened.editor().hasFocus());
    }

    void escapePutsItOffUntilTheNextWord() {
        Opened opened;
        QVERIFY(opened.settled);
        opened.moveBehind(QStringLiteral("max_memory = \"512Mi\"\n"));
        QTest::keyClicks(&opened.editor(), QStringLiteral("max"));
        QVERIFY(opened.listOpens());
        opened.press(Qt::Key_Escape);
        QVERIFY(!opened.editor().completion().isOpen());
        QTest::keyClicks(&opened.editor(), QStringLiteral("_c"));
        QVERIFY(!opened.listOpens());
        QTest::keyClick(&opened.editor(), Qt::Key_Return);
        QVERIFY(opened.text().contains(QStringLiteral("\"512Mi\"\nmax_c\n")));
        QTest::keyClicks(&opened.editor(), QStringLiteral("m"));
        QVERIFY(opened.listOpens());
    }

    void freeTextAndWholeWordsAreLeftAlone_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("a value of one's own") << QStringLiteral("min_cpu = \"20");
        QTest::newRow("a key with its value") << QStringLiteral("min_cpu = \"200m\"");
        QTest::newRow("a comment") << QStringLiteral("# min");
        QTest::newRow("a key nobody knows") << QStringLiteral("zzz");
    }

    void freeTextAndWholeWordsAreLeftAlone() {
        QFETCH(const QString, typed);
        Opened opened;
        QVERIFY(opened.settled);
        opened.moveBehind(QStringLiteral("max_memory = \"512Mi\"\n"));
        QTextCursor cursor = opened.editor().textCursor();
        cursor.insertText(typed.chopped(1));
        opened.editor().setTextCursor(cursor);
        QTest::keyClicks(&opened.editor(), typed.last(1));
        QVERIFY(!opened.listOpens());
        QTest::keyClick(&opened.editor(), Qt::Key_Return);
        QVERIFY(opened.text().contains(typed + QLatin1Char('\n')));   // no newline is eaten
    }

    void textOfSeveralLinesIsLeftAlone() {
        Opened opened;
        QVERIFY(opened.settled);
        opened.replace("max_memory = \"512Mi\"\n", "max_cpu = \"\"\"\n\n\"\"\"\n");
        opened.moveBehind(QStringLiteral("max_cpu = \"\"\"\n"));
        QTest::keyClicks(&opened.editor(), QStringLiteral("min"));
        QVERIFY(!opened.listOpens());
    }

    void findingsAreMarkedInTheTextTheGutterAndBesideTheScrollBar() {
        Opened opened;
        QVERIFY(opened.settled);
        opened.replace("min_memory", "min_memry");
        QVERIFY(settle(opened.session));
        SourceEditor& editor = opened.editor();
        const int line = editor.document()->find(QStringLiteral("min_memry")).blockNumber();
        QCOMPARE(editor.marks().size(), 1u);
        QVERIFY(editor.marks().at(line).severity == Severity::Error);
        QVERIFY(editor.marks().at(line).text.contains(QStringLiteral("min_memry")));
        const auto squiggles = editor.extraSelections();
        QVERIFY(std::ranges::any_of(squiggles, [](const QTextEdit::ExtraSelection& each) {
            return each.format.underlineStyle() == QTextCharFormat::WaveUnderline &&
                   each.cursor.selectedText().startsWith(QStringLiteral("min_memry"));
        }));
        QVERIFY(holdsColour(*editor.findChild<QWidget*>(QStringLiteral("overviewMarks")), Role::Error));
        QVERIFY(holdsColour(*editor.findChild<QWidget*>(QStringLiteral("gutter")), Role::Error));
        opened.replace("min_memry", "min_memory");
        QVERIFY(settle(opened.session));
        QVERIFY(editor.marks().empty());
        QVERIFY(!holdsColour(*editor.findChild<QWidget*>(QStringLiteral("overviewMarks")), Role::Error));
    }

    void hoverTellsTheMessageTheRuleTheFixAndTheSetting() {
        Opened opened;
        QVERIFY(opened.settled);
        opened.replace("\"512Mi\"", "\"512 MB\"");
        QVERIFY(settle(opened.session));
        const auto at = opened.text().indexOf(QStringLiteral("512 MB"));
        const QString told = opened.editor().hoverText(static_cast<int>(at));
        const auto diagnostics = opened.session.analysis()->diagnostics;
        const auto finding = std::ranges::find(diagnostics, std::string("Cloud.toml"),
                                               [](const Diagnostic& each) { return each.place.file; });
        QVERIFY(finding != diagnostics.end() && !finding->fixes.empty());
        for (const std::string& part :
             {finding->message.english(), finding->rule, finding->fixes.front().title.english(),
              std::string("Memory limit"), std::string("Default")})
            QVERIFY2(told.contains(QString::fromStdString(part).toHtmlEscaped()), part.c_str());
        const QString calm =
            opened.editor().hoverText(static_cast<int>(opened.text().indexOf(u"min_memory")));
        QVERIFY(calm.contains(QStringLiteral("Memory request")) && !calm.contains(QStringLiteral("<hr>")));
        QCOMPARE(opened.editor().hoverText(0), QString());
    }

    void hoverTellsWhatATableIsFor() {
        Opened opened;
        QVERIFY(opened.settled);
        const auto at = [&](const char* text) {
            return opened.editor().hoverText(static_cast<int>(opened.text().indexOf(QLatin1String(text))) +
                                             1);
        };
        QVERIFY(at("[cloud.deployment]").contains(QStringLiteral("Deployment")));
        QVERIFY(at("[[cloud.config.envs]]").contains(QStringLiteral("ConfigMaps")));
        QCOMPARE(at("\n\n[cloud.deployment]"), QString());   // the line above belongs to another table
    }

    void aSourceOffersWhatMayBeDoneThere() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()) && settle(session));
        session.navigation().openPage("main.bal");
        SourceView view(session);
        view.resize(700, 400);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        SourceEditor& editor = *view.editor();
        editor.setFocus();
        editor.moveCursor(QTextCursor::Start);
        QVERIFY(editor.find(QStringLiteral("get .")));
        QTest::keyClick(&editor, Qt::Key_Return, Qt::AltModifier);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList titles;
        for (const QAction* action : menu->actions()) titles += action->text();
        QCOMPARE(titles, (QStringList{"Add as liveness probe", "Add as readiness probe"}));
        menu->actions().last()->trigger();
        const std::string cloud(session.snapshot()->text("Cloud.toml"));
        QVERIFY(cloud.contains("[cloud.deployment.probes.readiness]\nport = 9090\npath = \"/orders\"\n"));
        session.history().undo();
        QVERIFY(!session.isModified());
    }

    void findAndReplaceTakesExpressions() {
        Opened opened;
        QVERIFY(opened.settled);
        const QString before = opened.text();
        QTest::keyClick(&opened.editor(), Qt::Key_F, Qt::ControlModifier);
        const auto field = [&](const char* name) {
            for (auto* line : opened.view->findChildren<QLineEdit*>())
                if (line->accessibleName() == QLatin1String(name)) return line;
            return static_cast<QLineEdit*>(nullptr);
        };
        const auto button = [&](const char* name) {
            for (auto* each : opened.view->findChildren<QToolButton*>())
                if (each->accessibleName() == QLatin1String(name)) return each;
            return static_cast<QToolButton*>(nullptr);
        };
        QVERIFY(field("Find")->isVisible());
        button("Regular expression")->click();
        QTest::keyClicks(field("Find"), QStringLiteral("(min|max)_memory = \"(\\d+)Mi\""));
        QTest::keyClicks(field("Replace with"), QStringLiteral("\\1_memory = \"\\2\\2Mi\""));
        QTest::keyClick(field("Find"), Qt::Key_Return);
        field("Replace with")->setFocus();
        QTest::keyClick(field("Replace with"), Qt::Key_Return);   // the first, and on to the next
        QVERIFY(opened.text().contains(QStringLiteral("min_memory = \"100100Mi\"\nmax_memory = \"512Mi\"")));
        QTest::keyClick(field("Replace with"), Qt::Key_Return);
        QVERIFY2(opened.text().contains(QStringLiteral("max_memory = \"512512Mi\"")),
                 qPrintable(opened.text()));
        while (opened.session.history().canUndo()) opened.session.history().undo();
        QCOMPARE(opened.text(), before);

        field("Find")->setText(QStringLiteral("(?<=m)(e)"));   // what stands around it counts too
        field("Replace with")->setText(QStringLiteral("<\\1>"));
        const int steps = opened.session.history().index();
        button("Replace all matches")->click();
        QCOMPARE(opened.text(), QString(before).replace(QStringLiteral("me"), QStringLiteral("m<e>")));
        QCOMPARE(opened.session.history().index(), steps + 1);
        opened.session.history().undo();
        QCOMPARE(opened.text(), before);
        field("Find")->setText(QStringLiteral("(m"));   // no expression: nothing happens
        button("Replace all matches")->click();
        QCOMPARE(opened.text(), before);
    }

    void changesSinceTheExportHaveAMarginMarkAndAStep() {
        Opened opened;
        QVERIFY(opened.settled);
        SourceEditor& editor = opened.editor();
        QVERIFY(editor.changes() == LineChanges());
        LastExport last;
        last.documents.emplace("Cloud.toml", fingerprints(opened.session.snapshot()->text("Cloud.toml")));
        opened.session.setLastExport(last);
        QVERIFY(editor.changes() == LineChanges());
        opened.replace("'v1'", "'v2'");
        opened.replace("key_ref = \"a\"\n", "");
        QVERIFY(settle(opened.session));
        const int changed = editor.document()->find(QStringLiteral("'v2'")).blockNumber();
        const int below = editor.document()->find(QStringLiteral("config_name")).blockNumber();
        QVERIFY((editor.changes() == LineChanges{{changed}, {below}}));
        QVERIFY(holdsColour(*editor.findChild<QWidget*>(QStringLiteral("gutter")), Role::Success));
        editor.moveCursor(QTextCursor::Start);
        editor.stepChange(false);
        QCOMPARE(editor.textCursor().blockNumber(), changed);
        editor.stepChange(false);
        QCOMPARE(editor.textCursor().blockNumber(), below);
        editor.stepChange(false);
        QCOMPARE(editor.textCursor().blockNumber(), changed);
        editor.stepChange(true);
        QCOMPARE(editor.textCursor().blockNumber(), below);
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
