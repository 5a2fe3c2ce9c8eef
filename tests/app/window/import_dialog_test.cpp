#include "app/window/import_dialog.h"

#include "app/session/session.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

constexpr const char* nginx = "# standby\nupstream backend {\n    least_conn;\n    server 10.0.0.1:9090;\n"
                              "    server 10.0.0.2:9090;\n}\nserver { location / { add_header X y; } }\n";

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
    [[nodiscard]] QPushButton* apply() {
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (each->text() == QLatin1String("&Apply")) return each;
        return nullptr;
    }
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
