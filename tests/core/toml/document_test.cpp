#include "core/toml/document.h"

#include "tests/core/toml/toml_values.h"
#include "tests/support/marked_text.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <span>

using namespace arabesque;
using namespace arabesque::tests;
using arabesque::toml::Document;
using arabesque::toml::Node;

namespace {

constexpr const char* valid[] = {
    // nothing, comments, blanks
    "",
    "\n",
    "\r\n",
    "# only a comment",
    "# tab\there and é€😀\n",
    "\t  \n   # indented\n",
    "\xEF\xBB\xBF"
    "a = 1\n",
    "\xEF\xBB\xBF",
    "a = 1 # behind\r\nb = 2\r\n",
    "a = 1",
    "a=1\n\n\n",
    "   a   =   1   \n",
    // keys
    "bare_key = 1\nbare-key = 2\n1234 = 3\nA-z_9 = 4\n",
    "\"quoted key\" = 1\n'lit eral' = 2\n\"\" = 3\n",
    "'' = 1\n",
    "\"\\u00e9 \\\"x\\\"\" = 1\n",
    "a.b.c = 1\na.b.d = 2\na.e = 3\n",
    "a . b . c = 1\n",
    "\"a.b\".c = 1\na.'b.c' = 2\n",
    "3.14159 = \"pi\"\n",
    "fruit.apple.smooth = true\nfruit.orange = 2\n",
    "site.\"google.com\" = true\n",
    "true = 1\n-1 = 2\ninf = 3\n",
    "1979-05-27 = 1\n",
    "a.b = 1\na.\"c\" = 2\na.'d' = 3\n",
    // basic strings
    R"(a = "plain")",
    R"(a = "")",
    R"(a = "\b\t\n\f\r\"\\")",
    R"(a = "\u00E9\u20AC\U0001F600")",
    "a = \"tab\there\"\n",
    R"(a = "# no comment")",
    R"(a = "[not] = a 'table'")",
    R"(a = "C:\\temp\\new")",
    // literal strings
    R"(a = '')",
    R"(a = 'C:\temp\new')",
    R"(a = 'say "hi"')",
    R"(a = '<\i\c*\s*>')",
    "a = 'tab\there'\n",
    // multi-line strings
    "a = \"\"\"\"\"\"\n",
    "a = \"\"\"\none\ntwo\"\"\"\n",
    "a = \"\"\"one\ntwo\n\"\"\"\nb = 1\n",
    "a = \"\"\"\n\nblank first\"\"\"\n",
    "a = \"\"\"The quick \\\n   brown \\\n\n\n  fox\"\"\"\n",
    "a = \"\"\"\\\n  x\\\n  \"\"\"\n",
    "a = \"\"\"two \"\" quotes\"\"\"\n",
    "a = \"\"\"ends in one\"\"\"\"\n",
    "a = \"\"\"ends in two\"\"\"\"\"\n",
    "a = \"\"\"escaped \\\"\"\" three\"\"\"\n",
    "a = \"\"\"\\\\\"\"\"\n",
    "a = \"\"\"trailing \\   \n  blanks\"\"\"\n",
    "a = ''''''\n",
    "a = '''\none \\ two\n# three\n'''\n",
    "a = '''it's'''\n",
    "a = ''''one'''''\n",
    "a = '''two'' '''\n",
    "a = [\"\"\"\nx\n\"\"\", '''y''']\n",
    "a = \"\"\"\r\none\r\n\"\"\"\r\nb = 1\r\n",
    "a = '''\r\none\r\ntwo'''\r\n",
    "a = \"\"\"\none = 1\n[two]\n\"\"\"\nb = 2\n",
    // integers
    "a = 0\nb = +0\nc = -0\nd = +99\ne = -17\n",
    "a = 1_000\nb = 5_349_221\nc = 1_2_3\n",
    "a = 9223372036854775807\nb = -9223372036854775808\n",
    "a = 0xDEADBEEF\nb = 0xdead_beef\nc = 0o755\nd = 0b1101_0110\n",
    "a = 0x0\nb = 0o0\nc = 0b0\nd = 0x00ff\n",
    // floats
    "a = 1.0\nb = 3.1415\nc = -0.01\nd = +1.0\n",
    "a = 5e+22\nb = 1e06\nc = -2E-2\nd = 6.626e-34\ne = 1e1_0\n",
    "a = 224_617.445_991_228\n",
    "a = inf\nb = +inf\nc = -inf\nd = nan\ne = +nan\nf = -nan\n",
    "a = 0.0\nb = -0.0\nc = 0e0\n",
    "a = 1e-400\n",
    // booleans
    "a = true\nb = false\n",
    // dates and times
    "a = 1979-05-27T07:32:00Z\nb = 1979-05-27T00:32:00-07:00\nc = 1979-05-27T00:32:00.999999-07:00\n",
    "a = 1979-05-27 07:32:00Z\n",
    "a = 1979-05-27t07:32:00z\n",
    "a = 1979-05-27T07:32:00\nb = 1979-05-27T00:32:00.5\n",
    "a = 1979-05-27\nb = 07:32:00\nc = 00:32:00.999\n",
    "a = 1979-05-27 # a date\n",
    "a = [1979-05-27, 07:32:00]\n",
    "a = 1979-05-27 00:00:00.100+05:30\n",
    "a = 2000-02-29\n",
    // arrays
    "a = []\n",
    "a = [1, 2, 3]\n",
    "a = [1, 2, 3,]\n",
    "a = [ [1, 2], [\"a\", 'b'] ]\n",
    "a = [1, \"two\", 3.0, {four = 4}, [5]]\n",
    "a = [\n  1, # one\n  # between\n  2\n  ,\n  3, # three\n]\n",
    "a = [\n\n]\n",
    "a = [\r\n1,\r\n2\r\n]\r\n",
    "a = [[[]], [[1]]]\n",
    "a = [ # first\n]\n",
    "a = [\"]\", '#', \",\"]\n",
    "a = [true,false]\n",
    "a = [ { b = 1 }, { b = 2, c = [3] } ]\n",
    "a = [\n[1],\n[2]\n]\n",
    "a = [\n\"b\",\n'c'\n]\nd = 1\n",
    // inline tables
    "a = {}\n",
    "a = { }\n",
    "a = { b = 1 }\n",
    "a = {b=1,c=\"two\"}\n",
    "a = { b.c = 1, b.d = 2, \"e f\" = 3 }\n",
    "a = { b = { c = { d = 1 } } }\n",
    "a = { b = [1, 2,\n 3] }\n",
    "a = { x = \"}\" , y = '{' }\n",
    "a = { b = \"\"\"\nx\"\"\" }\n",
    // tables
    "[a]\n",
    "[a]\nb = 1\n[c]\nd = 2\n",
    "[a.b.c]\nd = 1\n",
    "[ a . b ]\nc = 1\n",
    "[a.\"b.c\".'d']\ne = 1\n",
    "[\"\"]\na = 1\n",
    "[a.b]\nc = 1\n[a]\nd = 2\n",
    "[x.y.z.w]\n[x]\n",
    "[fruit]\napple.color = \"red\"\n[fruit.apple.taste]\nsweet = true\n",
    "[a] # comment\nb = 1 # more\n",
    "  [a]\n    b = 1\n",
    "[a]\n[a.b]\n[a.c]\n[d]\n[a.e]\n",
    "[1]\n2 = 3\n[true]\nx = 1\n",
    "a = 1\n[b]\nc = 2\n",
    "[a]\r\nb = 1\r\n[c]\r\n",
    "[a]\nb.c = 1\n[a.d]\ne = 1\n",
    // arrays of tables
    "[[a]]\n",
    "[[a]]\nb = 1\n[[a]]\nb = 2\n[[a]]\n",
    "[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\n[a.c]\nd = 3\n",
    "[[fruits]]\nname = \"apple\"\n[[fruits.varieties]]\nname = \"red\"\n[[fruits.varieties]]\nname = "
    "\"green\"\n[[fruits]]\nname = \"banana\"\n"
    "[[fruits.varieties]]\nname = \"plantain\"\n",
    "[[ a . b ]]\nc = 1\n",
    "[a]\nx = 1\n[[a.b]]\ny = 2\n[a.c]\nz = 3\n",
    "[[a]]\nb.c = 1\n[[a]]\nb.c = 2\n",
};

constexpr const char* invalid[] = {
    // keys
    "= 1\n",
    "a\n",
    "a =\n",
    "a = \nb = 1\n",
    "a b = 1\n",
    "a. = 1\n",
    ".a = 1\n",
    "a..b = 1\n",
    "a = 1 b = 2\n",
    "é = 1\n",
    "\"a = 1\n",
    "'a' 'b' = 1\n",
    "a = 1\na = 2\n",
    "a = 1\n\"a\" = 2\n",
    "a.b = 1\na = 2\n",
    "a = 1\na.b = 2\n",
    "\"\"\"a\"\"\" = 1\n",
    "a!b = 1\n",
    "a = = 1\n",
    "a == 1\n",
    // strings
    "a = \"open\n",
    "a = 'open\n",
    "a = \"\"\"open\n",
    "a = '''open\n",
    "a = \"two\nlines\"\n",
    R"(a = "\x")",
    R"(a = "\u12")",
    R"(a = "\uD800")",
    R"(a = "\U00110000")",
    "a = \"bell\a\"\n",
    "a = 'bell\a'\n",
    "a = \"\x7F\"\n",
    "a = text\n",
    "a = \"one\" \"two\"\n",
    "a = \"\"\"\"\"\"\"\"\"\n",
    R"(a = "\ ")",
    "a = \"x\"y\n",
    "a = '''x''''''\n",
    "a = \"\xFF\"\n",
    "a = \"\"\"\\q\"\"\"\n",
    // numbers
    "a = 01\n",
    "a = -01\n",
    "a = 1__0\n",
    "a = _1\n",
    "a = 1_\n",
    "a = 0x\n",
    "a = 0xG\n",
    "a = +0x1\n",
    "a = 0b2\n",
    "a = 0o8\n",
    "a = 0X1\n",
    "a = 9223372036854775808\n",
    "a = 1.\n",
    "a = .5\n",
    "a = 1.e5\n",
    "a = 1e\n",
    "a = 1_.0\n",
    "a = 1._0\n",
    "a = 1e_5\n",
    "a = 1_e5\n",
    "a = --1\n",
    "a = Inf\n",
    "a = NaN\n",
    "a = 00.5\n",
    "a = 1.2.3\n",
    "a = 0x_1\n",
    "a = 1,000\n",
    "a = 1 000\n",
    // booleans
    "a = True\n",
    "a = yes\n",
    "a = truefalse\n",
    "a = true false\n",
    // dates and times
    "a = 1979-13-01\n",
    "a = 1979-02-30\n",
    "a = 25:00:00\n",
    "a = 07:60:00\n",
    "a = 1979-5-27\n",
    "a = 07:32\n",
    "a = 1979-05-27T\n",
    "a = 07:32:00.\n",
    "a = 1979-05-27T07:32:00+25:00\n",
    "a = 07:32:00Z\n",
    "a = 2001-02-29\n",
    "a = 1979-05-27  07:32:00\n",
    // arrays
    "a = [1, 2\n",
    "a = [1 2]\n",
    "a = [,]\n",
    "a = [1,,2]\n",
    "a = ]\n",
    "a = [1]]\n",
    "a = [\n1\n2\n]\n",
    "a = [1, x]\n",
    "a = [b = 1]\n",
    "a = [\"x]\n",
    // inline tables
    "a = {\n",
    "a = { b = 1\n",
    "a = { b = 1, }\n",
    "a = { b = 1\n}\n",
    "a = { b }\n",
    "a = { b = }\n",
    "a = { b = 1 c = 2 }\n",
    "a = { , }\n",
    "a = { b = 1, b = 2 }\n",
    "a = { b = 1 }\na.c = 2\n",
    "a = { b = 1 }\n[a.c]\n",
    "a = {}}\n",
    "a = { b = 1 } x\n",
    "a = { b.c = 1, b = 2 }\n",
    // tables
    "[]\n",
    "[a\n",
    "[a]]\n",
    "[[a]\n",
    "[[]]\n",
    "[a]\n[a]\n",
    "[a.]\n",
    "[.a]\n",
    "[a..b]\n",
    "[a] b = 1\n",
    "[a b]\n",
    "[a]\nb = 1\n[a.b]\n",
    "[a]\n[[a]]\n",
    "[[a]]\n[a]\n",
    "a = []\n[[a]]\n",
    "a = 1\n[a]\n",
    "a = 1\n[[a]]\n",
    "[ [a]]\n",
    "[[a] ]\n",
    "[\"a]\n",
    "[a.b]\nc = 1\n[a]\nb.d = 2\n",
    "[a]\nb.c = 1\n[a.b]\n",
    "a.b = 1\n[a]\n",
    "[[a]]\n[[a.b]]\n[a.b]\n",
    "[é]\n",
    "[a#b]\n",
    "[\na]\n",
    // whole lines
    "garbage\n",
    "a = 1\n???\nb = 2\n",
    "a = 1\rb = 2\n",
    "# bell \a\n",
    "a = 1 \x01\n",
    "<xml/>\n",
    "{\"json\": 1}\n",
    "a: 1\n",
    "; ini\n",
};

void addAll(std::span<const char* const> texts) {
    QTest::addColumn<QByteArray>("text");
    for (std::size_t i = 0; i < texts.size(); ++i)
        QTest::addRow("%zu: %s", i, QByteArray(texts[i]).left(60).replace('\n', "\\n").constData())
            << QByteArray(texts[i]);
}

/// What the node at `path` has as its key and, behind '|', as its range.
std::string rangesAt(const Document& document, std::string_view path) {
    const Node* node = document.find(*toml::readPath(path));
    if (node == nullptr) return "(absent)";
    const auto part = [&](ByteRange range) {
        return std::string(document.text().substr(range.begin, range.size()));
    };
    return part(node->keyRange) + " | " + part(node->range);
}

std::string pathAtMark(std::string_view withMark) {
    const MarkedText text = marked(withMark);
    return toml::toText(Document(text.text).pathAt(text.offset()));
}

}

class DocumentTest : public QObject {
    Q_OBJECT

private slots:
    void validTextHasTheValuesTomlPlusPlusReads_data() { addAll(valid); }
    void validTextHasTheValuesTomlPlusPlusReads() {
        QFETCH(QByteArray, text);
        const auto expected = valuesByTomlPlusPlus(text.toStdString());
        QVERIFY(expected.has_value());
        const Document document(text.toStdString());
        QVERIFY(document.valid());
        QCOMPARE(valuesOf(document), *expected);
    }
    void theTreeOfValidTextHasNoErrors_data() { addAll(valid); }
    void theTreeOfValidTextHasNoErrors() {
        QFETCH(QByteArray, text);
        const toml::SyntaxTree tree = toml::parse(text.toStdString());
        std::string errors;
        for (const toml::SyntaxError& error : tree.errors) errors += error.message.english() + '\n';
        QCOMPARE(errors, "");
    }
    void invalidTextHasErrorsInsideIt_data() { addAll(invalid); }
    void invalidTextHasErrorsInsideIt() {
        QFETCH(QByteArray, text);
        const Document document(text.toStdString());
        QVERIFY(!document.valid());
        QVERIFY(!document.errors().empty());
        std::size_t last = 0;
        for (const toml::SyntaxError& error : document.errors()) {
            QVERIFY(error.range.begin <= error.range.end);
            QVERIFY(error.range.end <= document.text().size());
            QVERIFY(last <= error.range.begin);
            QVERIFY(!error.message.english().empty());
            last = error.range.begin;
        }
    }

    void errorsStandWhereTheMistakeIs_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"a = «text»\n", "a = 1\n«[b»\nc = 1\n", "a = «\"open»\nb = 1\n",
                                 "[a]\n[«a»]\n", "b = 1\n«b» = 2\n", "«a» b = 1\n", "a = 1 «b = 2»\n",
                                 "x = 1\na = «[»1,\nb = 2\n", "a = «{ b = 1»\n", "a = «»\n", "«a» \n"})
            QTest::newRow(QByteArray(text).replace('\n', "\\n").constData()) << QString(text);
    }
    void errorsStandWhereTheMistakeIs() {
        QFETCH(QString, text);
        const MarkedText expected = marked(text.toStdString());
        const Document document(expected.text);
        std::vector<ByteRange> ranges;
        for (const toml::SyntaxError& error : document.errors()) ranges.push_back(error.range);
        QVERIFY(!ranges.empty());
        QCOMPARE(withMarks(expected.text, {ranges[0]}), text.toStdString());
    }

    void nodesKnowTheirKeyAndValue() {
        const Document document(
            "top = 1\n[a.b]\nc = \"x\" # note\nd.e = [1, {f = 2}]\n[[g]]\nh = 1\n[[g]]\nh = 2\n");
        QCOMPARE(rangesAt(document, "top"), "top | 1");
        QCOMPARE(rangesAt(document, "a.b"), "b | [a.b]");
        QCOMPARE(rangesAt(document, "a"), "a | a");
        QCOMPARE(rangesAt(document, "a.b.c"), "c | \"x\"");
        QCOMPARE(rangesAt(document, "a.b.d.e"), "e | [1, {f = 2}]");
        QCOMPARE(rangesAt(document, "a.b.d.e[0]"), "1 | 1");
        QCOMPARE(rangesAt(document, "a.b.d.e[1].f"), "f | 2");
        QCOMPARE(rangesAt(document, "g[1]"), "g | [[g]]");
        QCOMPARE(rangesAt(document, "g[1].h"), "h | 2");
    }
    void whatIsNotThereIsNotFound() {
        const Document document("a = [1]\n[b]\n");
        for (const char* path : {"c", "a[1]", "a.b", "b.c", "b[0]", "a[0].x"})
            QCOMPARE(valueAt(document, path), "(absent)");
        QCOMPARE(document.find({}), &document.root());
    }
    void aCopyOutlivesItsOriginal() {
        auto original = std::make_unique<Document>("a = { b = \"text\" }\n");
        const Document copy = *original;
        original.reset();
        QCOMPARE(valueAt(copy, "a.b"), "\"text\"");
        QCOMPARE(copy.text(), "a = { b = \"text\" }\n");
    }

    void anOffsetLeadsToTheInnermostKey() {
        QCOMPARE(pathAtMark("a = «»1\n"), "a");
        QCOMPARE(pathAtMark("«»a = 1\n"), "a");
        QCOMPARE(pathAtMark("[t]\na = 1«» # x\n"), "t.a");
        QCOMPARE(pathAtMark("[t]\n«»\na = 1\n"), "t");
        QCOMPARE(pathAtMark("[[t]]\n[[t]]\na.b = «»1\n"), "t[1].a.b");
        QCOMPARE(pathAtMark("a = [1, «»2]\n"), "a[1]");
        QCOMPARE(pathAtMark("a = { b = [ { c = «»1 } ] }\n"), "a.b[0].c");
        QCOMPARE(pathAtMark("«»\n[t]\n"), "");
        QCOMPARE(pathAtMark("[t]\na = «»\n"), "t.a");
        QCOMPARE(pathAtMark("«»"), "");
    }
};

ARABESQUE_TEST(DocumentTest)
#include "document_test.moc"
