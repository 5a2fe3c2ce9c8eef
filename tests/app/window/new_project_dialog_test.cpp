#include "app/window/new_project_dialog.h"

#include "core/files/project_files.h"
#include "tests/support/test_main.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace arabesque;

namespace {

struct Dialog {
    Dialog() {
        dialog = new NewProjectDialog(nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(dialog, &NewProjectDialog::made,
                         [this](const std::filesystem::path& folder) { made = folder; });
        fields = dialog->findChildren<QLineEdit*>();
        fields[1]->setText(place.path());
    }
    ~Dialog() { delete dialog; }
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    [[nodiscard]] QPushButton* create() const {
        for (QPushButton* each : dialog->findChildren<QPushButton*>())
            if (each->text() == QLatin1String("&Create project")) return each;
        return nullptr;
    }

    QTemporaryDir place;
    NewProjectDialog* dialog;
    QList<QLineEdit*> fields;
    std::filesystem::path made;
};

}

class NewProjectDialogTest : public QObject {
    Q_OBJECT

private slots:
    void aProjectIsMadeByAPattern() {
        Dialog dialog;
        dialog.fields[0]->setText(QStringLiteral("billing"));
        auto* patterns = dialog.dialog->findChild<QListWidget*>();
        patterns->setCurrentItem(
            patterns->findItems(QStringLiteral("Active-passive"), Qt::MatchExactly).front());
        dialog.create()->click();
        QCOMPARE(dialog.made, std::filesystem::path(dialog.place.filePath("billing").toStdString()));
        const auto project = openProject(dialog.made);
        QVERIFY(project);
        QVERIFY(project->snapshot->text("Deployment.toml").contains("pattern = \"active-passive\""));
    }

    void withoutAPatternNothingIsLaidOut() {
        const Dialog dialog;
        dialog.create()->click();
        const auto project = openProject(dialog.made);
        QVERIFY(project);
        QVERIFY(!project->snapshot->exists("Deployment.toml"));
    }

    void whatIsThereIsNotReplaced() {
        const Dialog dialog;
        QVERIFY(QDir(dialog.place.path()).mkdir(QStringLiteral("orders")));
        dialog.fields[0]->setText(QString());
        QVERIFY(!dialog.create()->isEnabled());
        dialog.fields[0]->setText(QStringLiteral("orders"));
        QVERIFY(!dialog.create()->isEnabled());
        dialog.fields[0]->setText(QStringLiteral("../up"));
        QVERIFY(!dialog.create()->isEnabled());
        dialog.fields[0]->setText(QStringLiteral("other"));
        QVERIFY(dialog.create()->isEnabled());
        dialog.fields[1]->setText(QStringLiteral("/no/such/place"));
        QVERIFY(!dialog.create()->isEnabled());
    }
};

ARABESQUE_TEST(NewProjectDialogTest)

#include "new_project_dialog_test.moc"
