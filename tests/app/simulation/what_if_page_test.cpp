#include "app/simulation/what_if_page.h"

#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace arabesque;

namespace {

std::vector<NewFile> program(const std::string& deployment) {
    return {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
            {"main.bal", "public function main() {}\n"},
            {"Deployment.toml", deployment}};
}

const std::string pair = "[objectives]\npeak = 100\n[load_balancer]\nzone = \"64k\"\n"
                         "[[node]]\nname = \"lb-1\"\nrole = \"load-balancer\"\n"
                         "[[node]]\nname = \"app-1\"\nrole = \"service\"\ncapacity = 80\n"
                         "[[node]]\nname = \"app-2\"\nrole = \"service\"\ncapacity = 80\n";

struct Page {
    explicit Page(const std::string& deployment) : disk(program(deployment)) {
        if (!session.open(disk.path()) || !settle(session)) qFatal("the project does not open");
        page = std::make_unique<WhatIfPage>(session);
        page->show();
    }

    [[nodiscard]] QTreeWidgetItem* part(const QString& name) const {
        for (QTreeWidget* tree : page->findChildren<QTreeWidget*>())
            for (QTreeWidgetItem* item : tree->findItems(name, Qt::MatchExactly | Qt::MatchRecursive))
                if (item->flags().testFlag(Qt::ItemIsUserCheckable) &&
                    item->data(0, Qt::CheckStateRole).isValid())
                    return item;
        qFatal("there is no such part");
    }
    /// Sentences below a heading of the outcome.
    [[nodiscard]] QString below(const QString& heading) const {
        QStringList lines;
        for (const QTreeWidgetItem* group :
             page->findChild<OutcomeTree*>()->findItems(heading, Qt::MatchExactly))
            for (int i = 0; i < group->childCount(); ++i) lines << group->child(i)->text(0);
        return lines.join(QLatin1Char('\n'));
    }
    [[nodiscard]] bool says(const QString& words) const {
        return std::ranges::any_of(page->findChildren<QLabel*>(), [&](const QLabel* label) {
            return label->isVisibleTo(page.get()) && label->text().contains(words);
        });
    }

    FilesOnDisk disk;
    Session session;
    std::unique_ptr<WhatIfPage> page;
};

}

class WhatIfPageTest : public QObject {
    Q_OBJECT

private slots:
    void tickedPartsFail() {
        const Page page(pair);
        page.part("app-1")->setCheckState(0, Qt::Checked);
        QCOMPARE(page.below("Down"), QStringLiteral("app-1: it failed"));
        QVERIFY(page.says("80 of 160 requests per second are left. 1 of 2 copies serve. That is not enough"));
    }

    void everythingCanBeRestored() {
        const Page page(pair);
        page.part("app-1")->setCheckState(0, Qt::Checked);
        page.part("lb-1")->setCheckState(0, Qt::Checked);
        QVERIFY(page.says("Clients are not served."));
        for (QPushButton* button : page.page->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("&Restore all")) button->click();
        QVERIFY(page.says("Clients are served."));
        QCOMPARE(page.part("app-1")->checkState(0), Qt::Unchecked);
    }

    void failuresAreSharedThroughTheSession() {
        Page page(pair);
        WhatIf::of(page.session).setFailed({Failure::Kind::Node, "app-2"}, true);
        QCOMPARE(page.part("app-2")->checkState(0), Qt::Checked);
        QCOMPARE(&WhatIf::of(page.session), &WhatIf::of(page.session));
    }

    void whatIsNoLongerThereIsForgotten() {
        Page page(pair);
        WhatIf::of(page.session).setFailed({Failure::Kind::Node, "app-2"}, true);
        const std::string before(page.session.snapshot()->text("Deployment.toml"));
        const std::size_t at = before.find("app-2");
        page.session.submit({{{"Deployment.toml", {at, at + 5}, "app-3"}}}, "Rename");
        QVERIFY(settle(page.session));
        QVERIFY(WhatIf::of(page.session).failures().empty());
    }

    void timelineIsSteppedAndPlayed() {
        const Page page(pair);
        page.part("app-1")->setCheckState(0, Qt::Checked);
        auto* timeline = page.page->findChild<TimelineView*>();
        QCOMPARE(timeline->current(), -1);
        timeline->step();
        QCOMPARE(timeline->current(), 0);
        timeline->step();
        timeline->stepBack();
        QCOMPARE(timeline->current(), 0);
        timeline->togglePlaying();
        for (int beat = 0; timeline->isPlaying() && beat < 20; ++beat) timeline->advance();
        QCOMPARE(timeline->isPlaying(), false);
    }

    void aDeploymentWithoutNodesOffersOne() {
        Page page("format = 1\n");
        QVERIFY(page.says("lays out no nodes yet"));
        for (QPushButton* button : page.page->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Lay out a first node")) button->click();
        QVERIFY(settle(page.session));
        QCOMPARE(page.part("app-1")->checkState(0), Qt::Unchecked);
    }
};

ARABESQUE_TEST(WhatIfPageTest)
#include "what_if_page_test.moc"
