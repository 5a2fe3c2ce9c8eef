#include "app/configuration/compare_environments.h"

#include "app/views/difference_view.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QListWidget>
#include <QPointer>
#include <QTest>

using namespace arabesque;

namespace {

const std::vector<NewFile> program{
    {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"
                       "[build-options]\ncloud = \"k8s\"\n"},
    {"main.bal", "import ballerina/http;\nservice /orders on new http:Listener(9090) {}\n"},
    {"Deployment.toml", "[[environment]]\nname = \"test\"\n\n[[environment]]\nname = \"live\"\n"
                        "set = { \"cloud.deployment.max_memory\" = \"900Mi\" }\n"}};

}

class CompareEnvironmentsTest : public QObject {
    Q_OBJECT

private slots:
    void filesThatDifferAreShownWithTheirLines() {
        const FilesOnDisk disk(program);
        Session session;
        QVERIFY(session.open(disk.path()) && settle(session));
        const QPointer<CompareEnvironments> dialog(new CompareEnvironments(session, nullptr));
        QCOMPARE(dialog->files().count(), 1);
        QCOMPARE(dialog->files().item(0)->text(), QStringLiteral("kubernetes/orders/orders.yaml"));
        QVERIFY(dialog->text().toPlainText().contains(QLatin1String("900Mi")));
        QCOMPARE(dialog->text().count(), 2);
        dialog->compare("test", "");
        QCOMPARE(dialog->files().count(), 0);
        QCOMPARE(dialog->text().count(), 0);
        delete dialog;
    }
};

ARABESQUE_TEST(CompareEnvironmentsTest)

#include "compare_environments_test.moc"
