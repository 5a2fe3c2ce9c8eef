#include "app/forms/field_row.h"
#include "app/forms/form_page.h"
#include "core/files/project_files.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace arabesque;

namespace {

constexpr int settings = 2'000;

/// A program with many configurables, every tenth of them set.
struct LongProject {
    QTemporaryDir folder;
    Session session;
    bool settled = false;

    LongProject() {
        std::string source, config;
        for (int i = 0; i < settings; ++i) {
            source += "configurable string station" + std::to_string(i) + " = \"none\";\n";
            if (i % 10 == 0) config += "station" + std::to_string(i) + " = \"north\"\n";
        }
        const std::filesystem::path path = folder.path().toStdString() + "/plant";
        const bool written =
            writeFolder(
                path,
                {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"plant\"\nversion = \"1.0.0\"\n"},
                 {"Config.toml", config},
                 {"main.bal", source}},
                true)
                .has_value();
        settled = written && session.open(path) && settle(session);
    }
};

FieldRow* rowFor(const FormPage& page, std::string_view path) {
    const auto rows = page.rows();
    const auto found =
        std::ranges::find_if(rows, [&](const FieldRow* row) { return row->field().path == path; });
    return found == rows.end() ? nullptr : *found;
}

/// The page with what is in sight made.
std::unique_ptr<FormPage> shown(Session& session) {
    auto page = std::make_unique<FormPage>(session, "Config.toml");
    page->resize(700, 600);
    page->show();
    const bool made = QTest::qWaitFor([&] { return !page->rows().empty(); });
    return made ? std::move(page) : nullptr;
}

}

class LongFormTest final : public QObject {
    Q_OBJECT

private slots:
    void onlyRowsNearWhatIsInSightAreMade() {
        LongProject project;
        QVERIFY(project.settled);
        const auto page = shown(project.session);
        QVERIFY(page);
        QVERIFY(rowFor(*page, "station0"));
        QVERIFY(!rowFor(*page, "station1000"));
        QVERIFY(page->rows().size() < settings / 4);
    }

    void scrollingMakesTheRowsOnTheWay() {
        LongProject project;
        QVERIFY(project.settled);
        const auto page = shown(project.session);
        QVERIFY(page);
        QScrollBar* bar = page->findChild<QScrollArea*>()->verticalScrollBar();
        bar->setValue(bar->maximum());
        QVERIFY(QTest::qWaitFor([&] { return rowFor(*page, "station1999") != nullptr; }));
        QVERIFY(page->rows().size() < settings / 4);
        QVERIFY(rowFor(*page, "station1990")->isSet());
        QVERIFY(!rowFor(*page, "station1991")->isSet());
    }

    void aSettingFarAwayIsFoundAndWritten() {
        LongProject project;
        QVERIFY(project.settled);
        const auto page = shown(project.session);
        QVERIFY(page);
        page->reveal({std::string("station1234")}, true);
        FieldRow* row = rowFor(*page, "station1234");
        QVERIFY(row);
        QTest::keyClicks(row->input(), QStringLiteral("x"));
        QVERIFY(project.session.snapshot()->text("Config.toml").contains("station1234 = \"x\""));
        QVERIFY(settle(project.session));
        QVERIFY(row->isSet());
    }

    void rowsStayMadeUntilManyOthersWereInSight() {
        LongProject project;
        QVERIFY(project.settled);
        const auto page = shown(project.session);
        QVERIFY(page);
        page->reveal({std::string("station1234")}, false);
        QScrollBar* bar = page->findChild<QScrollArea*>()->verticalScrollBar();
        bar->setValue(bar->maximum());
        QVERIFY(rowFor(*page, "station1999"));
        QVERIFY(rowFor(*page, "station1234"));
        for (int place = 0; place < 10; ++place) bar->setValue(bar->maximum() * place / 20);
        QVERIFY(!rowFor(*page, "station1234"));
        QVERIFY(page->rows().size() < settings / 4);
    }

    void theFilterLooksAtSettingsThatHaveNoRowYet() {
        LongProject project;
        QVERIFY(project.settled);
        const auto page = shown(project.session);
        QVERIFY(page);
        page->setFilter({.text = QStringLiteral("station1777")});
        QVERIFY(QTest::qWaitFor([&] {
            const FieldRow* row = rowFor(*page, "station1777");
            return row && row->isVisible();
        }));
        for (const FieldRow* row : page->rows())
            QCOMPARE(row->isVisible(), row->field().path == "station1777");
        page->setFilter({});
        QVERIFY(QTest::qWaitFor([&] { return rowFor(*page, "station0")->isVisible(); }));
    }
};

ARABESQUE_TEST(LongFormTest)
#include "long_form_test.moc"
