#include "app/views/fix_menu.h"

#include "app/views/accept_dialog.h"
#include "app/views/fix_preview.h"
#include "app/views/rule_page.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace arabesque;

namespace {

const std::vector<NewFile> twoMisspelt{
    {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n"
                       "[build-options]\ncloud = \"k8s\"\n"},
    {"Cloud.toml", "[cloud.deployment]\nmin_memry = \"100Mi\"\nmax_memry = \"512Mi\"\n"}};

/// A window over a project, and the menu of its first unknown key.
struct Menu {
    explicit Menu(const std::vector<NewFile>& files = twoMisspelt) : disk(files) {
        if (!session.open(disk.path()) || !settle(session)) qFatal("the project does not open");
        window.show();
    }

    QMenu* open() {
        for (const Diagnostic& each : session.analysis()->diagnostics)
            if (each.rule == "unknown-key") {
                openFixMenu(session, {each}, &window, {0, 0});
                return window.findChild<QMenu*>();
            }
        return nullptr;
    }
    static QAction* action(const QMenu* menu, const QString& begin) {
        for (QAction* each : menu->actions())
            if (each->text().startsWith(begin)) return each;
        return nullptr;
    }

    FilesOnDisk disk;
    Session session;
    QWidget window;
};

}

/// The one menu of cures: in the list, the text and the forms.
class FixMenuTest : public QObject {
    Q_OBJECT

private slots:
    void allOfAKindAreShownAndFixedInOneStep() {
        Menu menu;
        QAction* all = Menu::action(menu.open(), QStringLiteral("Fix all 2 of this kind"));
        QVERIFY(all != nullptr);
        all->trigger();
        auto* preview = menu.window.findChild<FixPreview*>();
        QVERIFY(preview != nullptr);
        preview->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel);
        for (QPushButton* button : preview->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Apply")) button->click();
        QCOMPARE(std::string(menu.session.snapshot()->text("Cloud.toml")),
                 "[cloud.deployment]\nmin_memory = \"100Mi\"\nmax_memory = \"512Mi\"\n");
        menu.session.history().undo();
        QVERIFY(menu.session.snapshot()->text("Cloud.toml").contains("min_memry"));
    }
    void aFindingIsAcceptedWithAReason() {
        Menu menu;
        Menu::action(menu.open(), QStringLiteral("Accept it"))->trigger();
        auto* dialog = menu.window.findChild<AcceptDialog*>();
        QVERIFY(dialog != nullptr);
        QPushButton* accept = nullptr;
        for (QPushButton* button : dialog->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Accept")) accept = button;
        QVERIFY(accept != nullptr && !accept->isEnabled());
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("The next release knows it."));
        QVERIFY(accept->isEnabled());
        accept->click();
        QVERIFY(settle(menu.session));
        QCOMPARE(menu.session.analysis()->accepted.size(), 1u);
        QVERIFY(menu.session.snapshot()
                    ->text("Deployment.toml")
                    .contains("subject = \"Cloud.toml:cloud.deployment.max_memry\"\nreason = \"The next "
                              "release knows it.\"") ||
                menu.session.snapshot()
                    ->text("Deployment.toml")
                    .contains("subject = \"Cloud.toml:cloud.deployment.min_memry\"\nreason = \"The next "
                              "release knows it.\""));
        openAcceptedMenu(menu.session, menu.session.analysis()->accepted.front(), &menu.window, {0, 0});
        QAction* again = nullptr;
        for (const QMenu* open : menu.window.findChildren<QMenu*>())
            if (QAction* found = Menu::action(open, QStringLiteral("List it again"))) again = found;
        QVERIFY(again != nullptr);
        again->trigger();
        QVERIFY(settle(menu.session));
        QVERIFY(menu.session.analysis()->accepted.empty());
    }
    void theRuleHasAPage() {
        Menu menu;
        Menu::action(menu.open(), QStringLiteral("About the rule unknown-key"))->trigger();
        const auto* page = menu.window.findChild<RulePage*>();
        QVERIFY(page != nullptr);
        QCOMPARE(page->windowTitle(), QStringLiteral("A key no tool knows"));
    }
    void anUnknownRuleHasNone() {
        QWidget window;
        openRulePage("no-such-rule", &window);
        QVERIFY(window.findChild<RulePage*>() == nullptr);
    }
};

ARABESQUE_TEST(FixMenuTest)
#include "fix_menu_test.moc"
