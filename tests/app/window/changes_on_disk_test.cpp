#include "app/views/difference_view.h"
#include "app/window/compare_dialog.h"
#include "app/window/main_window.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/ordinary_user.h"
#include "tests/support/test_main.h"

#include <QPushButton>
#include <QSettings>

using namespace arabesque;

namespace {

/// A window on a project of its own.
struct Opened {
    explicit Opened(const std::filesystem::path& path) : window(session) {
        window.show();
        ok = window.open(path) && settle(session);
    }

    Session session;
    MainWindow window;
    bool ok = false;

    [[nodiscard]] std::string cloud() const { return std::string(session.snapshot()->text("Cloud.toml")); }
    /// Waits until the strip says that.
    [[nodiscard]] bool says(const QString& text) const {
        return QTest::qWaitFor(
            [&] { return !window.strip().isHidden() && window.strip().text().contains(text); }, 5000);
    }
    [[nodiscard]] bool isSilent() const {
        return QTest::qWaitFor([&] { return window.strip().isHidden(); }, 5000);
    }
    void type(const std::string& text) {
        session.submit({{Change{"Cloud.toml", {0, 0}, text}}}, QStringLiteral("test"));
    }
};

std::string onDisk(const std::filesystem::path& file) {
    QFile source(QString::fromStdString(file.string()));
    return source.open(QIODevice::ReadOnly) ? source.readAll().toStdString() : std::string();
}

}

class ChangesOnDiskTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }

    void aChangeIsSaidAndReloadedAsOneStep() {
        const ProjectOnDisk project;
        Opened opened(project.path());
        QVERIFY(opened.ok);
        const std::string before = opened.cloud();
        QVERIFY(writeFile(project.path() / "Cloud.toml", "# theirs\n"));
        QVERIFY(opened.says(QStringLiteral("Cloud.toml changed on disk.")));
        QCOMPARE(opened.cloud(), before);   // nothing is taken unasked
        QVERIFY(opened.window.strip().take(QStringLiteral("Reload")));
        QCOMPARE(opened.cloud(), std::string("# theirs\n"));
        QVERIFY(opened.isSilent());
        opened.session.history().undo();
        QCOMPARE(opened.cloud(), before);
    }

    void keepMineOverwritesAtTheNextSave() {
        const ProjectOnDisk project;
        Opened opened(project.path());
        QVERIFY(opened.ok);
        opened.type("# mine\n");
        QVERIFY(writeFile(project.path() / "Cloud.toml", "# theirs\n"));
        QVERIFY(opened.says(QStringLiteral("It has changes here too that are not saved.")));
        QVERIFY(opened.window.strip().take(QStringLiteral("Keep mine")));
        QVERIFY(opened.cloud().starts_with("# mine\n"));
        QVERIFY(opened.window.save());
        QVERIFY(onDisk(project.path() / "Cloud.toml").starts_with("# mine\n"));
    }

    void aFileWrittenInPlaceIsNoticedToo() {
        const ProjectOnDisk project;
        const Opened opened(project.path());
        QVERIFY(opened.ok);
        QFile file(QString::fromStdString((project.path() / "Config.toml").string()));
        QVERIFY(file.open(QIODevice::Append));
        file.write("# in place\n");
        file.close();
        QVERIFY(opened.says(QStringLiteral("Config.toml changed on disk.")));
    }

    void aChangeTakenBackIsNoNews() {
        const ProjectOnDisk project;
        const Opened opened(project.path());
        QVERIFY(opened.ok);
        const std::string before = onDisk(project.path() / "Cloud.toml");
        QVERIFY(writeFile(project.path() / "Cloud.toml", "# theirs\n"));
        QVERIFY(opened.says(QStringLiteral("Cloud.toml changed on disk.")));
        QVERIFY(writeFile(project.path() / "Cloud.toml", before));
        QVERIFY(opened.isSilent());
    }

    void compareShowsBothAndDecidesNothingByItself() {
        const ProjectOnDisk project;
        Opened opened(project.path());
        QVERIFY(opened.ok);
        opened.type("# mine\n");
        const std::string theirs = "# theirs\n" + onDisk(project.path() / "Cloud.toml");
        QVERIFY(writeFile(project.path() / "Cloud.toml", theirs));
        QVERIFY(opened.says(QStringLiteral("changed on disk")));
        QVERIFY(opened.window.strip().take(QStringLiteral("Compare")));
        auto* dialog = opened.window.findChild<CompareDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(dialog->text().toPlainText().startsWith(QStringLiteral("− # theirs\n+ # mine\n  # kept\n")));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(opened.says(QStringLiteral("changed on disk")));
        QVERIFY(opened.cloud().starts_with("# mine\n"));

        QVERIFY(opened.window.strip().take(QStringLiteral("Compare")));
        for (auto* next : opened.window.findChildren<CompareDialog*>())
            if (next->isVisible()) dialog = next;
        emit dialog->reloadWanted();
        QCOMPARE(opened.cloud(), theirs);
        QVERIFY(opened.isSilent());
    }

    void theSecondWindowSaysSoAndTheFirstSeesItsChanges() {
        const ProjectOnDisk project;
        const Opened first(project.path());
        QVERIFY(first.ok);
        QVERIFY(first.window.strip().isHidden());
        Opened second(project.path());
        QVERIFY(second.ok);
        QVERIFY(second.says(QStringLiteral("open in another window too")));
        second.type("# second\n");
        QVERIFY(second.window.save());
        QVERIFY(first.says(QStringLiteral("Cloud.toml changed on disk.")));
        QVERIFY(first.window.strip().take(QStringLiteral("Reload")));
        QCOMPARE(first.cloud(), second.cloud());
    }

    void aVanishedFolderKeepsTheTextAndCanBeWrittenAgain() {
        const ProjectOnDisk project;
        Opened opened(project.path());
        QVERIFY(opened.ok);
        opened.type("# mine\n");
        const std::string text = opened.cloud();
        std::filesystem::remove_all(project.path());
        QVERIFY(opened.says(QStringLiteral("orders' is no longer there. Everything shown here is kept")));
        QVERIFY(!opened.window.save());
        QVERIFY(!std::filesystem::exists(project.path()));
        QCOMPARE(opened.cloud(), text);
        QVERIFY(opened.window.strip().take(QStringLiteral("Save there again")));
        QCOMPARE(onDisk(project.path() / "Cloud.toml"), text);
        QVERIFY(!onDisk(project.path() / "main.bal").empty());
        QVERIFY(!opened.session.isModified());
    }

    void aVanishedProjectGoesOnAsACopy() {
        const ProjectOnDisk project;
        Opened opened(project.path());
        QVERIFY(opened.ok);
        opened.type("# mine\n");
        const std::string text = opened.cloud();
        const std::filesystem::path elsewhere = project.path().parent_path() / "elsewhere";
        std::filesystem::remove_all(project.path());
        QVERIFY(opened.window.saveCopyTo(elsewhere));
        QCOMPARE(onDisk(elsewhere / "Cloud.toml"), text);
        QCOMPARE(opened.session.place().folder, elsewhere);
        QVERIFY(!opened.session.isModified());
        QVERIFY(opened.says(QStringLiteral("You work on the copy in")));
    }

    void aReadOnlyFileIsOneSentenceWithAWayOut() {
        const ProjectOnDisk project;
        const OrdinaryUser user(project.path().parent_path());
        Opened opened(project.path());
        QVERIFY(opened.ok);
        opened.type("# mine\n");
        std::filesystem::permissions(project.path() / "Cloud.toml", std::filesystem::perms::owner_read);
        QVERIFY(!opened.window.save());
        QVERIFY(opened.says(QStringLiteral(
            "Cloud.toml' cannot be written: permission denied. Nothing is lost: what you changed "
            "is still here.")));
        QVERIFY(opened.session.isModified());
        std::filesystem::permissions(project.path() / "Cloud.toml", std::filesystem::perms::owner_all);
        QVERIFY(opened.window.strip().take(QStringLiteral("Try again")));
        QVERIFY(!opened.session.isModified());
        QVERIFY(opened.isSilent());
    }

private:
    QTemporaryDir m_settings;
};

ARABESQUE_TEST(ChangesOnDiskTest)
#include "changes_on_disk_test.moc"
