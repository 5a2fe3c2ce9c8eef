#include "tests/app/forms/opened_form.h"
#include "tests/support/test_main.h"

#include <QFrame>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>

using namespace arabesque;

/// A form and the text it stands beside.
class FormBesideTextTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }

    void theFormKeepsStillWhileSomebodyTypesInTheTextAndFollowsTheCursorThen() {
        OpenedForm opened;
        QVERIFY(opened.ok);
        opened.page->resize(900, 200);
        const auto* area = opened.page->findChild<QScrollArea*>(QStringLiteral("page"));
        QVERIFY(area);
        if (QWidget* focus = QApplication::focusWidget()) focus->clearFocus();   // as when the text has it
        const auto select = [&](const char* key, bool isTyped) {
            opened.session.navigation().select({"Cloud.toml", *toml::readPath(key)}, isTyped);
            return area->verticalScrollBar()->value();
        };
        const int top = select("container.image.name", false);
        QCOMPARE(select("settings.thinJar", true), top);
        QVERIFY(select("cloud.deployment.max_memory", false) > top);
        select("container.image.name", false);
        select("settings.thinJar", true);
        opened.page->hide();
        opened.page->show();   // beside the text from now on
        QVERIFY(area->verticalScrollBar()->value() > top);
    }

    void f4GoesFromAFieldToItsTextAndAnUnknownKeyToo_data() {
        QTest::addColumn<QString>("key");
        QTest::newRow("field") << QStringLiteral("cloud.deployment.max_memory");
        QTest::newRow("record") << QStringLiteral("cloud.secret.envs[1].name");
        QTest::newRow("unknown") << QStringLiteral("cloud.deployment.autoscaling.max_replica");
    }

    void f4GoesFromAFieldToItsTextAndAnUnknownKeyToo() {
        QFETCH(const QString, key);
        OpenedForm opened;
        QVERIFY(opened.ok);
        const toml::Path path = *toml::readPath(key.toStdString());
        opened.page->reveal(path, true);   // as "show in form" does
        QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus && opened.page->isAncestorOf(focus) && focus->isVisible());
        const QRect seen(focus->mapTo(opened.page.get(), QPoint()), focus->size());
        QVERIFY(opened.page->rect().contains(seen));
        const QSignalSpy wanted(&opened.session.navigation(), &Navigation::sourceWanted);
        QTest::keyClick(focus, Qt::Key_F4);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(QString::fromStdString(toml::toText(wanted.front().front().value<Selection>().path)), key);
    }

    /// Half a word typed beside the form is no mistake yet; then the form says so until all is mended.
    void whatDoesNotParseIsSaidOnceTypingPauses() {
        OpenedForm opened("Cloud.toml", "[cloud.deployment]\nmax_memory = \"768Mi\"\n");
        QVERIFY(opened.ok);
        Session& session = opened.session;
        const auto* strip = opened.page->findChild<QFrame*>(QStringLiteral("litStrip"));
        const auto type = [&](const std::string& text) {
            const std::size_t end = session.snapshot()->text("Cloud.toml").size();
            session.submitTyped(Edit{{Change{"Cloud.toml", {end, end}, text}}}, QStringLiteral("typing"),
                                QStringLiteral("text"));
            return QTest::qWaitFor(
                [&] { return session.analysis()->revision() == session.snapshot()->revision; });
        };
        QVERIFY(type("min_cpu"));
        QVERIFY(!strip->isVisible());
        QVERIFY(settle(session));
        QVERIFY(strip->isVisible());
        QVERIFY(type(" ="));
        QVERIFY(strip->isVisible());
        QVERIFY(type(" \"250m\""));
        QVERIFY(!strip->isVisible());
    }

    void rowsStayWhereTheyAreWhenTheTextDoesNotParse() {
        OpenedForm opened("Cloud.toml", "[cloud.deployment]\nmax_memory = \"768Mi\"\n");
        QVERIFY(opened.ok);
        opened.page->reveal(*toml::readPath("cloud.deployment.max_memory"), false);
        const QWidget* input = opened.row("cloud.deployment.max_memory")->input();
        const auto* strip = opened.page->findChild<QFrame*>(QStringLiteral("litStrip"));
        const auto place = [&] { return input->mapTo(opened.page.get(), QPoint()).y(); };
        QVERIFY(settle(opened.session));
        const int before = place();
        for (int i = 0; i < 2; ++i) {
            opened.session.submit(Edit{{Change{"Cloud.toml", {0, 0}, "[open\n"}}}, QStringLiteral("edit"));
            QVERIFY(settle(opened.session));
            QVERIFY(QTest::qWaitFor([&] { return strip->isVisible() && strip->height() > 10; }));
            QCOMPARE(place(), before);
            opened.session.history().undo();
            QVERIFY(settle(opened.session));
            QVERIFY(QTest::qWaitFor([&] { return !strip->isVisible(); }));
            QCoreApplication::processEvents();
            QCOMPARE(place(), before);
        }
    }

    void whatMovesRowsWaitsUntilTypingBesideTheFormPauses() {
        OpenedForm opened("Cloud.toml", "[cloud.deployment]\nmax_memory = \"768Mi\"\n");
        QVERIFY(opened.ok);
        Session& session = opened.session;
        if (QWidget* focus = QApplication::focusWidget()) focus->clearFocus();   // as when the text has it
        const auto* memory = qobject_cast<QLineEdit*>(opened.row("cloud.deployment.max_memory")->input());
        const auto isShown = [&](const char* key) {
            return std::ranges::any_of(opened.page->findChildren<QPlainTextEdit*>(), [&](const auto* box) {
                return box->isVisible() && box->accessibleName() == QLatin1String(key);
            });
        };
        QVERIFY(memory);
        const std::size_t value = opened.text().find("768Mi\"\n");
        session.submitTyped(Edit{{Change{"Cloud.toml", {value, value + 7}, "512Mi\"\nextra = 1\n"}}},
                            QStringLiteral("typing"), QStringLiteral("text"));
        QVERIFY(
            QTest::qWaitFor([&] { return session.analysis()->revision() == session.snapshot()->revision; }));
        QVERIFY(session.isTyping());
        QVERIFY(memory->text().contains(QLatin1String("512")));
        QVERIFY(!isShown("cloud.deployment.extra"));
        QVERIFY(QTest::qWaitFor([&] { return !session.isTyping(); }));
        QVERIFY(isShown("cloud.deployment.extra"));
        session.history().undo();   // is meant as it is
        QVERIFY(!session.isTyping());
        QVERIFY(!isShown("cloud.deployment.extra"));
    }

    void aBrokenFileSaysSoAndItsIntactPartStaysEditable() {
        OpenedForm opened("Cloud.toml", "[cloud.deployment]\nmax_memory = \"768Mi\"\nmin_cpu = \n");
        QVERIFY(opened.ok);
        QStringList said;
        for (const auto* strip : opened.page->findChildren<QFrame*>(QStringLiteral("litStrip")))
            if (strip->isVisible()) said << strip->findChild<WrappedText*>()->text();
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.front().startsWith(QStringLiteral("Line 3 does not parse")), qPrintable(said.front()));
        FieldRow* row = opened.row("cloud.deployment.max_memory");
        auto* line = qobject_cast<QLineEdit*>(row->input());
        QCOMPARE(line->text(), QStringLiteral("768Mi"));
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("1Gi"));
        QCOMPARE(opened.text(), std::string("[cloud.deployment]\nmax_memory = \"1Gi\"\nmin_cpu = \n"));
    }

private:
    QTemporaryDir m_settings;
};

ARABESQUE_TEST(FormBesideTextTest)
#include "form_beside_text_test.moc"
