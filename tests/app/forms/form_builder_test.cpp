#include "app/forms/field_row.h"
#include "app/forms/form_layout.h"
#include "app/forms/form_page.h"
#include "app/views/field_text.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QLineEdit>

#include <algorithm>

using namespace arabesque;

namespace {

FieldRow* rowFor(const FormPage& page, std::string_view path) {
    const auto rows = page.rows();
    const auto found =
        std::ranges::find_if(rows, [&](const FieldRow* row) { return row->field().path == path; });
    return found == rows.end() ? nullptr : *found;
}

std::size_t fieldsIn(const FormSection& section) {
    std::size_t count = section.fields.size();
    for (const FormSection& inner : section.inner) count += fieldsIn(inner);
    return count;
}

}

class FormBuilderTest final : public QObject {
    Q_OBJECT

private slots:
    void everyFieldOfEverySchemaHasAnEditorLabelAndHelp() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        for (const std::string& file : editableDocuments()) {
            FormPage page(session, file);
            page.show();
            const Schema* schema = session.schema(file);
            QVERIFY2(schema, file.c_str());
            QVERIFY(!schema->fields().empty());
            for (const Field& field : schema->fields()) {
                const FieldRow* row = rowFor(page, field.path);
                QVERIFY2(row, field.path.c_str());
                QVERIFY2(row->input(), field.path.c_str());
                QVERIFY2(!row->input()->accessibleName().isEmpty(), field.path.c_str());
                QVERIFY2(!summaryOf(field).isEmpty() || !field.typeText.empty(), field.path.c_str());
            }
        }
    }

    void aFieldChangesTheBytesOfItsValueOnly() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        FormPage page(session, "Cloud.toml");
        page.show();
        auto* tag = qobject_cast<QLineEdit*>(rowFor(page, "container.image.tag")->input());
        QVERIFY(tag);
        const std::string before(session.snapshot()->text("Cloud.toml"));
        tag->end(false);
        QTest::keyClicks(tag, QStringLiteral("9"));
        std::string expected = before;
        expected.replace(expected.find("'v1'"), 4, "'v19'");
        QCOMPARE(QString::fromStdString(std::string(session.snapshot()->text("Cloud.toml"))),
                 QString::fromStdString(expected));
        QCOMPARE(tag->cursorPosition(), 3);
    }

    void resetRemovesTheKey() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        FormPage page(session, "Cloud.toml");
        page.show();
        rowFor(page, "cloud.deployment.max_memory")->reset();
        QVERIFY(!session.snapshot()->text("Cloud.toml").contains("max_memory"));
        QVERIFY(session.snapshot()->text("Cloud.toml").contains("min_memory"));
    }

    void typingKeepsRowsAndCursor() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        FormPage page(session, "Cloud.toml");
        page.show();
        FieldRow* row = rowFor(page, "container.image.name");
        auto* line = qobject_cast<QLineEdit*>(row->input());
        line->setCursorPosition(2);
        QTest::keyClicks(line, QStringLiteral("abc"));
        QVERIFY(settle(session));
        QCOMPARE(rowFor(page, "container.image.name"), row);
        QCOMPARE(line->cursorPosition(), 5);
        QCOMPARE(line->text(), QStringLiteral("orabcders"));
        QCOMPARE(session.history().count(), 1);
    }

    void sectionsHoldEveryFieldOnce() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        for (const std::string& file : editableDocuments()) {
            const Schema& schema = *session.schema(file);
            std::size_t fields = 0;
            for (const FormSection& section : sectionsOf(schema)) fields += fieldsIn(section);
            QCOMPARE(fields, schema.fields().size());
        }
    }
};

ARABESQUE_TEST(FormBuilderTest)
#include "form_builder_test.moc"
