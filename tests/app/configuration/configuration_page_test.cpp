#include "app/configuration/configuration_page.h"

#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>
#include <QTreeWidget>

using namespace arabesque;

namespace {

const std::vector<NewFile> program{
    {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
    {"main.bal", "configurable int port = 9090;\nconfigurable string password = \"\";\n"},
    {"Config.toml", "port = 8080\npassword = \"geheim\"\n"}};

struct Page {
    Page() : disk(program) {
        if (!session.open(disk.path()) || !settle(session)) qFatal("the project does not open");
        page = std::make_unique<ConfigurationPage>(session);
        page->show();
        values = page->findChild<QTreeWidget*>();
    }

    void type(const QString& variables) {
        page->findChild<QPlainTextEdit*>()->setPlainText(variables);
        QTest::qWait(300);
    }
    [[nodiscard]] QString line(int row) const {
        const QTreeWidgetItem* item = values->topLevelItem(row);
        return item->text(0) + " = " + item->text(1) + " from " + item->text(2);
    }

    FilesOnDisk disk;
    Session session;
    std::unique_ptr<ConfigurationPage> page;
    QTreeWidget* values = nullptr;
};

}

class ConfigurationPageTest : public QObject {
    Q_OBJECT

private slots:
    void eachVariableHasItsValueAndWhereFrom() {
        const Page page;
        QCOMPARE(page.line(0), QStringLiteral("acme.orders.port = 8080 from Config.toml (Config.toml:1)"));
        QCOMPARE(page.line(1),
                 QStringLiteral("acme.orders.password = •••••• from Config.toml (Config.toml:2)"));
    }
    void whatLostIsListedBelowWithTheReason() {
        Page page;
        page.type("BAL_CONFIG_VAR_PORT=1");
        QVERIFY(page.line(0).endsWith(QStringLiteral("= 1 from BAL_CONFIG_VAR_PORT")));
        const QTreeWidgetItem* lost = page.values->topLevelItem(0)->child(0);
        QCOMPARE(lost->text(1), QStringLiteral("8080"));
        QCOMPARE(lost->text(2),
                 QStringLiteral("Config.toml (Config.toml:1): BAL_CONFIG_VAR_PORT is preferred"));
    }
    void whatTheRuntimePrintsIsListed() {
        Page page;
        page.type("BAL_CONFIG_VAR_PROT=1");
        const auto* messages = page.page->findChild<QListWidget*>();
        QCOMPARE(messages->count(), 1);
        QVERIFY(messages->item(0)->text().contains(QLatin1String("RUNTIME_0126")));
    }
    void inAContainerNothingIsMounted() {
        Page page;
        page.page->findChild<QComboBox*>()->setCurrentIndex(1);
        QCOMPARE(page.line(0), QStringLiteral("acme.orders.port = 9090 from default (main.bal:1)"));
    }
    void noSecretIsOnThePage() {
        Page page;
        page.type("BAL_CONFIG_VAR_PASSWORD=anders");
        for (QTreeWidgetItemIterator item(page.values); *item != nullptr; ++item)
            for (int column = 0; column < 3; ++column) {
                QVERIFY(!(*item)->text(column).contains(QLatin1String("geheim")));
                QVERIFY(!(*item)->text(column).contains(QLatin1String("anders")));
            }
    }
};

ARABESQUE_TEST(ConfigurationPageTest)
#include "configuration_page_test.moc"
