#include "app/forms/form_page.h"

#include "app/forms/field_row.h"
#include "app/forms/section_box.h"
#include "app/forms/starter_text.h"
#include "app/views/wrapped_text.h"
#include "core/schema/cloud_toml.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace arabesque;

namespace {

/// The form of a document of the sample, or of other text, shown.
class Opened {
public:
    explicit Opened(const char* file = "Cloud.toml", const char* text = nullptr,
                    const char* project = "resources/examples/order-service")
        : m_file(file), m_project(project) {
        ok = (!text || writeFile(m_project.path() / file, text)) && session.open(m_project.path()) &&
             settle(session);
        session.navigation().openPage(file);
        page = std::make_unique<FormPage>(session, file);
        page->resize(900, 700);
        page->show();
        page->activateWindow();
        ok = ok && QTest::qWaitForWindowActive(page.get());
    }

    [[nodiscard]] FieldRow* row(const char* pattern) const {
        const auto rows = page->rows();
        const auto found =
            std::ranges::find_if(rows, [&](const FieldRow* row) { return row->field().path == pattern; });
        if (found == rows.end()) qFatal("no row for %s", pattern);
        return *found;
    }
    [[nodiscard]] QStringList shown() const {
        QStringList keys;
        for (const FieldRow* row : page->rows())
            if (row->isVisible()) keys << QString::fromStdString(row->field().path);
        return keys;
    }
    [[nodiscard]] std::string text() const { return std::string(session.snapshot()->text(m_file)); }
    /// Everything a row says in words.
    [[nodiscard]] static QString words(const FieldRow& row) {
        QStringList all;
        for (const auto* label : row.findChildren<QLabel*>())
            if (label->isVisible() && !label->text().isEmpty()) all << label->text();
        for (const auto* text : row.findChildren<WrappedText*>())
            if (text->isVisible() && !text->text().isEmpty()) all << text->text();
        return all.join(QStringLiteral(" | "));
    }
    [[nodiscard]] QLineEdit* filter() const {
        for (auto* line : page->findChildren<QLineEdit*>())
            if (line->placeholderText() == QLatin1String("Filter settings")) return line;
        qFatal("no filter");
    }
    [[nodiscard]] QToolButton* toggle(const char* name) const {
        for (auto* button : page->findChildren<QToolButton*>())
            if (button->accessibleName() == QLatin1String(name)) return button;
        qFatal("no button %s", name);
    }

    Session session;
    std::unique_ptr<FormPage> page;
    bool ok = false;

private:
    std::string m_file;
    SampleOnDisk m_project;
};

}

class FormPageTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }

    void statesAreWordsAndIcons() {
        Opened opened;
        QVERIFY(opened.ok);
        const auto state = [&](const char* key) { return Opened::words(*opened.row(key)); };
        QVERIFY(state("cloud.deployment.max_memory").contains(QStringLiteral("Set here")));
        QVERIFY(state("container.image.base").contains(QStringLiteral("Default")));
        QVERIFY(state("container.image.entrypoint").contains(QStringLiteral("Not set")) ||
                state("container.image.entrypoint").contains(QStringLiteral("Default")));
        QVERIFY(state("cloud.deployment.autoscaling.cpu").contains(QStringLiteral("Error")));
        for (const FieldRow* row : opened.page->rows()) {
            const auto labels = row->findChildren<QLabel*>();
            QVERIFY2(
                std::ranges::any_of(labels, [](const QLabel* label) { return !label->pixmap().isNull(); }),
                row->field().path.c_str());
        }
    }

    void whatTheEnvironmentSetsInsteadIsOverridden() {
        Opened opened("Config.toml");
        QVERIFY(opened.ok);
        const QString words = Opened::words(*opened.row("acme.orders.storage.password"));
        QVERIFY2(words.contains(QStringLiteral("Overridden")) || words.contains(QStringLiteral("Warning")),
                 qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("BAL_CONFIG_VAR_ACME_ORDERS_STORAGE_PASSWORD")),
                 qPrintable(words));
    }

    void theMarksStandInOneColumn_data() {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 320;
        QTest::newRow("wide") << 900;
    }

    void theMarksStandInOneColumn() {
        QFETCH(const int, width);
        Opened opened;
        QVERIFY(opened.ok);
        opened.page->resize(width, 700);
        opened.session.navigation().goToSetting(
            {"Cloud.toml", *toml::readPath("cloud.deployment.max_memory")});
        QCoreApplication::processEvents();
        std::set<int> columns;
        for (const FieldRow* row : opened.page->rows()) {
            if (!row->isVisible()) continue;   // of no record
            const auto* reset = row->findChild<QToolButton*>(QStringLiteral("reset"));
            columns.insert(reset->parentWidget()->mapTo(opened.page.get(), QPoint()).x());
        }
        QCOMPARE(columns.size(), 1u);
    }

    void invalidTextIsKeptMarkedAndTheFocusStays() {
        Opened opened;
        QVERIFY(opened.ok);
        FieldRow* row = opened.row("cloud.deployment.max_memory");
        auto* line = qobject_cast<QLineEdit*>(row->input());
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("512 MB"));
        QVERIFY(settle(opened.session));
        QCOMPARE(line->text(), QStringLiteral("512 MB"));
        QVERIFY(opened.text().contains("max_memory = \"512 MB\""));
        QVERIFY(line->hasFocus());
        QVERIFY(Opened::words(*row).contains(QStringLiteral("Error")));
        QVERIFY(line->accessibleDescription().contains(QStringLiteral("Error")));
    }

    void resetRemovesTheKeyByKeyboard() {
        Opened opened;
        QVERIFY(opened.ok);
        FieldRow* row = opened.row("container.image.tag");
        QTest::keyClick(row->findChild<QToolButton*>(QStringLiteral("reset")), Qt::Key_Space);
        QVERIFY(!opened.text().contains("tag ="));
        QVERIFY(Opened::words(*row).contains(QStringLiteral("Default")));
    }

    void theWheelScrollsThePageUnlessTheFieldHasTheFocus() {
        Opened opened;
        QVERIFY(opened.ok);
        const std::string before = opened.text();
        const auto wheel = [](QWidget* widget) {
            QWheelEvent event(QPointF(5, 5), widget->mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, 120),
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(widget, &event);
            return event.isAccepted();
        };
        QWidget* port = opened.row("cloud.deployment.probes.liveness.port")->input();
        opened.filter()->setFocus();
        for (const FieldRow* row : opened.page->rows()) {
            QWidget* input = row->input();
            if (qobject_cast<QSpinBox*>(input) || qobject_cast<QComboBox*>(input))
                QVERIFY2(!wheel(input), row->field().path.c_str());
        }
        QCOMPARE(opened.text(), before);
        port->setFocus();
        QVERIFY(wheel(port));
        QVERIFY(opened.text().contains("port = 9092"));
    }

    void fewShortChoicesAreRadioButtonsOthersALine() {
        Opened opened("Config.toml", "", "tests/data/every-type");
        QVERIFY(opened.ok);
        QCOMPARE(opened.row("acme.types.grade")->findChildren<QRadioButton*>().size(), 3);
        QVERIFY(qobject_cast<QComboBox*>(opened.row("acme.types.mode")->input()));   // long ones
        for (const FieldRow* row : opened.page->rows()) {
            for (const auto* button : row->findChildren<QAbstractButton*>()) {
                const bool isPush =
                    qobject_cast<const QPushButton*>(button) || qobject_cast<const QToolButton*>(button);
                QVERIFY2(!isPush || !button->isCheckable(), row->field().path.c_str());
            }
        }
    }

    void aValueOfSeveralTypesNamesThem() {
        Opened opened("Config.toml", "[acme.types]\neither = 3\n", "tests/data/every-type");
        QVERIFY(opened.ok);
        FieldRow* row = opened.row("acme.types.either");
        QVERIFY(Opened::words(*row).contains(QStringLiteral("A TOML value of type int|string")));
        auto* box = qobject_cast<QPlainTextEdit*>(row->input());
        QVERIFY(box);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(box, QStringLiteral("\"ab"));   // not complete: kept here, not written
        QVERIFY(opened.text().contains("either = \"") == false);
        QVERIFY(Opened::words(*row).contains(QStringLiteral("not written yet")));
        QTest::keyClicks(box, QStringLiteral("\""));
        QVERIFY(opened.text().contains("either = \"ab\""));
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(box, QStringLiteral("true"));
        QVERIFY(settle(opened.session));
        QVERIFY2(Opened::words(*row).contains(QStringLiteral("int|string', but found")),
                 qPrintable(Opened::words(*row)));
    }

    void aNumberOfSecondsSaysWhatItMeans() {
        Opened opened("Config.toml", "[acme.types]\npatience = 90.0\n", "tests/data/every-type");
        QVERIFY(opened.ok);
        const QString words = Opened::words(*opened.row("acme.types.patience"));
        QVERIFY2(words.contains(QStringLiteral("1 minute(s) 30 second(s)")), qPrintable(words));
    }

    void aPathSaysWhatIsThere() {
        Opened opened;
        QVERIFY(opened.ok);
        FieldRow* row = opened.row("cloud.config.maps[].file");
        QVERIFY2(Opened::words(*row).contains(QStringLiteral("File of ")), qPrintable(Opened::words(*row)));
        auto* line = qobject_cast<QLineEdit*>(row->input());
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("data"));
        QVERIFY(settle(opened.session));
        QVERIFY2(Opened::words(*row).contains(QStringLiteral("Folder with 1 file")),
                 qPrintable(Opened::words(*row)));
        QTest::keyClicks(line, QStringLiteral("/none"));
        QVERIFY(settle(opened.session));
        QVERIFY2(Opened::words(*row).contains(QStringLiteral("There is no such file.")),
                 qPrintable(Opened::words(*row)));
    }

    void unknownKeysAreShownAndEditedAsTheyAreWritten() {
        Opened opened;
        QVERIFY(opened.ok);
        QPlainTextEdit* unknown = nullptr;
        for (auto* box : opened.page->findChildren<QPlainTextEdit*>())
            if (box->accessibleName() == QLatin1String("cloud.deployment.autoscaling.max_replica"))
                unknown = box;
        QVERIFY(unknown && unknown->isVisible());
        QCOMPARE(unknown->toPlainText(), QStringLiteral("6"));
        std::string expected = opened.text();
        expected.replace(expected.find("max_replica = 6"), 15, "max_replica = { a = 1 }");
        unknown->setFocus();
        QTest::keyClick(unknown, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(unknown, QStringLiteral("{ a = 1 }"));
        QCOMPARE(opened.text(), expected);
        QTest::keyClicks(unknown, QStringLiteral(" }"));   // no value any more: kept here, not written
        QCOMPARE(opened.text(), expected);
    }

    void anUnknownKeyThatIsTypedKeepsItsRow() {
        Opened opened;
        QVERIFY(opened.ok);
        const auto boxOf = [&](const char* key) -> QPlainTextEdit* {
            for (auto* box : opened.page->findChildren<QPlainTextEdit*>())
                if (box->accessibleName() == QLatin1String(key) && box->isVisible()) return box;
            return nullptr;
        };
        const QPlainTextEdit* before = boxOf("cloud.deployment.autoscaling.max_replica");
        QVERIFY(before);
        const std::size_t behind =
            opened.text().find("max_replica = 6") + std::string_view("max_replica").size();
        opened.session.submitTyped({{Change{"Cloud.toml", {behind, behind}, "_count"}}}, "typing", "typing");
        QVERIFY(settle(opened.session));
        QCOMPARE(boxOf("cloud.deployment.autoscaling.max_replica_count"), before);
        QVERIFY(!boxOf("cloud.deployment.autoscaling.max_replica"));
        opened.session.history().undo();
        QVERIFY(settle(opened.session));
        QCOMPARE(boxOf("cloud.deployment.autoscaling.max_replica"), before);
    }

    void theFormKeepsStillWhileSomebodyTypesInTheTextAndFollowsTheCursorThen() {
        Opened opened;
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

    void whatWasScrolledToStaysInSightWhenThePageIsLaidOutAnew() {
        Opened opened;
        QVERIFY(opened.ok);
        if (QWidget* focus = QApplication::focusWidget()) focus->clearFocus();
        const auto isInSight = [&] {
            const FieldRow* row = opened.row("settings.thinJar");
            const QPoint corner = row->mapTo(opened.page.get(), QPoint());
            return opened.page->rect().contains(QRect(corner, row->size()));
        };
        opened.session.navigation().select({"Cloud.toml", *toml::readPath("settings.thinJar")});
        QVERIFY(QTest::qWaitFor(isInSight));
        opened.page->resize(420, 400);   // labels stand above their fields
        QVERIFY(QTest::qWaitFor(isInSight));
        auto* area = opened.page->findChild<QScrollArea*>(QStringLiteral("page"));
        area->verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMinimum);   // as with the mouse
        opened.page->resize(900, 700);
        QVERIFY(!QTest::qWaitFor(isInSight, 100));
        QCOMPARE(area->verticalScrollBar()->value(), 0);
    }

    void f4GoesFromAFieldToItsTextAndAnUnknownKeyToo_data() {
        QTest::addColumn<QString>("key");
        QTest::newRow("field") << QStringLiteral("cloud.deployment.max_memory");
        QTest::newRow("record") << QStringLiteral("cloud.secret.envs[1].name");
        QTest::newRow("unknown") << QStringLiteral("cloud.deployment.autoscaling.max_replica");
    }

    void f4GoesFromAFieldToItsTextAndAnUnknownKeyToo() {
        QFETCH(const QString, key);
        Opened opened;
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

    void aValueWrittenAsATableOfItsOwnIsSaidToBeEditedInTheText() {
        Opened opened("Config.toml", "[acme.types.either]\na = 1\n", "tests/data/every-type");
        QVERIFY(opened.ok);
        const FieldRow* row = opened.row("acme.types.either");
        QVERIFY(!row->input()->isEnabled());
        QVERIFY(Opened::words(*row).contains(
            QStringLiteral("Written as a table of its own; edit it in the text.")));
    }

    void theFilterMatchesLabelKeyAndValue() {
        Opened opened;
        QVERIFY(opened.ok);
        QVERIFY(opened.shown().size() > 20);
        opened.filter()->setText(QStringLiteral("memory limit"));
        QCOMPARE(opened.shown(), QStringList{QStringLiteral("cloud.deployment.max_memory")});
        opened.filter()->setText(QStringLiteral("run_as"));
        QCOMPARE(opened.shown(), QStringList{QStringLiteral("container.image.user.run_as")});
        opened.filter()->setText(QStringLiteral("768Mi"));
        QCOMPARE(opened.shown(), QStringList{QStringLiteral("cloud.deployment.max_memory")});
        opened.filter()->setText(QStringLiteral("no such thing"));
        QVERIFY(opened.shown().isEmpty());
        opened.filter()->clear();
        opened.toggle("Problems settings only")->click();
        QCOMPARE(opened.shown(), QStringList{QStringLiteral("cloud.deployment.autoscaling.cpu")});
        opened.toggle("Problems settings only")->click();
        opened.toggle("Modified settings only")->click();
        for (const FieldRow* row : opened.page->rows()) QCOMPARE(row->isVisible(), row->isSet());
    }

    void sectionsFoldAndRememberIt() {
        {
            Opened opened;
            QVERIFY(opened.ok);
            FieldRow* row = opened.row("container.image.name");
            QVERIFY(row->isVisible());
            opened.toggle("Fold or unfold Container image")->click();
            QVERIFY(!row->isVisible());
        }
        const Opened again;
        QVERIFY(again.ok);
        QVERIFY(!again.row("container.image.name")->isVisible());
        again.toggle("Fold or unfold Container image")->click();
        QVERIFY(again.row("container.image.name")->isVisible());
    }

    /// Half a word typed beside the form is no mistake yet; then the form says so until all is mended.
    void whatDoesNotParseIsSaidOnceTypingPauses() {
        Opened opened("Cloud.toml", "[cloud.deployment]\nmax_memory = \"768Mi\"\n");
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
        Opened opened("Cloud.toml", "[cloud.deployment]\nmax_memory = \"768Mi\"\n");
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
        Opened opened("Cloud.toml", "[cloud.deployment]\nmax_memory = \"768Mi\"\n");
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

    void rowsHaveTheRoomTheyNeedAtEachWidth() {
        Opened opened("Cloud.toml");
        QVERIFY(opened.ok);
        const auto* area = opened.page->findChild<QScrollArea*>();
        for (const int width : {330, 800, 400, -330, -800, -400}) {
            if (width < 0) opened.page->hide();
            opened.page->resize(std::abs(width), 600);
            opened.page->show();
            QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                     qPrintable(QStringLiteral("%1 of %2").arg(area->widget()->width()).arg(width)));
            for (const FieldRow* row : opened.page->rows()) {
                if (!row->isVisible()) continue;
                QVERIFY2(row->height() >= row->heightForWidth(row->width()), row->field().path.c_str());
                for (const auto* text : row->findChildren<WrappedText*>())
                    QVERIFY2(!text->isVisible() || text->height() >= text->heightForWidth(text->width()),
                             qPrintable(text->text()));
                const bool isLine = qobject_cast<QLineEdit*>(row->input()) != nullptr;
                QVERIFY2(!isLine || row->input()->height() >= row->input()->minimumSizeHint().height(),
                         row->field().path.c_str());
            }
        }
    }

    void aBrokenFileSaysSoAndItsIntactPartStaysEditable() {
        Opened opened("Cloud.toml", "[cloud.deployment]\nmax_memory = \"768Mi\"\nmin_cpu = \n");
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

    void aNewCloudTomlShowsWhatThereIsAndSetsNothing() {
        const std::string text = starterText(cloud());
        std::string without;
        for (const QString& line : QString::fromStdString(text).split('\n')) {
            QVERIFY2(line.isEmpty() || line.startsWith("# "), qPrintable(line));
            const bool isCode = line.contains(" = ") || line.startsWith("# [");
            if (isCode) without += line.mid(2).toStdString() + '\n';
        }
        QVERIFY(toml::Document(without).valid());
        QVERIFY(without.contains("[container.image]\n") && without.contains("tag = \"latest\"\n"));
        QVERIFY(without.contains("[[cloud.config.envs]]\n") && !without.contains("cloud.config.secrets"));
    }
};

ARABESQUE_TEST(FormPageTest)
#include "form_page_test.moc"
