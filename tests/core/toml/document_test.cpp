#include "core/toml/document.h"

#include "tests/core/toml/toml_corpus.h"
#include "tests/core/toml/toml_values.h"
#include "tests/support/marked_text.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;
using arabesque::toml::Document;
using arabesque::toml::Node;

namespace {

void addAll(const std::vector<std::string>& texts) {
    QTest::addColumn<QByteArray>("text");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto text = QByteArray::fromStdString(texts[i]);
        QTest::addRow("%zu: %s", i, QByteArray(text.left(60)).replace('\n', "\\n").constData()) << text;
    }
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
    void validTextHasTheValuesTomlPlusPlusReads_data() { addAll(validToml()); }
    void validTextHasTheValuesTomlPlusPlusReads() {
        QFETCH(QByteArray, text);
        const auto expected = valuesByTomlPlusPlus(text.toStdString());
        QVERIFY(expected.has_value());
        const Document document(text.toStdString());
        QVERIFY(document.valid());
        QCOMPARE(valuesOf(document), *expected);
    }
    void theTreeOfValidTextHasNoErrors_data() { addAll(validToml()); }
    void theTreeOfValidTextHasNoErrors() {
        QFETCH(QByteArray, text);
        const toml::SyntaxTree tree = toml::parse(text.toStdString());
        std::string errors;
        for (const toml::SyntaxError& error : tree.errors) errors += error.message.english() + '\n';
        QCOMPARE(errors, "");
    }
    void theCorpusCoversTheLanguage() {
        QVERIFY(validToml().size() >= 300);
        QVERIFY(invalidToml().size() >= 200);
    }
    void invalidTextHasErrorsInsideIt_data() { addAll(invalidToml()); }
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

    void aBrokenHeaderMakesNoConflictsOfTheLinesBelow() {
        const Document document("[[a]]\nname = 1\n[[a\nname = 2\n[b]\nname = 3\n[b\nname = 4\n");
        for (const toml::SyntaxError& error : document.errors())
            QVERIFY(error.message.english().contains("not closed"));
        QCOMPARE(document.errors().size(), 2u);
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
