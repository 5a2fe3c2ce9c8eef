#include "app/forms/finding_list.h"

#include "app/views/wrapped_text.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>

using namespace arabesque;

namespace {

Diagnostic finding(const std::string& words, const std::string& inserted) {
    return {.rule = "r",
            .place = {"Cloud.toml", {0, 1}},
            .message = {MESSAGE("test", "Text of %1"), words},
            .fixes = {{{MESSAGE("test", "Insert %1"), inserted}, {{{"Cloud.toml", {0, 0}, inserted}}}}}};
}

WrappedText* textOf(const FindingList& list) {
    return list.findChild<WrappedText*>();
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
        const WrappedText* text = textOf(list);
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
    void findingsThatStayKeepTheirPieces() {
        Session session;
        FindingList list(session, nullptr);
        list.show({finding("1", "# one\n")});
        const WrappedText* text = textOf(list);
        list.show({finding("1", "# one\n"), finding("2", "# two\n")});
        QCOMPARE(list.findChildren<WrappedText*>().size(), 2);
        QCOMPARE(textOf(list), text);
        list.show({finding("1", "# one\n")});
        QCOMPARE(list.findChildren<WrappedText*>().size(), 1);
        QCOMPARE(textOf(list), text);
    }
    void itsWordsCanBeCopied() {
        Session session;
        FindingList list(session, nullptr);
        list.show({finding("1", "# one\n")});
        QCOMPARE(list.actions().size(), 1);
        list.actions().front()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Text of 1"));
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
