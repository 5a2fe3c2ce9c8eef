#include "app/forms/field_row.h"
#include "app/forms/form_page.h"
#include "app/forms/map_editor.h"
#include "app/forms/record_edits.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>

using namespace arabesque;

namespace {

/// Gives each array of tables that has none a record, so that its fields can be driven.
void fillRecords(Session& session, const std::string& file) {
    for (const Table& table : session.schema(file)->tables()) {
        const auto path = toml::readPath(table.path);
        if (!table.records || !path || session.document(file).find(*path)) continue;
        auto edit = addRecord(file, session.document(file), *session.schema(file), table);
        if (edit) session.submit(std::move(*edit), QStringLiteral("record"));
    }
}

void typeAll(QWidget* input, const QString& text) {
    QTest::keyClick(input, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(input, text);
}

/// Changes what the editor shows, by keys alone.
void drive(QWidget* input, const Field& field) {
    input->setFocus();
    if (auto* box = qobject_cast<QComboBox*>(input)) {
        if (box->isEditable()) return typeAll(box->lineEdit(), QStringLiteral("zz"));
        QTest::keyClick(box, box->currentIndex() + 1 < box->count() ? Qt::Key_Down : Qt::Key_Up);
    } else if (auto* number = qobject_cast<QSpinBox*>(input)) {
        QTest::keyClick(number, number->value() < number->maximum() ? Qt::Key_Up : Qt::Key_Down);
    } else if (qobject_cast<QAbstractButton*>(input)) {
        QTest::keyClick(input, Qt::Key_Space);
    } else if (qobject_cast<QPlainTextEdit*>(input)) {
        typeAll(input, QStringLiteral("71"));
    } else if (qobject_cast<QLineEdit*>(input)) {
        typeAll(input, field.type == ValueType::Float ? QStringLiteral("71.5") : QStringLiteral("zz71"));
    }
}

std::string writtenAt(const Session& session, const std::string& file, const toml::Path& path) {
    const toml::Document& document = session.document(file);
    const toml::Node* node = document.find(path);
    if (!node) return {};
    if (!node->value) return std::to_string(node->members.size()) + " members";
    return std::string(document.text().substr(node->value->range.begin, node->value->range.size()));
}

}

class EveryEditorTest final : public QObject {
    Q_OBJECT

private slots:
    void everyKeyIsEditedByKeyboardAndUndone_data() {
        QTest::addColumn<std::string>("file");
        for (const std::string& file : editableDocuments()) QTest::newRow(file.c_str()) << file;
    }

    void everyKeyIsEditedByKeyboardAndUndone() {
        QFETCH(const std::string, file);
        const SampleOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        fillRecords(session, file);
        QVERIFY(settle(session));
        FormPage page(session, file);
        page.resize(900, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QVERIFY(!page.rows().empty());
        for (FieldRow* row : page.rows()) {
            const std::string& key = row->field().path;
            const auto* choice = qobject_cast<QComboBox*>(row->input());
            const bool hasOneChoice = choice && !choice->isEditable() && choice->count() == 1;
            if (hasOneChoice && row->isSet()) row->reset();
            const std::string before(session.snapshot()->text(file));
            const std::string valueBefore = writtenAt(session, file, row->path());
            const int steps = session.history().index();
            QVERIFY2(row->input()->isEnabled(), key.c_str());
            const bool addsToMap = isMap(row->field());
            if (addsToMap) {
                qobject_cast<MapEditor*>(row->editor())->addEntry();
            } else {
                drive(row->input(), row->field());
            }
            const std::string value = writtenAt(session, file, row->path());
            QVERIFY2(!value.empty() && value != valueBefore, (key + " stays " + valueBefore).c_str());
            QVERIFY2(session.document(file).valid(), key.c_str());
            if (qobject_cast<QLineEdit*>(row->input()) && row->field().type == ValueType::String)
                QVERIFY2(value.contains("zz71"), (key + " = " + value).c_str());
            while (session.history().index() > steps) session.history().undo();
            QVERIFY2(session.snapshot()->text(file) == before, key.c_str());
        }
    }

    void aMapIsEditedEntryByEntry() {
        const SampleOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        FormPage page(session, "Config.toml");
        page.resize(900, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto rows = page.rows();
        const auto row = std::ranges::find_if(
            rows, [](FieldRow* each) { return each->field().path == "acme.orders.taxRates"; });
        QVERIFY(row != rows.end());
        auto* map = qobject_cast<MapEditor*>((*row)->editor());
        QVERIFY(map);
        QCOMPARE(map->count(), 3);
        const std::string before(session.snapshot()->text("Config.toml"));
        const auto text = [&] { return session.snapshot()->text("Config.toml"); };

        typeAll(map->valueEditor(1)->input(), QStringLiteral("0.055"));
        QVERIFY(text().contains("[acme.orders.taxRates]\nDE = 0.19\nFR = 0.055\nNL = 0.21\n"));
        typeAll(map->keyField(0), QStringLiteral("AT"));
        QTest::keyClick(map->keyField(0), Qt::Key_Return);
        QVERIFY(text().contains("[acme.orders.taxRates]\nAT = 0.19\nFR = 0.055\n"));
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        map->keyField(0)->setFocus();
        QTest::keyClick(map->keyField(0), Qt::Key_Insert);
        QCOMPARE(map->count(), 4);
        QVERIFY(text().contains("NL = 0.21\nnew = 0.0\n"));
        map->removeEntry(1);
        QVERIFY(text().contains("AT = 0.19\nNL = 0.21\nnew = 0.0\n"));
        typeAll(map->keyField(0), QStringLiteral("NL"));   // there is one already: kept as it was
        QTest::keyClick(map->keyField(0), Qt::Key_Return);
        QVERIFY(text().contains("AT = 0.19\nNL = 0.21\n"));
        while (session.history().canUndo()) session.history().undo();
        QCOMPARE(text(), std::string_view(before));
        QCOMPARE(map->keyField(1)->text(), QStringLiteral("FR"));
    }
};

ARABESQUE_TEST(EveryEditorTest)
#include "every_editor_test.moc"
