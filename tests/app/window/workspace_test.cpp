#include "app/window/commands.h"
#include "app/window/main_window.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSettings>

#include <algorithm>

using namespace arabesque;

namespace {

/// Of two packages; one is named as shells complete names of folders.
std::vector<NewFile> workspaceFiles() {
    const std::string package = "[package]\norg = \"acme\"\nversion = \"1.0.0\"\nname = ";
    return {{"Ballerina.toml", "[workspace]\npackages = [\"orders\", \"teams/billing/\"]\n"},
            {"orders/Ballerina.toml", package + "\"orders\"\n"},
            {"teams/billing/Ballerina.toml", package + "\"billing\"\n"}};
}

/// A window that is shown.
struct Shown {
    Shown() : window(session) { window.show(); }

    Session session;
    MainWindow window;

    /// The list that asks for a package of the workspace at a path.
    [[nodiscard]] QDialog* listOf(const std::filesystem::path& path) {
        return window.open(path) ? nullptr : list();
    }
    /// The list that asks for a package, once it is shown.
    [[nodiscard]] QDialog* list() const {
        QDialog* found = nullptr;
        (void)QTest::qWaitFor([&] {
            found = window.findChild<QDialog*>(QStringLiteral("quickOpen"));
            return found && found->isVisible();
        });
        return found;
    }
};

QStringList namesIn(const QDialog& list) {
    const auto* names = list.findChild<QListWidget*>();
    QStringList all;
    for (int i = 0; i < names->count(); ++i) all << names->item(i)->text().trimmed();
    return all;
}

const Command& openPackageCommand() {
    return *std::ranges::find(allCommands(), std::string_view("open-package"),
                              [](const Command& each) { return std::string_view(each.id); });
}

}

/// A workspace is opened package by package.
class WorkspaceTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }

    void aPackageIsChosenByTyping() {
        const FilesOnDisk workspace(workspaceFiles());
        Shown shown;
        auto& [session, window] = shown;
        QDialog* list = shown.listOf(workspace.path());
        QVERIFY(list);
        QCOMPARE(namesIn(*list), QStringList({"orders", "teams/billing"}));
        QTest::keyClicks(list->findChild<QLineEdit*>(), QStringLiteral("bill"));
        QTest::keyClick(list->findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(settle(session));
        QCOMPARE(session.snapshot()->name, std::string("billing"));
        QVERIFY(window.strip().isHidden());
    }

    void anotherPackageIsOneCommandAway() {
        const FilesOnDisk workspace(workspaceFiles());
        Shown shown;
        auto& [session, window] = shown;
        QVERIFY(!openPackageCommand().obstacle(window).isEmpty());
        QVERIFY(window.open(workspace.path() / "orders") && settle(session));
        QCOMPARE(openPackageCommand().obstacle(window), QString());
        openPackageCommand().run(window);
        QDialog* list = shown.list();
        QVERIFY(list);
        QCOMPARE(namesIn(*list), QStringList({"orders   open now", "teams/billing"}));
        QTest::keyClick(list->findChild<QLineEdit*>(), Qt::Key_Down);
        QTest::keyClick(list->findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(settle(session));
        QCOMPARE(session.snapshot()->name, std::string("billing"));
    }

    void whoClosesTheListFindsItAgain() {
        const FilesOnDisk workspace(workspaceFiles());
        Shown shown;
        auto& [session, window] = shown;
        QDialog* list = shown.listOf(workspace.path());
        QVERIFY(list);
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!session.isOpen());
        QVERIFY2(window.strip().text().contains(QStringLiteral("is a workspace of 2 package")),
                 qPrintable(window.strip().text()));
        QVERIFY(QTest::qWaitFor([&] { return !window.findChild<QDialog*>(QStringLiteral("quickOpen")); }));
        QVERIFY(window.strip().take(QStringLiteral("Choose a package")));
        QVERIFY(shown.list());
    }

    void itsBallerinaTomlStandsForTheFolder() {
        const FilesOnDisk workspace(workspaceFiles());
        Shown shown;
        QVERIFY(shown.listOf(workspace.path() / "Ballerina.toml"));
    }

    void aPackageOfNoWorkspaceIsAlone() {
        const ProjectOnDisk project;
        Shown shown;
        auto& [session, window] = shown;
        QVERIFY(window.open(project.path()) && settle(session));
        QVERIFY(!window.workspace());
    }

private:
    QTemporaryDir m_settings;
};

ARABESQUE_TEST(WorkspaceTest)
#include "workspace_test.moc"
