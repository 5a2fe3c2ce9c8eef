#include "tests/core/toml/edited.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

class RewriteSetTest : public QObject {
    Q_OBJECT

private slots:
    void onlyTheValueChanges() {
        QCOMPARE(afterSet("a = 1\nb = 2\n", "a", "10"), "a = 10\nb = 2\n");
        QCOMPARE(afterSet("[t]\n\tkey\t=\t1\t# why\n", "t.key", "2"), "[t]\n\tkey\t=\t2\t# why\n");
        QCOMPARE(afterSet("a=1#x", "a", "2"), "a=2#x");
        QCOMPARE(afterSet("\xEF\xBB\xBF"
                          "a = 1\r\nb = 2\r\n",
                          "b", "3"),
                 "\xEF\xBB\xBF"
                 "a = 1\r\nb = 3\r\n");
    }
    void aKindMayChange() {
        QCOMPARE(afterSet("a = \"512\"\n", "a", "512"), "a = 512\n");
        QCOMPARE(afterSet("a = 1\n", "a", "[1, 2]"), "a = [1, 2]\n");
        QCOMPARE(afterSet("a = [\n1,\n2\n] # list\n", "a", "true"), "a = true # list\n");
        QCOMPARE(afterSet("a = 1\n", "a", "{ b = 1 }"), "a = { b = 1 }\n");
        QCOMPARE(afterSet("a = 1\n", "a", "1979-05-27T07:32:00Z"), "a = 1979-05-27T07:32:00Z\n");
    }
    void theSameValueIsNoChange() {
        const toml::Document document("a = 'x'\nb = 0x10\nc = \"\"\"\nx\"\"\"\n");
        QVERIFY(toml::set("f", document, {std::string("a")}, "\"x\"")->empty());
        QVERIFY(toml::set("f", document, {std::string("b")}, "0x10")->empty());
        QVERIFY(toml::set("f", document, {std::string("c")}, "'x'")->empty());
    }
    void theEditNamesItsFileAndRange() {
        const auto edit = toml::set("Config.toml", toml::Document("a = 1\n"), {std::string("a")}, "2");
        QCOMPARE(edit->changes, (std::vector<Change>{{"Config.toml", {4, 5}, "2"}}));
    }

    void aStringKeepsItsQuotes() {
        QCOMPARE(afterSet("a = 'old'\n", "a", "\"new\""), "a = 'new'\n");
        QCOMPARE(afterSet("a = \"old\"\n", "a", "'new'"), "a = \"new\"\n");
        QCOMPARE(afterSet("a = 'C:\\old'\n", "a", "\"C:\\\\new\""), "a = 'C:\\new'\n");
        QCOMPARE(afterSet("a = '''\nold'''\n", "a", "\"new\\nlines\""), "a = '''\nnew\nlines'''\n");
        QCOMPARE(afterSet("a = \"\"\"\nold\n\"\"\"\n", "a", "\"new\\n\""), "a = \"\"\"\nnew\n\"\"\"\n");
    }
    void aStringOverSeveralLinesKeepsTheLineEnds() {
        QCOMPARE(afterSet("a = '''\r\nold\r\n'''\r\n", "a", "\"one\\ntwo\\n\""),
                 "a = '''\r\none\r\ntwo\r\n'''\r\n");
    }
    void aStringChangesItsQuotesWhereItMust() {
        QCOMPARE(afterSet("a = 'old'\n", "a", "\"it's\""), "a = \"it's\"\n");
        QCOMPARE(afterSet("a = 'old'\n", "a", "\"tab\\u0001\""), "a = \"tab\\u0001\"\n");
        QCOMPARE(afterSet("a = '''old'''\n", "a", "\"three '''\""), "a = \"\"\"\nthree '''\"\"\"\n");
        QCOMPARE(afterSet("a = 'old'\n", "a", "\"\"\"\ntwo\nlines\"\"\""), "a = \"\"\"\ntwo\nlines\"\"\"\n");
        QCOMPARE(afterSet("a = \"old\"\n", "a", "\"two\\nlines\""), "a = \"two\\nlines\"\n");
    }
    void aStringIsQuotedSoThatItReadsBack_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"",           "plain",         "it's",          "say \"hi\"", "back\\slash", "tab\t",
              "line\nline", "cr\r",          "crlf\r\n",      "\x01\x7F",   "é€😀",        "'''",
              "\"\"\"",     "ends in \"",    "ends in '",     "\n",         "ends in \\",  "\"\"\"\"\"",
              "# [x]",      "both ' and \"", "''' and \"\"\""})
            QTest::newRow(text) << QByteArray(text);
    }
    void aStringIsQuotedSoThatItReadsBack() {
        QFETCH(QByteArray, text);
        using enum toml::Style;
        for (const toml::Style style : {Plain, Basic, Literal, MultiLineBasic, MultiLineLiteral}) {
            const std::string quoted = toml::quoted(text.toStdString(), style);
            QVERIFY2(toml::isValue(quoted), quoted.c_str());
            const toml::Document document("a = " + quoted + "\n");
            QCOMPARE(document.find({std::string("a")})->value->text, text.toStdString());
        }
    }

    void valuesInsideValuesChangeInPlace() {
        QCOMPARE(afterSet("a = [ 1, 2 ,3 ] # x\n", "a[1]", "20"), "a = [ 1, 20 ,3 ] # x\n");
        QCOMPARE(afterSet("a = [\n  'x', # one\n  'y',\n]\n", "a[0]", "\"z\""),
                 "a = [\n  'z', # one\n  'y',\n]\n");
        QCOMPARE(afterSet("a = {b=1,c={d=2}}\n", "a.c.d", "3"), "a = {b=1,c={d=3}}\n");
        QCOMPARE(afterSet("a = [ { b = 1 }, { b = 2 } ]\n", "a[1].b", "3"), "a = [ { b = 1 }, { b = 3 } ]\n");
        QCOMPARE(afterSet("a = { b.c = 1 }\n", "a.b.c", "2"), "a = { b.c = 2 }\n");
    }
    void theRightRecordChanges() {
        const std::string text = "[[x]]\nn = 1\n[[x]]\nn = 1\n[x.sub]\nn = 1\n";
        QCOMPARE(afterSet(text, "x[0].n", "2"), "[[x]]\nn = 2\n[[x]]\nn = 1\n[x.sub]\nn = 1\n");
        QCOMPARE(afterSet(text, "x[1].n", "2"), "[[x]]\nn = 1\n[[x]]\nn = 2\n[x.sub]\nn = 1\n");
        QCOMPARE(afterSet(text, "x[1].sub.n", "2"), "[[x]]\nn = 1\n[[x]]\nn = 1\n[x.sub]\nn = 2\n");
    }

    void aMissingValueIsFilledIn() {
        QCOMPARE(afterSet("a = \nb = 1\n", "a", "2"), "a = 2\nb = 1\n");
        QCOMPARE(afterSet("a =\nb = 1\n", "a", "2"), "a = 2\nb = 1\n");
        QCOMPARE(afterSet("a = 512Mi # x\n", "a", "\"512Mi\""), "a = \"512Mi\" # x\n");
        QCOMPARE(afterSet("a = \"open\nb = 1\n", "a", "\"closed\""), "a = \"closed\"\nb = 1\n");
    }
    void anotherMistakeElsewhereDoesNotPreventAnEdit() {
        QCOMPARE(afterSet("oops\n[t]\na = 1\n", "t.a", "2"), "oops\n[t]\na = 2\n");
        QCOMPARE(afterSet("[t]\na = 1\n[u\n", "t.a", "2"), "[t]\na = 2\n[u\n");
    }

    void aTableTakesNoValue() {
        const std::string refused = "('t' is a table; set the keys inside it)";
        QCOMPARE(afterSet("[t]\na = 1\n", "t", "1"), refused);
        QCOMPARE(afterSet("[[t]]\na = 1\n", "t", "1"), refused);
        QCOMPARE(afterSet("t.a = 1\n", "t", "1"), refused);
        QCOMPARE(afterSet("[[t]]\na = 1\n", "t[0]", "1"), "('t[0]' is a table; set the keys inside it)");
    }
    void aScalarHasNoKeys() {
        QCOMPARE(afterSet("a = 1\n", "a.b", "1"), "('a' is a value, so nothing can be set inside it)");
        QCOMPARE(afterSet("[t]\na = \"x\"\n", "t.a.b.c", "1"),
                 "('t.a' is a value, so nothing can be set inside it)");
        QCOMPARE(afterSet("a = 1\n", "a[0]", "1"), "('a' is a value, so nothing can be set inside it)");
    }
    void elementsComeOneBehindTheOther() {
        const std::string why = "has no such element; elements are added one behind the other)";
        QCOMPARE(afterSet("a = [1]\n", "a[2]", "1"), "('a[2]' " + why);
        QCOMPARE(afterSet("a = [1]\n", "a.b", "1"), "('a.b' " + why);
        QCOMPARE(afterSet("[[a]]\n", "a[2].b", "1"), "('a[2].b' " + why);
        QCOMPARE(afterSet("", "a[1].b", "1"), "('a[1].b' " + why);
        QCOMPARE(afterSet("", "a[0]", "1"), "('a[0]' " + why);
        QCOMPARE(afterSet("[t]\n", "t[0].b", "1"), "('t[0].b' " + why);
        QCOMPARE(afterSet("a = {}\n", "a.b[0]", "1"), "('a.b[0]' " + why);
    }
    void whatIsNoValueIsRefused_data() {
        QTest::addColumn<QByteArray>("value");
        for (const char* value : {"",           "text",
                                  "512Mi",      "1 2",
                                  "1 # x",      "1\n",
                                  "1\nb = 2",   "\"open",
                                  "[1",         "{ a = 1",
                                  "01",         "True",
                                  " 1",         "=1",
                                  "]",          "1, 2",
                                  "\"a\"\n[x]", "1979-13-01",
                                  "\"\\q\"",    "{ a = 1, a = 2 }",
                                  "\"\xFF\"",   "\"\"\"",
                                  "\"",         "\"\x7F\"",
                                  "00",         "9223372036854775808"})
            QTest::newRow(QByteArray(value).replace('\n', "\\n").constData()) << QByteArray(value);
    }
    void whatIsNoValueIsRefused() {
        QFETCH(QByteArray, value);
        QVERIFY(!toml::isValue(value.toStdString()));
        const std::string refused = "('" + value.toStdString() + "' is no TOML value; text needs quotes)";
        QCOMPARE(afterSet("a = 1\n", "a", value.toStdString()), refused);
        QCOMPARE(afterSet("a = 1\n", "b", value.toStdString()), refused);
    }
    void whatIsAValueIsTaken_data() {
        QTest::addColumn<QByteArray>("value");
        for (const char* value :
             {"0", "7", "-7", "9223372036854775807", "999999999999999999", "1.5", "true", "false", "[]",
              "[1]", "\"\"", "\"a b~\"", "\"\\u00e4\"", "\"ä\"", "''", "{}", "1979-05-27"})
            QTest::newRow(value) << QByteArray(value);
    }
    void whatIsAValueIsTaken() {
        QFETCH(QByteArray, value);
        QVERIFY(toml::isValue(value.toStdString()));
        QCOMPARE(afterSet("", "a", value.toStdString()), "a = " + value.toStdString() + '\n');
    }
    void whereTheTextAroundIsBrokenNothingIsWritten() {
        const std::string why =
            "cannot be written here: the text around it is not complete; mend that first)";
        QCOMPARE(afterSet("a\n", "a", "1"), "('a' " + why);
        QCOMPARE(afterSet("a = [1, 2\n", "a[2]", "3"), "a = [1, 2, 3\n");
        QCOMPARE(afterSet("[]\nb = 1\n", "b", "2"), "b = 2\n\n[]\nb = 1\n");
    }
};

ARABESQUE_TEST(RewriteSetTest)
#include "rewrite_set_test.moc"
