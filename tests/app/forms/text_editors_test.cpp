#include "app/forms/field_editor.h"

#include "core/toml/rewrite.h"
#include "tests/support/test_main.h"

#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <memory>

using namespace arabesque;

namespace {

/// The editor of a field, shown, and what it wrote last.
struct Edited {
    explicit Edited(Field wanted) : field(std::move(wanted)), editor(makeEditor(field, nullptr)) {
        QObject::connect(editor.get(), &FieldEditor::edited,
                         [this](const std::string& value) { written = value; });
        QObject::connect(editor.get(), &FieldEditor::noted, [this](const QString& note) { notes << note; });
        editor->resize(400, 120);
        editor->setVisible(true);
        editor->activateWindow();
        (void)QTest::qWaitForWindowActive(editor.get());
    }

    void show(std::string_view toml) const {
        const auto value = readValue(toml);
        editor->show(value ? &*value : nullptr, nullptr);
    }
    [[nodiscard]] QLineEdit* line() const { return qobject_cast<QLineEdit*>(editor->input()); }
    [[nodiscard]] QPlainTextEdit* box() const { return qobject_cast<QPlainTextEdit*>(editor->input()); }
    [[nodiscard]] QToolButton* button() const { return editor->findChild<QToolButton*>(); }

    Field field;
    std::unique_ptr<FieldEditor> editor;
    std::string written;
    QStringList notes;
};

const Field secret{.path = "password", .meaning = Meaning::Secret};
const Field text{.path = "certificate", .meaning = Meaning::MultiLine};

}

class TextEditorsTest final : public QObject {
    Q_OBJECT

private slots:
    void aSecretIsMaskedAndNoSelectionShowsIt() {
        const Edited edited(secret);
        edited.show("\"hush\"");
        QCOMPARE(edited.line()->echoMode(), QLineEdit::Password);
        edited.line()->selectAll();
        QCOMPARE(edited.line()->echoMode(), QLineEdit::Password);
        QVERIFY(!edited.line()->displayText().contains(QStringLiteral("hush")));
    }

    void aClickRevealsASecretForTenSeconds() {
        const Edited edited(secret);
        edited.show("\"hush\"");
        QTest::keyClick(edited.button(), Qt::Key_Space);   // by keyboard too
        QCOMPARE(edited.line()->echoMode(), QLineEdit::Normal);
        auto* timer = edited.editor->findChild<QTimer*>();
        QVERIFY(timer && timer->isActive());
        QCOMPARE(timer->interval(), 10'000);
        QVERIFY(QMetaObject::invokeMethod(timer, "timeout"));   // the ten seconds are over
        QCOMPARE(edited.line()->echoMode(), QLineEdit::Password);
    }

    void aHeldButtonRevealsASecretUntilItIsLetGo() {
        const Edited edited(secret);
        edited.show("\"hush\"");
        QTest::mousePress(edited.button(), Qt::LeftButton);
        QCOMPARE(edited.line()->echoMode(), QLineEdit::Normal);
        QTest::qWait(450);
        QTest::mouseRelease(edited.button(), Qt::LeftButton);
        QCOMPARE(edited.line()->echoMode(), QLineEdit::Password);
    }

    void copyingASecretWarnsOnce() {
        Edited edited(secret);
        edited.show("\"hush\"");
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        edited.line()->setFocus();
        edited.line()->selectAll();
        QTest::keyClick(edited.line(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        QCOMPARE(edited.notes.size(), 1);
        QVERIFY(edited.notes.front().contains(QStringLiteral("every program can read the clipboard")));
        QTest::keyClick(edited.line(), Qt::Key_C, Qt::ControlModifier);   // masked: Qt itself copies nothing
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        QTest::mouseClick(edited.button(), Qt::LeftButton);
        edited.line()->selectAll();
        QTest::keyClick(edited.line(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("hush"));
        QCOMPARE(edited.notes.size(), 1);
    }

    void aPickedFileIsWrittenRelativeToTheProject() {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("data")));
        QFile file(folder.filePath(QStringLiteral("data/words.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const Edited edited(Field{.path = "file", .meaning = Meaning::Path});
        edited.editor->setProperty("folder", folder.path());
        edited.show("'old.txt'");
        QTest::keyClick(edited.button(), Qt::Key_Space);
        auto* dialog = edited.editor->findChild<QFileDialog*>();
        QVERIFY(dialog);
        dialog->selectFile(file.fileName());
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
        QCOMPARE(edited.written, std::string("'data/words.txt'"));
    }

    void aPastedCertificateKeepsItsLines() {
        const Edited edited(text);
        edited.show("\"\"");
        edited.box()->setFocus();
        QGuiApplication::clipboard()->setText(
            QStringLiteral("-----BEGIN-----\r\nMIIB\r\nAB==\r\n-----END-----\r\n"));
        QTest::keyClick(edited.box(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(edited.written, std::string("\"\"\"\n-----BEGIN-----\nMIIB\nAB==\n-----END-----\n\"\"\""));
        QCOMPARE(edited.box()->font().styleHint(), QFont::Monospace);
    }

    void aGripChangesTheHeight() {
        const Edited edited(text);
        edited.show("\"\"");
        auto* grip = edited.box()->findChild<QWidget*>(QStringLiteral("heightGrip"));
        QVERIFY(grip && grip->isVisible());
        const int before = edited.box()->height();
        QTest::mousePress(grip, Qt::LeftButton, {}, QPoint(7, 7));
        QTest::mouseMove(grip, QPoint(7, 87));
        QTest::mouseRelease(grip, Qt::LeftButton, {}, QPoint(7, 7));
        QCOMPARE(edited.box()->height(), before + 80);
        QTest::mouseDClick(grip, Qt::LeftButton);
        QCOMPARE(edited.box()->height(), before);
    }
};

ARABESQUE_TEST(TextEditorsTest)
#include "text_editors_test.moc"
