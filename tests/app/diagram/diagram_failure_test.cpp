#include "app/diagram/diagram_view.h"
#include "app/diagram/topology_page.h"
#include "app/session/what_if.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace arabesque;

namespace {

const std::vector<NewFile> program{
    {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
    {"main.bal", "import ballerina/http;\nservice /orders on new http:Listener(9090) {}\n"},
    {"Deployment.toml",
     "pattern = \"active-passive\"\n\n[[region]]\nname = \"eu\"\nzones = [\"a\", \"b\"]\n\n"
     "[[node]]\nname = \"lb\"\nrole = \"load-balancer\"\nzone = \"b\"\n\n"
     "[[node]]\nname = \"one\"\nrole = \"service\"\nzone = \"a\"\n\n"
     "[[node]]\nname = \"two\"\nrole = \"service\"\nzone = \"b\"\nstate = \"standby\"\n"}};

struct Page {
    Page() : disk(program) {
        if (!session.open(disk.path()) || !settle(session)) qFatal("the project does not open");
        page = std::make_unique<TopologyPage>(session);
        page->resize(900, 600);
        page->show();
    }
    void press(const char* id, Qt::Key key) const {
        page->diagramView().goTo(id);
        QTest::keyClick(&page->diagramView(), key);
    }
    [[nodiscard]] QString said(const char* id) const { return page->diagramScene().describe(id); }
    [[nodiscard]] QString verdict() const {
        for (const QLabel* label : page->findChildren<QLabel*>())
            if (label->isVisibleTo(page.get()) && label->text().startsWith(QLatin1String("Tried")))
                return label->text();
        return {};
    }

    FilesOnDisk disk;
    Session session;
    std::unique_ptr<TopologyPage> page;
};

}

/// Failures that are tried on the diagram itself.
class DiagramFailureTest : public QObject {
    Q_OBJECT

private slots:
    void aNodeIsLostAndBroughtBackByKey() {
        const Page page;
        page.press("node:one", Qt::Key_X);
        QVERIFY2(page.said("node:one").contains(QLatin1String("lost")), qPrintable(page.said("node:one")));
        QVERIFY2(page.said("node:two").contains(QLatin1String("takes over")),
                 qPrintable(page.said("node:two")));
        QVERIFY(!page.said("node:lb").contains(QLatin1String("lost")));
        QVERIFY2(page.verdict().startsWith(QLatin1String("Tried: the loss of node:one. Clients are served")),
                 qPrintable(page.verdict()));
        page.press("node:one", Qt::Key_X);
        QVERIFY(!page.said("node:one").contains(QLatin1String("lost")));
        QCOMPARE(page.verdict(), QString());
    }

    void aZoneTakesAllThatStandsThere() {
        const Page page;
        page.press("zone:eu/b", Qt::Key_X);
        QVERIFY(page.said("node:lb").contains(QLatin1String("lost")));
        QVERIFY(page.said("node:two").contains(QLatin1String("lost")));
        QVERIFY2(page.verdict().endsWith(QLatin1String("Clients are not served.")),
                 qPrintable(page.verdict()));
    }

    void theTextStaysAsItIs() {
        Page page;
        page.press("node:one", Qt::Key_X);
        QCOMPARE(page.session.history().count(), 0);
        QVERIFY(!page.session.isModified());
    }

    void allIsBroughtBackAtOnce() {
        const Page page;
        page.press("node:one", Qt::Key_X);
        page.press("node:lb", Qt::Key_X);
        for (QPushButton* button : page.page->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Bring all back")) button->click();
        QCOMPARE(page.verdict(), QString());
        QVERIFY(!page.said("node:lb").contains(QLatin1String("lost")));
    }
};

ARABESQUE_TEST(DiagramFailureTest)

#include "diagram_failure_test.moc"
