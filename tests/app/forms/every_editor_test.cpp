#include "app/forms/field_row.h"
#include "app/forms/form_layout.h"
#include "app/forms/form_page.h"
#include "app/forms/map_editor.h"
#include "app/forms/record_edits.h"
#include "app/views/field_text.h"
#include "core/schema/pattern.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

using namespace arabesque;

namespace {

/// Gives each array of tables that has none a record, also inside the first record of another.
void fillRecords(Session& session, const std::string& file) {
    for (const Table& table : session.schema(file)->tables()) {
        if (!table.records || session.document(file).find(pathFor(table.path))) continue;
        const std::vector<std::size_t> first(8, 0);
        auto edit = addRecord(file, session.document(file), *session.schema(file), table, first);
        if (!edit || edit->empty()) qFatal("no record of %s", table.path.c_str());
        session.submit(std::move(*edit), QStringLiteral("record"));
    }
}

void typeAll(QWidget* input, const QString& text) {
    QTest::keyClick(input, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(input, text);
}

/// Types two lines.
void typeLines(QWidget* input) {
    typeAll(input, QStringLiteral("71"));
    QTest::keyClick(input, Qt::Key_Return);
    QTest::keyClicks(input, QStringLiteral("72"));
}

// Each changes what an editor shows, by keys alone, and says what must be written then.

std::string driveRadios(QWidget* input, const Field& field) {
    const auto buttons = input->findChildren<QRadioButton*>();
    const auto on = std::ranges::find(buttons, true, &QRadioButton::isChecked);
    if (on == buttons.end()) {
        QTest::keyClick(buttons.front(), Qt::Key_Space);
        return field.choices.front();
    }
    const auto index = static_cast<std::size_t>(on - buttons.begin());
    const bool isLast = index + 1 == field.choices.size();
    QTest::keyClick(*on, isLast ? Qt::Key_Left : Qt::Key_Right);
    return field.choices[isLast ? index - 1 : index + 1];
}

std::string driveCombo(QComboBox* box, const Field& field) {
    if (box->isEditable()) {
        typeAll(box->lineEdit(), QStringLiteral("zz"));
        return "\"zz\"";
    }
    const bool isLast = box->currentIndex() + 1 == box->count();
    QTest::keyClick(box, isLast ? Qt::Key_Home : Qt::Key_End);
    return isLast ? field.choices.front() : field.choices.back();
}

/// Ticks the first that is not, or takes the last one's tick where all are.
std::string driveTicks(QListWidget* list) {
    QStringList ticked;
    int row = -1;
    for (int each = 0; each < list->count(); ++each) {
        if (list->item(each)->checkState() == Qt::Checked)
            ticked << list->item(each)->text();
        else if (row < 0)
            row = each;
    }
    const bool areAll = row < 0;
    QTest::keyClick(list, Qt::Key_Home);
    for (int step = 0; step < (areAll ? list->count() - 1 : row); ++step)
        QTest::keyClick(list, Qt::Key_Right);
    const QString name = list->currentItem()->text();
    QTest::keyClick(list, Qt::Key_Space);
    if (areAll)
        ticked.removeLast();
    else
        ticked << name;
    return ticked.isEmpty() ? "[]" : "[\"" + ticked.join("\", \"").toStdString() + "\"]";
}

std::string driveNumber(QSpinBox* box, const Field& field) {
    std::int64_t wanted = field.least.value_or(0) + 1;
    if (wanted == box->value()) ++wanted;
    typeAll(box, QString::number(wanted));
    return std::to_string(wanted);
}

std::string driveText(QWidget* input, const Field& field, const std::string& before) {
    if (qobject_cast<QPlainTextEdit*>(input)) {
        const bool isRaw = field.type != ValueType::String && field.type != ValueType::StringList;
        if (isRaw) {
            typeAll(input, QStringLiteral("71"));
            return "71";
        }
        typeLines(input);
        return field.type == ValueType::StringList ? R"(["71", "72"])" : "\"\"\"\n71\n72\"\"\"";
    }
    typeAll(input, field.type == ValueType::Float ? QStringLiteral("71.5") : QStringLiteral("zz71"));
    if (field.type == ValueType::Float) return "71.5";
    return before.starts_with('\'') ? "'zz71'" : "\"zz71\"";
}

std::string drive(FieldRow& row, const std::string& before) {
    QWidget* input = row.input();
    input->setFocus();
    if (input->objectName() == QLatin1String("choices")) return driveRadios(input, row.field());
    if (auto* box = qobject_cast<QComboBox*>(input)) return driveCombo(box, row.field());
    if (auto* ticks = qobject_cast<QListWidget*>(input)) return driveTicks(ticks);
    if (auto* number = qobject_cast<QSpinBox*>(input)) return driveNumber(number, row.field());
    if (auto* box = qobject_cast<QCheckBox*>(input)) {
        const bool on = box->isChecked();
        QTest::keyClick(box, Qt::Key_Space);
        return on ? "false" : "true";
    }
    return driveText(input, row.field(), before);
}

/// A new entry of a map, then its key, then its value; says what must be written.
std::string driveMap(FieldRow& row) {
    auto* map = qobject_cast<MapEditor*>(row.editor());
    const int count = map->count();
    row.input()->setFocus();
    QTest::keyClick(row.input(), Qt::Key_Insert);
    QLineEdit* key = map->keyField(count);
    typeAll(key, QStringLiteral("kk"));
    QTest::keyClick(key, Qt::Key_Return);
    QWidget* value = map->valueEditor(count)->input();
    value->setFocus();
    if (qobject_cast<QLineEdit*>(value)) {
        const bool isNumber = row.field().typeText.contains("decimal");
        typeAll(value, isNumber ? QStringLiteral("7.5") : QStringLiteral("zz"));
        return isNumber ? "7.5" : "\"zz\"";
    }
    typeAll(value, QStringLiteral("71"));
    return "71";
}

std::string writtenAt(const Session& session, const std::string& file, const toml::Path& path) {
    const toml::Document& document = session.document(file);
    const toml::Node* node = document.find(path);
    if (!node || !node->value) return {};
    return std::string(document.text().substr(node->value->range.begin, node->value->range.size()));
}

QStringList linesOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).split(QLatin1Char('\n'));
}

/// What is wrong with a text that shall be `before` with one more key; empty when nothing is. Around the key, its
/// table's header and empty lines may be new; everything else stands as it did.
QString misplaced(const std::string& before, const toml::Document& after, const toml::Path& path) {
    const toml::Node* node = after.find(path);
    if (!node || !node->entry) return QStringLiteral("no entry");
    std::string rest(after.text());
    rest.erase(node->entry->line.begin, node->entry->line.size());
    QStringList old = linesOf(before);
    for (const QString& line : linesOf(rest)) {
        if (!old.isEmpty() && old.front() == line) {
            old.removeFirst();
        } else if (!line.isEmpty() && !line.startsWith(QLatin1Char('['))) {
            return QStringLiteral("unexpected line '%1'").arg(line);
        }
    }
    old.removeAll(QString());
    return old.isEmpty() ? QString() : QStringLiteral("lost line '%1'").arg(old.front());
}

/// True when the keys of the field's table stand in the schema's order, as far as `keys` were so before.
bool keepsOrder(const Schema& schema, const toml::Document& before, const toml::Document& after,
                const toml::Path& path) {
    const toml::Path table(path.begin(), path.end() - 1);
    const auto order = schema.namesIn(Schema::patternOf(table));
    const auto places = [&](const toml::Document& document) {
        std::vector<std::ptrdiff_t> found;
        const toml::Node* node = document.find(table);
        if (!node) return found;
        for (const toml::Member& member : node->members)
            if (member.node.value) found.push_back(std::ranges::find(order, member.name) - order.begin());
        return found;
    };
    return !std::ranges::is_sorted(places(before)) || std::ranges::is_sorted(places(after));
}

/// What a field's declaration or its row lacks; empty when nothing.
QString lackOf(const FieldRow& row) {
    const Field& field = row.field();
    if (labelOf(field).isEmpty()) return QStringLiteral("label");
    if (summaryOf(field).isEmpty()) return QStringLiteral("help");
    if (row.whatsThis().isEmpty()) return QStringLiteral("What's This");
    if (row.input()->accessibleName().isEmpty()) return QStringLiteral("accessible name");
    if (row.input()->accessibleDescription().isEmpty()) return QStringLiteral("accessible description");
    if (field.fallback.empty()) return {};
    const auto fallback = readValue(field.fallback);
    if (!fallback) return QStringLiteral("default that is a TOML value");
    if (field.type != ValueType::Any && !isMap(field) && !row.editor()->canShow(*fallback))
        return QStringLiteral("editor that can show its default");
    if (field.least && fallback->integer < *field.least) return QStringLiteral("default within limits");
    if (field.most && fallback->integer > *field.most) return QStringLiteral("default within limits");
    const bool hasText = fallback->kind == toml::Kind::String && !fallback->text.empty();
    if (hasText && !field.pattern.empty() && !matchesWhole(field.pattern, fallback->text))
        return QStringLiteral("default of the right form");
    if (field.closedChoice && !field.choices.empty() && !std::ranges::contains(field.choices, field.fallback))
        return QStringLiteral("default among the choices");
    return {};
}

}

class EveryEditorTest final : public QObject {
    Q_OBJECT

private slots:
    void everyKeyIsEditedByKeyboardAndUndone_data() {
        QTest::addColumn<std::string>("project");
        QTest::addColumn<std::string>("file");
        const std::string sample = "resources/examples/order-service";
        for (const std::string& file : editableDocuments())
            QTest::addRow("sample %s", file.c_str()) << sample << file;
        for (const std::string& file : editableDocuments())
            QTest::addRow("every key %s", file.c_str()) << std::string("tests/projects/every-key") << file;
        QTest::newRow("every type") << std::string("tests/data/every-type") << std::string("Config.toml");
    }

    void everyKeyIsEditedByKeyboardAndUndone() {
        QFETCH(const std::string, project);
        QFETCH(const std::string, file);
        const SampleOnDisk copy(project);
        Session session;
        QVERIFY(session.open(copy.path()));
        QVERIFY(settle(session));
        fillRecords(session, file);
        QVERIFY(settle(session));
        FormPage page(session, file);
        page.resize(900, 700);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QCOMPARE(page.rows().size(), session.schema(file)->fields().size());
        for (FieldRow* row : page.rows()) {
            const std::string& key = row->field().path;
            const QString lack = lackOf(*row);
            QVERIFY2(lack.isEmpty(), (key + " has no " + lack.toStdString()).c_str());
            const std::string original(session.snapshot()->text(file));
            const int steps = session.history().index();
            const bool hasOneChoice = row->field().closedChoice && row->field().choices.size() == 1;
            if (hasOneChoice && row->isSet()) {   // nothing else can be chosen; but it can go and come again
                auto* reset = row->findChild<QToolButton*>(QStringLiteral("reset"));
                QVERIFY2(reset && reset->isVisibleTo(row), key.c_str());
                QTest::keyClick(reset, Qt::Key_Space);
                QVERIFY2(!session.document(file).find(row->path()), key.c_str());
            }
            const toml::Document before = session.document(file);
            const std::string text(before.text());
            const std::string valueBefore = writtenAt(session, file, row->path());
            QVERIFY2(row->input()->isEnabled(), key.c_str());
            toml::Path path = row->path();
            const bool isNewEntry = isMap(row->field());
            const std::string expected = isNewEntry ? driveMap(*row) : drive(*row, valueBefore);
            if (isNewEntry) path.emplace_back("kk");
            const toml::Document after = session.document(file);
            QVERIFY2(after.valid(), key.c_str());
            QCOMPARE(key + " = " + writtenAt(session, file, path), key + " = " + expected);
            if (!isNewEntry && !valueBefore.empty()) {
                std::string wanted = text;
                wanted.replace(before.find(path)->value->range.begin, valueBefore.size(), expected);
                QCOMPARE(std::string(after.text()), wanted);
            } else {
                const QString wrong = misplaced(text, after, path);
                QVERIFY2(wrong.isEmpty(), (key + ": " + wrong.toStdString()).c_str());
                QVERIFY2(isNewEntry || keepsOrder(*session.schema(file), before, after, path), key.c_str());
            }
            while (session.history().index() > steps) session.history().undo();
            QVERIFY2(session.snapshot()->text(file) == original, key.c_str());
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
