#include "tests/core/toml/edited.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

class PlacementTest : public QObject {
    Q_OBJECT

private slots:
    void aKeyLandsBehindTheLastOfItsTable() {
        QCOMPARE(afterSet("[t]\na = 1\n\n[u]\nb = 2\n", "t.c", "3"), "[t]\na = 1\nc = 3\n\n[u]\nb = 2\n");
        QCOMPARE(afterSet("[t]\na = 1 # one\n# about u\n[u]\n", "t.c", "3"),
                 "[t]\na = 1 # one\nc = 3\n# about u\n[u]\n");
        QCOMPARE(afterSet("[t]\n[u]\n", "t.c", "3"), "[t]\nc = 3\n[u]\n");
        QCOMPARE(afterSet("a = 1\n[t]\n", "b", "2"), "a = 1\nb = 2\n[t]\n");
        QCOMPARE(afterSet("a = [\n1,\n]\n", "b", "2"), "a = [\n1,\n]\nb = 2\n");
    }
    void aKeyLooksLikeItsNeighbour() {
        QCOMPARE(afterSet("[t]\n    a=1\n", "t.b", "2"), "[t]\n    a=1\n    b=2\n");
        QCOMPARE(afterSet("[t]\n\ta = 1\n", "t.b", "2"), "[t]\n\ta = 1\n\tb = 2\n");
        QCOMPARE(afterSet("[t]\nname      = 1\n", "t.b", "2"), "[t]\nname      = 1\nb = 2\n");
        QCOMPARE(afterSet("[t]\na =\n", "t.b", "2"), "[t]\na =\nb = 2\n");
    }
    void aKeyTakesItsPlaceAmongItsSiblings() {
        const std::vector<std::string> order{"a", "b", "c", "d"};
        const auto after = [&](std::string_view text, const char* key) {
            const toml::Document document{std::string(text)};
            return textAfter(text, toml::set("Cloud.toml", document, *toml::readPath(key), "7", order));
        };
        QCOMPARE(after("[t]\na = 1\nc = 3\n", "t.b"), "[t]\na = 1\nb = 7\nc = 3\n");
        QCOMPARE(after("[t]\nb = 2\nc = 3\n", "t.a"), "[t]\na = 7\nb = 2\nc = 3\n");
        QCOMPARE(after("[t]\na = 1 # one\n# about d\nd = 4\n", "t.c"),
                 "[t]\na = 1 # one\nc = 7\n# about d\nd = 4\n");
        QCOMPARE(after("[t]\n# about b or all of t\nb = 2\n", "t.a"),
                 "[t]\n# about b or all of t\nb = 2\na = 7\n");
        QCOMPARE(after("[t]\nd = 4\na = 1\n", "t.b"), "[t]\nd = 4\na = 1\nb = 7\n");
        QCOMPARE(after("[t]\na = 1\nd = 4\n", "t.other"), "[t]\na = 1\nd = 4\nother = 7\n");
        QCOMPARE(after("c.x = 1\nd = 4\n", "b"), "c.x = 1\nd = 4\nb = 7\n");
    }
    void aListOfTablesTakesNoKey() {
        const char* refused = "('a' is a list of tables; name one of them, like a[0])";
        QCOMPARE(afterSet("[[a]]\nb = 1\n", "a.c", "1"), refused);
        QCOMPARE(afterSet("[[a]]\nb = 1\n", "a.c.d", "1"), refused);
    }
    void anInlineTableThatOutgrowsItsLineBecomesATable() {
        const std::string place = '"' + std::string(120, 'x') + '"';
        QCOMPARE(afterSet("[t]\nu = { a = 1, b.c = '2' } # about u\nv = 3\n[w]\n", "t.u.place", place),
                 "[t]\nv = 3\n\n[t.u] # about u\na = 1\nb.c = '2'\nplace = " + place + "\n[w]\n");
        QCOMPARE(afterSet("u = {}\n", "u.a", "\"\"\"\none\ntwo\"\"\""),
                 "\n[u]\na = \"\"\"\none\ntwo\"\"\"\n");
        QCOMPARE(afterSet("[[t]]\nu = { a = 1 }\n[[t]]\n", "t[0].u.b", "[\n1\n]"),
                 "[[t]]\n\n[t.u]\na = 1\nb = [\n1\n]\n[[t]]\n");
    }
    void lineEndsAreTheFilesOwn() {
        QCOMPARE(afterSet("[t]\r\na = 1\r\n", "t.b", "2"), "[t]\r\na = 1\r\nb = 2\r\n");
        QCOMPARE(afterSet("[t]\r\na = 1\r\n", "u.b", "2"), "[t]\r\na = 1\r\n\r\n[u]\r\nb = 2\r\n");
    }
    void aLastLineWithoutEndGetsOne() {
        QCOMPARE(afterSet("a = 1", "b", "2"), "a = 1\nb = 2\n");
        QCOMPARE(afterSet("[t]", "t.b", "2"), "[t]\nb = 2\n");
        QCOMPARE(afterSet("[t]\r\na = 1", "t.b", "2"), "[t]\r\na = 1\r\nb = 2\r\n");
        QCOMPARE(afterSet("# note", "t.b", "2"), "# note\n\n[t]\nb = 2\n");
    }
    void anEmptyTextTakesTheFirstKey() {
        QCOMPARE(afterSet("", "a", "1"), "a = 1\n");
        QCOMPARE(afterSet("", "t.a", "1"), "[t]\na = 1\n");
        QCOMPARE(afterSet("", "t.u.a", "1"), "[t.u]\na = 1\n");
        QCOMPARE(afterSet("\xEF\xBB\xBF", "a", "1"), "\xEF\xBB\xBF"
                                                     "a = 1\n");
        QCOMPARE(afterSet("\xEF\xBB\xBF", "t.a", "1"), "\xEF\xBB\xBF[t]\na = 1\n");
        QCOMPARE(afterSet("\n", "t.a", "1"), "\n[t]\na = 1\n");
    }
    void aTopKeyStaysInFrontOfAllTables() {
        QCOMPARE(afterSet("[t]\na = 1\n", "b", "2"), "b = 2\n\n[t]\na = 1\n");
        QCOMPARE(afterSet("\xEF\xBB\xBF[t]\n", "b", "2"), "\xEF\xBB\xBF"
                                                          "b = 2\n\n[t]\n");
    }
    void namesAreQuotedWhereTheyMust() {
        QCOMPARE(afterSet("[t]\n", "t.\"a b\"", "1"), "[t]\n\"a b\" = 1\n");
        QCOMPARE(afterSet("", "\"a.b\".c", "1"), "[\"a.b\"]\nc = 1\n");
    }

    void dottedKeysStayDotted() {
        QCOMPARE(afterSet("[t]\nu.a = 1\nv = 2\n", "t.u.b", "3"), "[t]\nu.a = 1\nu.b = 3\nv = 2\n");
        QCOMPARE(afterSet("u.v.a = 1\n", "u.v.b", "2"), "u.v.a = 1\nu.v.b = 2\n");
        QCOMPARE(afterSet("u.v.a = 1\n", "u.b", "2"), "u.v.a = 1\nu.b = 2\n");
        QCOMPARE(afterSet("[t]\n  u.a=1\n", "t.u.b", "2"), "[t]\n  u.a=1\n  u.b=2\n");
        QCOMPARE(afterSet("[t]\nu.a = 1\n", "t.u.w.b", "2"), "[t]\nu.a = 1\n\n[t.u.w]\nb = 2\n");
    }
    void inlineTablesGrowInPlace() {
        QCOMPARE(afterSet("a = { b = 1 } # x\n", "a.c", "2"), "a = { b = 1, c = 2 } # x\n");
        QCOMPARE(afterSet("a = {b=1}\n", "a.c", "2"), "a = {b=1, c = 2}\n");
        QCOMPARE(afterSet("a = {}\n", "a.c", "2"), "a = { c = 2 }\n");
        QCOMPARE(afterSet("a = { b = 1 }\n", "a.c.d", "2"), "a = { b = 1, c.d = 2 }\n");
        QCOMPARE(afterSet("a = { b = { c = 1 } }\n", "a.b.d", "2"), "a = { b = { c = 1, d = 2 } }\n");
        QCOMPARE(afterSet("a = { b.c = 1 }\n", "a.b.d", "2"), "a = { b.c = 1, b.d = 2 }\n");
    }
    void arraysGrowAtTheirEnd() {
        QCOMPARE(afterSet("a = []\n", "a[0]", "1"), "a = [1]\n");
        QCOMPARE(afterSet("a = [1]\n", "a[1]", "2"), "a = [1, 2]\n");
        QCOMPARE(afterSet("a = [1,]\n", "a[1]", "2"), "a = [1, 2,]\n");
        QCOMPARE(afterSet("a = [ { b = 1 } ]\n", "a[1].b", "2"), "a = [ { b = 1 }, { b = 2 } ]\n");
        QCOMPARE(afterSet("a = [ # none yet\n]\n", "a[0]", "1"), "a = [ # none yet\n1]\n");
        QCOMPARE(afterSet("a = []\n", "a[0].b.c", "2"), "a = [{ b.c = 2 }]\n");
    }
    void anArrayOverSeveralLinesGrowsByALine() {
        QCOMPARE(afterSet("a = [\n  1,\n  2,\n]\n", "a[2]", "3"), "a = [\n  1,\n  2,\n  3,\n]\n");
        QCOMPARE(afterSet("a = [\n  1, # one\n  2 # two\n]\n", "a[2]", "3"),
                 "a = [\n  1, # one\n  2, # two\n  3\n]\n");
        QCOMPARE(afterSet("a = [\r\n\t1,\r\n]\r\n", "a[1]", "2"), "a = [\r\n\t1,\r\n\t2,\r\n]\r\n");
    }

    void aNewTableStandsBehindItsRelatives() {
        QCOMPARE(afterSet("[cloud.deployment]\na = 1\n\n[settings]\nb = 2\n",
                          "cloud.deployment.probes.liveness.port", "9090"),
                 "[cloud.deployment]\na = 1\n\n[cloud.deployment.probes.liveness]\nport = "
                 "9090\n\n[settings]\nb = 2\n");
        QCOMPARE(afterSet("[a]\nx = 1\n[b]\ny = 2\n", "c.z", "3"), "[a]\nx = 1\n[b]\ny = 2\n\n[c]\nz = 3\n");
        QCOMPARE(afterSet("[a.b]\n[a.c]\n[d]\n", "a.e.x", "1"), "[a.b]\n[a.c]\n\n[a.e]\nx = 1\n[d]\n");
        QCOMPARE(afterSet("a = 1\n", "t.b", "2"), "a = 1\n\n[t]\nb = 2\n");
        QCOMPARE(afterSet("[a.b.c]\nx = 1\n", "a.y", "2"), "[a.b.c]\nx = 1\n\n[a]\ny = 2\n");
    }
    void aNewRecordStandsBehindTheLast() {
        QCOMPARE(afterSet("[[x]]\nn = 1\n\n[y]\n", "x[1].n", "2"), "[[x]]\nn = 1\n\n[[x]]\nn = 2\n\n[y]\n");
        QCOMPARE(afterSet("[[x]]\nn = 1\n[x.sub]\nm = 2\n[y]\n", "x[1].n", "2"),
                 "[[x]]\nn = 1\n[x.sub]\nm = 2\n\n[[x]]\nn = 2\n[y]\n");
        QCOMPARE(afterSet("", "cloud.config.files[0].file", "\"Config.toml\""),
                 "[[cloud.config.files]]\nfile = \"Config.toml\"\n");
        QCOMPARE(afterSet("[cloud.deployment]\na = 1\n", "cloud.config.files[0].file", "\"c\""),
                 "[cloud.deployment]\na = 1\n\n[[cloud.config.files]]\nfile = \"c\"\n");
    }
    void aTableOfARecordStandsInside() {
        QCOMPARE(afterSet("[[x]]\nn = 1\n[[x]]\nn = 2\n", "x[0].sub.m", "3"),
                 "[[x]]\nn = 1\n\n[x.sub]\nm = 3\n[[x]]\nn = 2\n");
        QCOMPARE(afterSet("[[x]]\nn = 1\n[[x]]\nn = 2\n", "x[1].sub.m", "3"),
                 "[[x]]\nn = 1\n[[x]]\nn = 2\n\n[x.sub]\nm = 3\n");
        QCOMPARE(afterSet("[[x]]\nn = 1\n", "x[0].m", "2"), "[[x]]\nn = 1\nm = 2\n");
    }
    void recordsInsideRecords() {
        QCOMPARE(afterSet("[[x]]\n[[x.y]]\nn = 1\n[[x]]\nm = 2\n", "x[0].y[1].n", "3"),
                 "[[x]]\n[[x.y]]\nn = 1\n\n[[x.y]]\nn = 3\n[[x]]\nm = 2\n");
        QCOMPARE(afterSet("[[x]]\nm = 2\n", "x[0].y[0].n", "3"), "[[x]]\nm = 2\n\n[[x.y]]\nn = 3\n");
    }
};

ARABESQUE_TEST(PlacementTest)
#include "placement_test.moc"
