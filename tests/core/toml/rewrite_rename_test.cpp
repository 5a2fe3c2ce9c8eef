#include "tests/core/toml/edited.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

class RewriteRenameTest : public QObject {
    Q_OBJECT

private slots:
    void onlyTheNameChanges() {
        QCOMPARE(afterRename("[t]\n  old = 1 # old\n", "t.old", "new"), "[t]\n  new = 1 # old\n");
        QCOMPARE(afterRename("'old' = 1\n", "old", "new"), "new = 1\n");
        QCOMPARE(afterRename("old = 1\n", "old", "new name"), "\"new name\" = 1\n");
    }
    void everyHeaderThatNamesItChanges() {
        QCOMPARE(afterRename("[a.old]\nx = 1\n[a.old.b]\ny = 2\n[c]\nold = 3\n", "a.old", "new"),
                 "[a.new]\nx = 1\n[a.new.b]\ny = 2\n[c]\nold = 3\n");
        QCOMPARE(afterRename("[[a.old]]\nx = 1\n[[a.old]]\ny = 2\n[a.old.b]\n", "a.old", "new"),
                 "[[a.new]]\nx = 1\n[[a.new]]\ny = 2\n[a.new.b]\n");
        QCOMPARE(afterRename("[old]\n[old.old]\n", "old", "new"), "[new]\n[new.old]\n");
        QCOMPARE(afterRename("[old]\n[old.old]\n", "old.old", "new"), "[old]\n[old.new]\n");
    }
    void dottedKeysChangeToo() {
        QCOMPARE(afterRename("a.old.b = 1\na.old.c = 2\na.d = 3\n", "a.old", "new"),
                 "a.new.b = 1\na.new.c = 2\na.d = 3\n");
        QCOMPARE(afterRename("[a]\nold.b = 1\n", "a.old.b", "new"), "[a]\nold.new = 1\n");
    }
    void oneRecordsKeyChanges() {
        const std::string text = "[[m]]\nmount_path = \"/a\"\n[[m]]\nmount_path = \"/b\"\n";
        QCOMPARE(afterRename(text, "m[1].mount_path", "mount_dir"),
                 "[[m]]\nmount_path = \"/a\"\n[[m]]\nmount_dir = \"/b\"\n");
    }
    void keysInsideValuesChange() {
        QCOMPARE(afterRename("a = { old = 1, b = { old = 2 } }\n", "a.b.old", "new"),
                 "a = { old = 1, b = { new = 2 } }\n");
        QCOMPARE(afterRename("a = [ { old = 1 }, { old = 2 } ]\n", "a[0].old", "new"),
                 "a = [ { new = 1 }, { old = 2 } ]\n");
    }
    void aNameThatIsTakenIsRefused() {
        QCOMPARE(afterRename("old = 1\nnew = 2\n", "old", "new"), "('new' is there already)");
        QCOMPARE(afterRename("[t.old]\n[t.new.x]\n", "t.old", "new"), "('t.new' is there already)");
    }
    void whatIsAbsentIsNoChange() { QCOMPARE(afterRename("a = 1\n", "b", "c"), "a = 1\n"); }
    void brokenTextElsewhereDoesNotPreventIt() {
        QCOMPARE(afterRename("oops\nold = 1\n", "old", "new"), "oops\nnew = 1\n");
        QCOMPARE(afterRename("[t]\nold\n", "t.old", "new"), "[t]\nnew\n");
    }
};

ARABESQUE_TEST(RewriteRenameTest)
#include "rewrite_rename_test.moc"
