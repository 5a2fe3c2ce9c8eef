#include "app/session/session.h"

#include "app/forms/field_row.h"
#include "app/forms/form_page.h"
#include "app/source/source_editor.h"
#include "core/bundle/bundle.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/ordinary_user.h"
#include "tests/support/test_main.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <map>
#include <memory>
#include <random>

using namespace arabesque;

namespace {

std::map<std::string, std::string> checksums(const Snapshot& snapshot) {
    std::map<std::string, std::string> sums;
    for (const auto& [file, document] : snapshot.documents)
        if (document.exists()) sums[file] = sha256(*document.text);
    return sums;
}

std::string onDisk(const std::filesystem::path& file) {
    QFile source(QString::fromStdString(file.string()));
    return source.open(QIODevice::ReadOnly) ? source.readAll().toStdString() : std::string();
}

/// Types into, clicks or steps the editor of a row, as its kind allows.
void use(FieldRow& row, std::mt19937& random) {
    QWidget* input = row.input();
    if (auto* line = qobject_cast<QLineEdit*>(input)) {
        QTest::keyClicks(line, QStringLiteral("x%1").arg(random() % 10));
    } else if (auto* number = qobject_cast<QSpinBox*>(input)) {
        number->stepUp();
    } else if (auto* box = qobject_cast<QCheckBox*>(input)) {
        box->click();
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(input)) {
        QTest::keyClicks(text, QStringLiteral("7"));
    }
    if (random() % 5 == 0) row.reset();
}

void typeSomewhere(SourceEditor& editor, std::mt19937& random) {
    QTextCursor cursor = editor.textCursor();
    cursor.setPosition(
        static_cast<int>(random() % static_cast<unsigned>(editor.document()->characterCount())));
    editor.setTextCursor(cursor);
    QTest::keyClicks(&editor, random() % 2 ? QStringLiteral("a = 1") : QStringLiteral("#"));
    if (random() % 3 == 0) QTest::keyClick(&editor, Qt::Key_Return);
    if (random() % 3 == 0) QTest::keyClick(&editor, Qt::Key_Backspace);
}

/// 1 when there was one to apply.
int applyAnyFix(Session& session, std::mt19937& random) {
    std::vector<Fix> fixes;
    for (const Diagnostic& diagnostic : session.analysis()->diagnostics)
        fixes.insert(fixes.end(), diagnostic.fixes.begin(), diagnostic.fixes.end());
    if (fixes.empty()) return 0;
    session.applyFix(fixes[random() % fixes.size()]);
    return 1;
}

}

class SessionTest final : public QObject {
    Q_OBJECT

private slots:
    void undoRestoresEveryByteAfterEditsFromEverywhere() {
        const SampleOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(settle(session));
        const auto before = checksums(*session.snapshot());
        std::vector<std::unique_ptr<FormPage>> forms;
        std::vector<std::unique_ptr<SourceEditor>> texts;
        for (const std::string& file : editableDocuments()) {
            forms.push_back(std::make_unique<FormPage>(session, file));
            texts.push_back(std::make_unique<SourceEditor>(session, file));
            forms.back()->show();
            texts.back()->show();
        }
        std::mt19937 random(20240607);
        std::map<std::string, int> touched;
        int fixes = 0;
        for (int step = 0; step < 50; ++step) {
            const auto original = *session.snapshot();
            if (step % 3 == 0) {
                const auto rows = forms[random() % forms.size()]->rows();
                use(*rows[random() % rows.size()], random);
            } else if (step % 3 == 1) {
                typeSomewhere(*texts[random() % texts.size()], random);
            } else {
                QVERIFY(settle(session));
                fixes += applyAnyFix(session, random);
            }
            for (const auto& text : texts) {
                const auto stored = session.snapshot()->text(text->file());
                if (stored != original.text(text->file())) ++touched[text->file()];
                QCOMPARE(text->toPlainText(), QString::fromStdString(std::string(stored)));
            }
        }
        QVERIFY(fixes > 5);
        QCOMPARE(touched.size(), editableDocuments().size());
        const auto after = checksums(*session.snapshot());
        QVERIFY(after != before);
        while (session.history().canUndo()) session.history().undo();
        QVERIFY(checksums(*session.snapshot()) == before);
        QVERIFY(!session.isModified());
        while (session.history().canRedo()) session.history().redo();
        QVERIFY(checksums(*session.snapshot()) == after);
    }

    void staleAnalysesAreDropped() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QSignalSpy analyzed(&session, &Session::analyzed);
        QVERIFY(settle(session));
        for (int i = 0; i < 20; ++i) {
            session.submit({{Change{"Cloud.toml", {0, 0}, "#\n"}}}, QStringLiteral("test"));
            QTest::qWait(i % 4 == 0 ? 90 : 1);   // some analyses start and are overtaken
            QVERIFY(!session.analysis() || session.analysis()->revision() <= session.snapshot()->revision);
        }
        QVERIFY(settle(session));
        QCOMPARE(session.analysis()->revision(), session.snapshot()->revision);
        QCOMPARE(session.analysis()->snapshot->text("Cloud.toml"), session.snapshot()->text("Cloud.toml"));
    }

    void anOvertakenAnalysisIsNeverPublished() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        connect(&session, &Session::analyzed, this,
                [&] { QCOMPARE(session.analysis()->revision(), session.snapshot()->revision); });
        for (int i = 0; i < 30; ++i) {
            QCoreApplication::processEvents();
            session.submit({{Change{"Ballerina.toml", {0, 0}, "#\n"}}}, QStringLiteral("test"));
        }
        QVERIFY(settle(session));
    }

    void keystrokesBecomeOneStepWithAName() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        SourceEditor text(session, "Cloud.toml");
        QTest::keyClicks(&text, QStringLiteral("# hello"));
        QCOMPARE(session.history().count(), 1);
        QVERIFY(session.history().undoText().contains(QStringLiteral("Cloud.toml")));
        session.history().undo();
        QVERIFY(!session.isModified());
    }

    void savingClearsTheModifiedMark() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        session.submit({{Change{"Cloud.toml", {0, 0}, "# new\n"}}}, QStringLiteral("test"));
        QVERIFY(session.isModified("Cloud.toml"));
        QVERIFY(session.save());
        QVERIFY(!session.isModified());
        Session again;
        QVERIFY(again.open(project.path()));
        QVERIFY(again.snapshot()->text("Cloud.toml").starts_with("# new\n"));
    }

    void changesOnDiskAreSeenAndTakenAsOneStep() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(session.changedOnDisk()->empty());
        QVERIFY(writeFile(project.path() / "Cloud.toml", "# other\n"));
        const auto changes = session.changedOnDisk();
        QCOMPARE(changes->size(), 1u);
        QCOMPARE(changes->front().file, "Cloud.toml");
        QCOMPARE(changes->front().text.value_or("(removed)"), "# other\n");
        session.reloadFromDisk();
        QCOMPARE(session.snapshot()->text("Cloud.toml"), std::string_view("# other\n"));
        QVERIFY(!session.isModified());
        session.history().undo();
        QVERIFY(session.isModified("Cloud.toml"));
    }

    void aFileRemovedOnDiskGoesOrIsWrittenAgain() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        const std::string before(session.snapshot()->text("Cloud.toml"));
        QVERIFY(std::filesystem::remove(project.path() / "Cloud.toml"));
        const auto changes = session.changedOnDisk();
        QCOMPARE(changes->size(), 1u);
        QCOMPARE(changes->front().file, "Cloud.toml");
        QVERIFY(!changes->front().text);

        session.reloadFromDisk();
        QVERIFY(!session.snapshot()->exists("Cloud.toml"));
        QVERIFY(!session.isModified());
        QVERIFY(session.changedOnDisk()->empty());
        session.history().undo();
        QVERIFY(session.isModified("Cloud.toml"));
        QVERIFY(session.save());
        QCOMPARE(onDisk(project.path() / "Cloud.toml"), before);

        QVERIFY(std::filesystem::remove(project.path() / "Cloud.toml"));
        session.keepMine();
        QVERIFY(session.isModified("Cloud.toml"));
        QVERIFY(session.save());
        QCOMPARE(onDisk(project.path() / "Cloud.toml"), before);
    }

    void aFileThatAppearsOnDiskIsTaken() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        QVERIFY(writeFile(project.path() / "more.bal", "// more\n"));
        QCOMPARE(session.changedOnDisk()->size(), 1u);
        session.reloadFromDisk();
        QVERIFY(session.snapshot()->exists("more.bal"));
        QVERIFY(!session.isModified());
        QVERIFY(session.changedOnDisk()->empty());
    }

    void nothingIsSavedIntoAProjectThatIsGone() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        session.submit({{Change{"Cloud.toml", {0, 0}, "# mine\n"}}}, QStringLiteral("test"));
        const auto before = checksums(*session.snapshot());
        std::filesystem::remove_all(project.path());
        QVERIFY(!session.changedOnDisk());
        const auto saved = session.save();
        QVERIFY(!saved);
        QVERIFY(saved.error().message.english().ends_with("/orders' is no longer there"));
        QVERIFY(!std::filesystem::exists(project.path()));
        QVERIFY(session.isModified());

        QVERIFY(session.saveEverything());
        QVERIFY(!session.isModified());
        Session again;
        QVERIFY(again.open(project.path()));
        QVERIFY(checksums(*again.snapshot()) == before);
    }

    void aCopyIsWrittenWholeAndOverNothing() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        session.submit({{Change{"Cloud.toml", {0, 0}, "# mine\n"}}}, QStringLiteral("test"));
        const std::filesystem::path copy = project.path().parent_path() / "copy";
        QVERIFY(session.saveCopy(copy));
        QVERIFY(session.isModified());   // the project itself is as it was
        QVERIFY(!onDisk(project.path() / "Cloud.toml").starts_with("# mine"));
        QVERIFY(onDisk(copy / "Cloud.toml").starts_with("# mine\n"));
        QVERIFY(!onDisk(copy / "main.bal").empty());
        QVERIFY(!session.saveCopy(copy));
    }

    void aReadOnlyFileIsRefusedInOneSentenceAndNothingIsLost() {
        const ProjectOnDisk project;
        const OrdinaryUser user(project.path().parent_path());
        Session session;
        QVERIFY(session.open(project.path()));
        const std::string before = onDisk(project.path() / "Cloud.toml");
        session.submit({{Change{"Cloud.toml", {0, 0}, "# mine\n"}}}, QStringLiteral("test"));
        std::filesystem::permissions(project.path() / "Cloud.toml", std::filesystem::perms::owner_read);
        const auto saved = session.save();
        QVERIFY(!saved);
        QVERIFY(
            saved.error().message.english().ends_with("Cloud.toml' cannot be written: permission denied"));
        QVERIFY(session.isModified("Cloud.toml"));
        QCOMPARE(onDisk(project.path() / "Cloud.toml"), before);
    }

    void aReadOnlyFolderIsRefusedInOneSentenceAndNothingIsLost() {
        const ProjectOnDisk project;
        const OrdinaryUser user(project.path().parent_path());
        Session session;
        QVERIFY(session.open(project.path()));
        session.submit({{Change{"Cloud.toml", {0, 0}, "# mine\n"}}}, QStringLiteral("test"));
        const auto whole = std::filesystem::perms::owner_all;
        std::filesystem::permissions(project.path(), whole & ~std::filesystem::perms::owner_write);
        const auto saved = session.save();
        QVERIFY(!saved);
        QVERIFY(saved.error().message.english().contains("cannot be written: permission denied"));
        QVERIFY(session.isModified("Cloud.toml"));
        std::filesystem::permissions(project.path(), whole);
        QVERIFY(session.save());
        QVERIFY(onDisk(project.path() / "Cloud.toml").starts_with("# mine\n"));
    }
};

ARABESQUE_TEST(SessionTest)
#include "session_test.moc"
