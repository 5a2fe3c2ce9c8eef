#include "app/preview/artifacts_page.h"

#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QCheckBox>
#include <QTest>
#include <QTreeWidget>

using namespace arabesque;

namespace {

const std::vector<NewFile> program{
    {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
    {"main.bal", "import ballerina/http;\nservice /orders on new http:Listener(9090) {}\n"},
    {"Deployment.toml",
     "targets = [\"vm\"]\n\n[load_balancer]\nslow_start = \"5s\"\n\n[[node]]\nname = \"lb\"\n"
     "role = \"load-balancer\"\n\n[[node]]\nname = \"app\"\nrole = \"service\"\n"}};

struct Page {
    Page() : disk(program) {
        if (!session.open(disk.path()) || !settle(session)) qFatal("the project does not open");
        page = std::make_unique<ArtifactsPage>(session);
        page->show();
    }
    [[nodiscard]] QTreeWidget& list(const char* name) const {
        for (QTreeWidget* each : page->findChildren<QTreeWidget*>())
            if (each->accessibleName() == QLatin1String(name)) return *each;
        qFatal("no such list");
    }
    [[nodiscard]] QTreeWidgetItem* family(const char* label) const {
        const auto found = list("Generated files").findItems(QLatin1String(label), Qt::MatchExactly);
        return found.isEmpty() ? nullptr : found.front();
    }
    [[nodiscard]] QCheckBox* target(const char* label) const {
        for (QCheckBox* each : page->findChildren<QCheckBox*>())
            if (each->text() == QLatin1String(label)) return each;
        return nullptr;
    }
    [[nodiscard]] std::string text() const {
        return std::string(session.snapshot()->text("Deployment.toml"));
    }

    FilesOnDisk disk;
    Session session;
    std::unique_ptr<ArtifactsPage> page;
};

}

class ArtifactsPageTest : public QObject {
    Q_OBJECT

private slots:
    void thePageLeavesRoomForOthers() {
        constexpr int widest = 760;   // of a window of 1280, beside the project and the preview
        const int width = Page().page->minimumSizeHint().width();
        QVERIFY2(width <= widest, QByteArray::number(width));
    }

    void filesStandBelowTheirFamily() {
        const Page page;
        const QTreeWidgetItem* nginx = page.family("NGINX");
        QVERIFY(nginx);
        QCOMPARE(nginx->checkState(0), Qt::Checked);
        QCOMPARE(nginx->childCount(), 2);
        QCOMPARE(nginx->child(0)->text(0), QStringLiteral("conf.d/orders.conf"));
    }

    void untickingAFamilyIsOneStepThatIsUndone() {
        Page page;
        const std::string before = page.text();
        page.family("NGINX")->setCheckState(0, Qt::Unchecked);
        QVERIFY(settle(page.session));
        QVERIFY(page.text().contains("leave_out = [\"nginx\"]"));
        QCOMPARE(page.family("NGINX")->childCount(), 0);
        QCOMPARE(page.session.history().count(), 1);
        page.session.history().undo();
        QCOMPARE(page.text(), before);
    }

    void aTargetIsTicked() {
        Page page;
        QVERIFY(page.target("Machines")->isChecked());
        QVERIFY(!page.target("Kubernetes")->isChecked());
        page.target("Kubernetes")->click();
        QVERIFY(settle(page.session));
        QVERIFY(page.text().contains("targets = [\"vm\", \"k8s\"]"));
        QVERIFY(page.target("Kubernetes")->isChecked());
    }

    void whatIsNotCarriedOverIsNamedAndOpens() {
        Page page;
        QTreeWidget& lost = page.list("Settings that no file carries");
        QCOMPARE(lost.topLevelItemCount(), 1);
        QCOMPARE(lost.topLevelItem(0)->text(0), QStringLiteral("load_balancer.slow_start"));
        emit lost.itemActivated(lost.topLevelItem(0), 0);
        const toml::Path path{"load_balancer", "slow_start"};
        QVERIFY(page.session.navigation().selection().path == path);
    }

    void choosingAFileSelectsIt() {
        Page page;
        QTreeWidget& list = page.list("Generated files");
        list.setCurrentItem(page.family("NGINX")->child(1));
        QCOMPARE(page.session.navigation().artifact(), std::string("vm/nginx/lb/nginx.conf"));
    }
};

ARABESQUE_TEST(ArtifactsPageTest)

#include "artifacts_page_test.moc"
