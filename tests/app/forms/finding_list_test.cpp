#include "app/forms/finding_list.h"

#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QLabel>
#include <QToolButton>

using namespace arabesque;

namespace {

Diagnostic finding(const std::string& words, const std::string& inserted) {
    return {.rule = "r",
            .place = {"Cloud.toml", {0, 1}},
            .message = {MESSAGE("test", "Text of %1"), words},
            .fixes = {{{MESSAGE("test", "Insert %1"), inserted}, {{{"Cloud.toml", {0, 0}, inserted}}}}}};
}

QLabel* textOf(const FindingList& list) {
    return list.findChild<QLabel*>(QStringLiteral("warningText"));
}

QToolButton* fixOf(const FindingList& list) {
    return list.findChild<QToolButton*>(QStringLiteral("fixButton"));
}

}

class FindingListTest final : public QObject {
    Q_OBJECT

private slots:
    void otherWordsTakeTheSamePieces() {
        Session session;
        FindingList list(session, nullptr);
        list.show({finding("1", "# one\n")});
        const QLabel* text = textOf(list);
        const QToolButton* fix = fixOf(list);
        QCOMPARE(text->text(), QStringLiteral("Text of 1"));
        list.show({finding("12", "# twelve\n")});
        QCOMPARE(textOf(list), text);
        QCOMPARE(fixOf(list), fix);
        QCOMPARE(text->text(), QStringLiteral("Text of 12"));
        QCOMPARE(fix->accessibleName(), QStringLiteral("Fix: Insert # twelve\n"));
        QCOMPARE(list.spoken(), QStringLiteral("Text of 12 "));
    }
    void aButtonAppliesTheCureItNames() {
        const ProjectOnDisk project;
        Session session;
        QVERIFY(session.open(project.path()));
        FindingList list(session, nullptr);
        list.show({finding("1", "# one\n")});
        list.show({finding("12", "# twelve\n")});
        fixOf(list)->click();
        QVERIFY(session.snapshot()->text("Cloud.toml").starts_with("# twelve\n"));
    }
    void withoutFindingsNothingIsShown() {
        Session session;
        QWidget page;
        FindingList list(session, &page);
        list.show({finding("1", "# one\n")});
        QVERIFY(!list.isHidden());
        list.show({});
        QVERIFY(list.isHidden());
        QCOMPARE(textOf(list), nullptr);
    }
};

ARABESQUE_TEST(FindingListTest)
#include "finding_list_test.moc"
