#include "app/forms/form_page.h"

#include "app/forms/field_row.h"
#include "app/forms/section_box.h"
#include "app/views/wrapped_text.h"
#include "tests/app/forms/opened_form.h"
#include "tests/support/test_main.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

using namespace arabesque;

class FormPageTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }

    void statesAreWordsAndIcons() {
        OpenedForm opened;
        QVERIFY(opened.ok);
        const auto state = [&](const char* key) { return OpenedForm::words(*opened.row(key)); };
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
        OpenedForm opened("Config.toml");
        QVERIFY(opened.ok);
        const QString words = OpenedForm::words(*opened.row("acme.orders.storage.password"));
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
        OpenedForm opened;
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
        OpenedForm opened;
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
        QVERIFY(OpenedForm::words(*row).contains(QStringLiteral("Error")));
        QVERIFY(line->accessibleDescription().contains(QStringLiteral("Error")));
    }

    void resetRemovesTheKeyByKeyboard() {
        OpenedForm opened;
        QVERIFY(opened.ok);
        FieldRow* row = opened.row("container.image.tag");
        QTest::keyClick(row->findChild<QToolButton*>(QStringLiteral("reset")), Qt::Key_Space);
        QVERIFY(!opened.text().contains("tag ="));
        QVERIFY(OpenedForm::words(*row).contains(QStringLiteral("Default")));
    }

    void theWheelScrollsThePageUnlessTheFieldHasTheFocus() {
        OpenedForm opened;
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
        OpenedForm opened("Config.toml", "", "tests/data/every-type");
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
        OpenedForm opened("Config.toml", "[acme.types]\neither = 3\n", "tests/data/every-type");
        QVERIFY(opened.ok);
        FieldRow* row = opened.row("acme.types.either");
        QVERIFY(OpenedForm::words(*row).contains(QStringLiteral("A TOML value of type int|string")));
        auto* box = qobject_cast<QPlainTextEdit*>(row->input());
        QVERIFY(box);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(box, QStringLiteral("\"ab"));   // not complete: kept here, not written
        QVERIFY(opened.text().contains("either = \"") == false);
        QVERIFY(OpenedForm::words(*row).contains(QStringLiteral("not written yet")));
        QTest::keyClicks(box, QStringLiteral("\""));
        QVERIFY(opened.text().contains("either = \"ab\""));
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(box, QStringLiteral("true"));
        QVERIFY(settle(opened.session));
        QVERIFY2(OpenedForm::words(*row).contains(QStringLiteral("int|string', but found")),
                 qPrintable(OpenedForm::words(*row)));
    }

    void aNumberOfSecondsSaysWhatItMeans() {
        OpenedForm opened("Config.toml", "[acme.types]\npatience = 90.0\n", "tests/data/every-type");
        QVERIFY(opened.ok);
        const QString words = OpenedForm::words(*opened.row("acme.types.patience"));
        QVERIFY2(words.contains(QStringLiteral("1 minute(s) 30 second(s)")), qPrintable(words));
    }

    void aPathSaysWhatIsThere() {
        OpenedForm opened;
        QVERIFY(opened.ok);
        FieldRow* row = opened.row("cloud.config.maps[].file");
        QVERIFY2(OpenedForm::words(*row).contains(QStringLiteral("File of ")),
                 qPrintable(OpenedForm::words(*row)));
        auto* line = qobject_cast<QLineEdit*>(row->input());
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("data"));
        QVERIFY(settle(opened.session));
        QVERIFY2(OpenedForm::words(*row).contains(QStringLiteral("Folder with 1 file")),
                 qPrintable(OpenedForm::words(*row)));
        QTest::keyClicks(line, QStringLiteral("/none"));
        QVERIFY(settle(opened.session));
        QVERIFY2(OpenedForm::words(*row).contains(QStringLiteral("There is no such file.")),
                 qPrintable(OpenedForm::words(*row)));
    }

    void unknownKeysAreShownAndEditedAsTheyAreWritten() {
        OpenedForm opened;
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
        OpenedForm opened;
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

    void whatWasScrolledToStaysInSightWhenThePageIsLaidOutAnew() {
        OpenedForm opened;
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

    void aValueWrittenAsATableOfItsOwnIsSaidToBeEditedInTheText() {
        OpenedForm opened("Config.toml", "[acme.types.either]\na = 1\n", "tests/data/every-type");
        QVERIFY(opened.ok);
        const FieldRow* row = opened.row("acme.types.either");
        QVERIFY(!row->input()->isEnabled());
        QVERIFY(OpenedForm::words(*row).contains(
            QStringLiteral("Written as a table of its own; edit it in the text.")));
    }

    void theFilterMatchesLabelKeyAndValue() {
        OpenedForm opened;
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
            OpenedForm opened;
            QVERIFY(opened.ok);
            FieldRow* row = opened.row("container.image.name");
            QVERIFY(row->isVisible());
            opened.toggle("Fold or unfold Container image")->click();
            QVERIFY(!row->isVisible());
        }
        const OpenedForm again;
        QVERIFY(again.ok);
        QVERIFY(!again.row("container.image.name")->isVisible());
        again.toggle("Fold or unfold Container image")->click();
        QVERIFY(again.row("container.image.name")->isVisible());
    }

    void rowsHaveTheRoomTheyNeedAtEachWidth() {
        OpenedForm opened("Cloud.toml");
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

private:
    QTemporaryDir m_settings;
};

ARABESQUE_TEST(FormPageTest)
#include "form_page_test.moc"
