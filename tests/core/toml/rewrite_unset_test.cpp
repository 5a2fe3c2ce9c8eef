#include "tests/core/toml/edited.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

class RewriteUnsetTest : public QObject {
    Q_OBJECT

private slots:
    void theLineGoes() {
        QCOMPARE(afterUnset("a = 1\nb = 2\nc = 3\n", "b"), "a = 1\nc = 3\n");
        QCOMPARE(afterUnset("[t]\n  a = 1 # why\n  b = 2\n", "t.a"), "[t]\n  b = 2\n");
        QCOMPARE(afterUnset("a = 1\r\nb = 2\r\n", "a"), "b = 2\r\n");
        QCOMPARE(afterUnset("a = 1", "a"), "");
        QCOMPARE(afterUnset("\xEF\xBB\xBF"
                            "a = 1\nb = 2\n",
                            "a"),
                 "\xEF\xBB\xBF"
                 "b = 2\n");
        QCOMPARE(afterUnset("a = [\n1,\n2\n] # x\nb = 2\n", "a"), "b = 2\n");
        QCOMPARE(afterUnset("a = \"\"\"\none\n\"\"\"\nb = 2\n", "a"), "b = 2\n");
        QCOMPARE(afterUnset("a.b = 1\na.c = 2\n", "a.b"), "a.c = 2\n");
    }
    void commentsOnTheirOwnLinesStay() {
        QCOMPARE(afterUnset("# about a\na = 1\n# about b\nb = 2\n", "a"), "# about a\n# about b\nb = 2\n");
    }
    void whatIsAbsentIsNoChange() {
        QVERIFY(toml::unset("f", toml::Document("a = 1\n"), {std::string("b")})->empty());
        QVERIFY(toml::unset("f", toml::Document("a = [1]\n"), {std::string("a"), std::size_t{1}})->empty());
        QVERIFY(toml::unset("f", toml::Document(""), {std::string("a"), std::string("b")})->empty());
    }

    void aTableLeftEmptyGoes() {
        QCOMPARE(afterUnset("[t]\na = 1\n", "t.a"), "");
        QCOMPARE(afterUnset("[s]\nx = 1\n\n[t]\na = 1\n\n[u]\ny = 2\n", "t.a"), "[s]\nx = 1\n\n[u]\ny = 2\n");
        QCOMPARE(afterUnset("[s]\r\nx = 1\r\n\r\n[t]\r\na = 1\r\n", "t.a"), "[s]\r\nx = 1\r\n");
        QCOMPARE(afterUnset("[t]\nu.a = 1\n", "t.u.a"), "");
    }
    void aTableWithCommentsIsNotEmpty() {
        QCOMPARE(afterUnset("[t] # about t\na = 1\n", "t.a"), "[t] # about t\n");
        QCOMPARE(afterUnset("[s]\nx = 1\n\n# about t\n[t]\na = 1\n", "t.a"), "[s]\nx = 1\n\n# about t\n");
    }
    void aTableThatOthersNeedStays() {
        QCOMPARE(afterUnset("[t]\na = 1\n[t.u]\nb = 2\n", "t.a"), "[t]\n[t.u]\nb = 2\n");
        QCOMPARE(afterUnset("[[t]]\na = 1\n[[t]]\nb = 2\n", "t[0].a"), "[[t]]\n[[t]]\nb = 2\n");
    }
    void aWholeTableGoes() {
        QCOMPARE(afterUnset("[s]\nx = 1\n\n[t]\na = 1\nb = 2\n\n[t.u]\nc = 3\n\n[v]\ny = 4\n", "t"),
                 "[s]\nx = 1\n\n[v]\ny = 4\n");
        QCOMPARE(afterUnset("[t]\na = 1\n\n# about v\n[v]\ny = 4\n", "t"), "\n# about v\n[v]\ny = 4\n");
        QCOMPARE(afterUnset("[t]\nu.a = 1\nb = 2\nu.c = 3\n", "t.u"), "[t]\nb = 2\n");
        QCOMPARE(afterUnset("[a.b]\nx = 1\n[c]\n[a.d]\ny = 2\n", "a"), "[c]\n");
        QCOMPARE(afterUnset("[fruit]\napple.color = 1\n[fruit.apple.taste]\nsweet = true\n", "fruit.apple"),
                 "[fruit]\n");
    }
    void aRecordGoes() {
        const std::string text = "[[x]]\nn = 1\n\n[[x]]\nn = 2\n[x.sub]\nm = 3\n\n[[x]]\nn = 4\n";
        QCOMPARE(afterUnset(text, "x[0]"), "\n[[x]]\nn = 2\n[x.sub]\nm = 3\n\n[[x]]\nn = 4\n");
        QCOMPARE(afterUnset(text, "x[1]"), "[[x]]\nn = 1\n\n[[x]]\nn = 4\n");
        QCOMPARE(afterUnset(text, "x[2]"), "[[x]]\nn = 1\n\n[[x]]\nn = 2\n[x.sub]\nm = 3\n");
        QCOMPARE(afterUnset(text, "x"), "");
    }

    void inlineTablesKeepTheirCommas() {
        QCOMPARE(afterUnset("a = { b = 1, c = 2, d = 3 }\n", "a.b"), "a = { c = 2, d = 3 }\n");
        QCOMPARE(afterUnset("a = { b = 1, c = 2, d = 3 }\n", "a.c"), "a = { b = 1, d = 3 }\n");
        QCOMPARE(afterUnset("a = { b = 1, c = 2, d = 3 }\n", "a.d"), "a = { b = 1, c = 2 }\n");
        QCOMPARE(afterUnset("a = {b=1,c=2}\n", "a.c"), "a = {b=1}\n");
        QCOMPARE(afterUnset("a = { b.c = 1, b.d = 2, e = 3 }\n", "a.b.c"), "a = { b.d = 2, e = 3 }\n");
    }
    void aTableInsideAnInlineTableGoes() {
        QCOMPARE(afterUnset("a = { b = { c = 1 }, d = 2 }\n", "a.b"), "a = { d = 2 }\n");
        QCOMPARE(afterUnset("a = { b.c = 1, d = 2, b.e = 3 }\n", "a.b"), "a = { d = 2 }\n");
        QCOMPARE(afterUnset("a = { b.c = 1, b.e = 3 }\n", "a.b"), "a = {}\n");
        QCOMPARE(afterUnset("a = { d = 2, b.c = 1, b.e = 3 }\n", "a.b"), "a = { d = 2 }\n");
    }
    void anInlineTableMayEndUpEmpty() { QCOMPARE(afterUnset("a = { b = 1 }\n", "a.b"), "a = {}\n"); }
    void arraysKeepTheirCommas() {
        QCOMPARE(afterUnset("a = [1, 2, 3]\n", "a[0]"), "a = [2, 3]\n");
        QCOMPARE(afterUnset("a = [1, 2, 3]\n", "a[1]"), "a = [1, 3]\n");
        QCOMPARE(afterUnset("a = [1, 2, 3]\n", "a[2]"), "a = [1, 2]\n");
        QCOMPARE(afterUnset("a = [1, 2, 3,]\n", "a[2]"), "a = [1, 2,]\n");
        QCOMPARE(afterUnset("a = [1]\n", "a[0]"), "a = []\n");
        QCOMPARE(afterUnset("a = [{ b = 1 }, { b = 2 }]\n", "a[0]"), "a = [{ b = 2 }]\n");
    }
    void anArrayOverSeveralLinesLosesALine() {
        QCOMPARE(afterUnset("a = [\n  1,\n  2,\n  3,\n]\n", "a[1]"), "a = [\n  1,\n  3,\n]\n");
        QCOMPARE(afterUnset("a = [\n  1,\n  2,\n  3\n]\n", "a[2]"), "a = [\n  1,\n  2\n]\n");
        QCOMPARE(afterUnset("a = [\n  1, # one\n  2, # two\n]\n", "a[0]"), "a = [\n  2, # two\n]\n");
    }
    void aCommaInACommentIsNone() {
        const std::string after = afterUnset("a = [1, # x,\n2]\n", "a[1]");
        QVERIFY2(toml::Document(after).valid(), after.c_str());
        QCOMPARE(afterUnset("a = [1, # x,\n2]\n", "a[0]"), "a = [# x,\n2]\n");
    }

    void brokenTextElsewhereDoesNotPreventIt() {
        QCOMPARE(afterUnset("oops\n[t]\na = 1\nb = 2\n", "t.a"), "oops\n[t]\nb = 2\n");
        QCOMPARE(afterUnset("[t]\na =\nb = 2\n", "t.a"), "[t]\nb = 2\n");
        QCOMPARE(afterUnset("[t]\na\nb = 2\n", "t.a"), "[t]\nb = 2\n");
    }
};

ARABESQUE_TEST(RewriteUnsetTest)
#include "rewrite_unset_test.moc"
