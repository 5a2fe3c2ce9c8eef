#include "app/window/import_dialog.h"

#include "app/session/session.h"
#include "app/views/difference_view.h"
#include "core/files/disk.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

constexpr const char* nginx = "# standby\nupstream backend {\n    least_conn;\n    server 10.0.0.1:9090;\n"
                              "    server 10.0.0.2:9090;\n}\nserver { location / { add_header X y; } }\n";

/// The standby is none, and a check that only NGINX Plus makes.
constexpr const char* twoWrongForms =
    "# standby\nupstream backend {\n    server 10.0.0.1:9090;\n    server 10.0.0.2:9090;\n    "
    "least_conn;\n}\n"
    "server {\n    location / {\n        proxy_pass http://10.0.0.9;\n        health_check;\n    }\n}\n";

/// A file that is in no project.
class FileBeside {
public:
    explicit FileBeside(const QByteArray& text) { write(text); }

    [[nodiscard]] std::string path() const { return m_folder.filePath("nginx.conf").toStdString(); }
    [[nodiscard]] std::string text() const { return disk::readFile(path()).value_or("(none)"); }
    void write(const QByteArray& text) const {
        QFile file(m_folder.filePath("nginx.conf"));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("not written");
    }
    void remove() const { QFile::remove(m_folder.filePath("nginx.conf")); }

private:
    QTemporaryDir m_folder;
};

struct Shown {
    explicit Shown(Session& session, const std::string& name, const std::string& text)
        : dialog(session, {{name, text}}, nullptr) {
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    }

    [[nodiscard]] QTreeWidget& tree() { return *dialog.findChild<QTreeWidget*>(); }
    [[nodiscard]] QTreeWidgetItem* itemWith(const QString& text) {
        const auto found = tree().findItems(text, Qt::MatchContains | Qt::MatchRecursive);
        return found.isEmpty() ? nullptr : found.front();
    }
    [[nodiscard]] QPushButton* button(const char* text) {
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (each->text() == QLatin1String(text)) return each;
        return nullptr;
    }
    [[nodiscard]] QPushButton* apply() { return button("&Apply"); }
    [[nodiscard]] QPushButton* write() { return button("&Write right forms"); }
    [[nodiscard]] QString preview() { return dialog.findChild<DifferenceView*>()->toPlainText(); }
    [[nodiscard]] QString said() {
        QString all;
        for (const QLabel* each : dialog.findChildren<QLabel*>()) all += each->text() + QLatin1Char('\n');
        return all;
    }

    ImportDialog dialog;
};

}

class ImportDialogTest : public QObject {
    Q_OBJECT

private slots:
    void tickedProposalsAreOneStep() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        Shown shown(session, "nginx.conf", nginx);
        const int all = shown.dialog.chosen();
        QVERIFY(all >= 4);
        QTreeWidgetItem* method = shown.itemWith(QStringLiteral("load_balancer.method"));
        QVERIFY(method != nullptr);
        QCOMPARE(method->text(2), QStringLiteral("least-conn"));
        QCOMPARE(method->text(3), QStringLiteral("3"));
        method->setCheckState(0, Qt::Unchecked);
        QCOMPARE(shown.dialog.chosen(), all - 1);
        const std::string before(session.snapshot()->text("Deployment.toml"));
        shown.apply()->click();
        const std::string after(session.snapshot()->text("Deployment.toml"));
        QVERIFY(after.contains("host = \"10.0.0.2\""));
        QVERIFY(!after.contains("least-conn"));
        session.history().undo();
        QCOMPARE(std::string(session.snapshot()->text("Deployment.toml")), before);
    }

    void wrongFormsAndWhatIsLeftAreSaid() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        Shown shown(session, "nginx.conf", nginx);
        QTreeWidgetItem* form = shown.itemWith(QStringLiteral("without `backup`"));
        QVERIFY(form != nullptr);
        shown.tree().setCurrentItem(form);
        QVERIFY2(shown.said().contains("Right: Mark the standby with `backup`"), qPrintable(shown.said()));
        QVERIFY(shown.itemWith(QStringLiteral("add_header")) != nullptr);
    }

    void aRightFormIsWrittenWhereItIsTicked() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        const FileBeside file(twoWrongForms);
        Shown shown(session, file.path(), twoWrongForms);
        QVERIFY(!shown.write()->isHidden() && !shown.write()->isEnabled());
        QTreeWidgetItem* form = shown.itemWith(QStringLiteral("Line 4:"));
        QVERIFY(form != nullptr);
        shown.tree().setCurrentItem(form);
        QVERIFY2(shown.preview().contains("+ ") && shown.preview().contains("server 10.0.0.2:9090 backup;"),
                 qPrintable(shown.preview()));
        QCOMPARE(file.text(), std::string(twoWrongForms));
        form->setCheckState(0, Qt::Checked);
        QCOMPARE(shown.dialog.chosenForms(), 1);
        const int proposals = shown.dialog.chosen();
        shown.itemWith(QStringLiteral("load_balancer.method"))->setCheckState(0, Qt::Unchecked);
        shown.write()->click();
        QVERIFY(file.text().contains("server 10.0.0.2:9090 backup;"));
        QVERIFY2(shown.said().contains("Right forms were written into"), qPrintable(shown.said()));
        QCOMPARE(shown.dialog.chosenForms(), 0);
        QVERIFY(shown.itemWith(QStringLiteral("without `backup`")) == nullptr);
        QVERIFY(shown.itemWith(QStringLiteral("load_balancer.method"))->checkState(0) == Qt::Unchecked);
        QVERIFY(shown.dialog.chosen() < proposals);
        QVERIFY(!session.history().canUndo());
    }

    /// What is not ticked stays as it is.
    void theOtherWrongFormStays() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        const FileBeside file(twoWrongForms);
        Shown shown(session, file.path(), twoWrongForms);
        shown.itemWith(QStringLiteral("Line 4:"))->setCheckState(0, Qt::Checked);
        shown.write()->click();
        QVERIFY(file.text().contains("health_check;"));
        QVERIFY(shown.itemWith(QStringLiteral("health_check")) != nullptr);
    }

    void aFileThatChangedMeanwhileIsKept() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        const FileBeside file(twoWrongForms);
        Shown shown(session, file.path(), twoWrongForms);
        shown.itemWith(QStringLiteral("Line 4:"))->setCheckState(0, Qt::Checked);
        file.write("upstream other { server a:1; }\n");
        shown.write()->click();
        QCOMPARE(file.text(), std::string("upstream other { server a:1; }\n"));
        QVERIFY2(shown.said().contains("has changed meanwhile"), qPrintable(shown.said()));
        file.remove();
        shown.write()->click();
        QVERIFY2(shown.said().contains("cannot be read") || shown.said().contains("not there"),
                 qPrintable(shown.said()));
    }

    void nothingToDoIsSaid() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        Shown clean(session, "a.env", "# nothing\n");
        QVERIFY(clean.said().contains("Nothing differs"));
        QVERIFY(!clean.apply()->isEnabled());
        Shown unknown(session, "notes.txt", "hello\n");
        QVERIFY(unknown.said().contains("Nothing in 'notes.txt' says what it is"));
        QVERIFY(!unknown.apply()->isEnabled());
    }
};

ARABESQUE_TEST(ImportDialogTest)

#include "import_dialog_test.moc"
