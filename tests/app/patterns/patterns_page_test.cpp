#include "app/patterns/patterns_page.h"

#include "app/views/difference_view.h"
#include "core/topology/pattern.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace arabesque;

namespace {

const std::vector<NewFile> program{
    {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
    {"main.bal", "import ballerina/http;\nservice /orders on new http:Listener(9090) {}\n"}};

struct Page {
    Page() : disk(program) {
        if (!session.open(disk.path()) || !settle(session)) qFatal("the project does not open");
        page = std::make_unique<PatternsPage>(session);
        page->show();
    }
    [[nodiscard]] QPushButton* button() const {
        for (QPushButton* each : page->findChildren<QPushButton*>())
            if (!each->isFlat()) return each;
        return nullptr;
    }
    [[nodiscard]] QStringList clauses() const {
        QStringList texts;
        for (const QPushButton* each : page->findChildren<QPushButton*>(QStringLiteral("clause")))
            texts << each->text();
        return texts;
    }

    FilesOnDisk disk;
    Session session;
    std::unique_ptr<PatternsPage> page;
};

}

class PatternsPageTest : public QObject {
    Q_OBJECT

private slots:
    void aPatternIsShownBeforeItIsApplied() {
        Page page;
        page.page->choose(active_passive);
        QVERIFY(page.button()->isEnabled());
        QVERIFY(page.page->findChild<DifferenceView*>()->toPlainText().contains(
            QLatin1String("+ pattern = \"active-passive\"")));
        QVERIFY(!page.session.snapshot()->exists("Deployment.toml"));
    }
    void applyingIsOneStepThatIsUndone() {
        Page page;
        page.page->choose(multi_region_active_active);
        QTest::keyClick(page.button(), Qt::Key_Space);
        QVERIFY(settle(page.session));
        QVERIFY(page.session.analysis()->deployment.topology.regions.size() == 2);
        QVERIFY(!page.button()->isEnabled());
        QCOMPARE(page.session.history().count(), 1);
        page.session.history().undo();
        QVERIFY(!page.session.snapshot()->exists("Deployment.toml"));
    }
    void aBrokenPromiseIsNamedAndMended() {
        Page page;
        page.session.submit(difference("Deployment.toml", "", "pattern = \"single-node\"\n"),
                            QStringLiteral("Write"));
        QVERIFY(settle(page.session));
        page.page->choose(single_node);
        QVERIFY(page.clauses().contains(QStringLiteral("A place where nothing serves: it is so")));
        page.button()->click();
        QVERIFY(settle(page.session));
        QVERIFY(page.clauses().contains(QStringLiteral("A place where nothing serves: no")));
        QVERIFY(page.page->findChild<QListWidget*>()->item(0)->text().endsWith(QLatin1String("(declared)")));
    }
};

ARABESQUE_TEST(PatternsPageTest)
#include "patterns_page_test.moc"
