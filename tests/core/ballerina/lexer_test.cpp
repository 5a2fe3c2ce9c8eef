#include "core/ballerina/lexer.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque::ballerina;

namespace {

QStringList words(const std::string& text) {
    QStringList found;
    for (const Token& token : tokenize(text)) {
        if (token.kind != TokenKind::End) {
            found += QString::fromStdString(text.substr(token.begin, token.end - token.begin));
        }
    }
    return found;
}

TokenKind kindOf(const std::string& text) {
    return tokenize(text).front().kind;
}

}

class LexerTest : public QObject {
    Q_OBJECT

private slots:
    void commentsAndSpaceAreLeftOut() {
        QCOMPARE(words("int a = 1; // a = 2;\n\tb"), QStringList({"int", "a", "=", "1", ";", "b"}));
        QCOMPARE(words("// only a comment"), QStringList());
    }

    void documentationIsOneTokenALine() {
        QCOMPARE(words("# Says \"why\r\n# and { how\nint"),
                 QStringList({"# Says \"why", "# and { how", "int"}));
        QCOMPARE(kindOf("# text"), TokenKind::Documentation);
    }

    void stringsEndAtTheirQuote() {
        QCOMPARE(words("\"a\\\"b;\" c"), QStringList({"\"a\\\"b;\"", "c"}));
        QCOMPARE(words("\"\\\\\" c"), QStringList({"\"\\\\\"", "c"}));
    }

    void aStringThatIsNotClosedEndsWithItsLine() {
        QCOMPARE(words("\"abc\nint"), QStringList({"\"abc", "int"}));
    }

    void templatesHoldExpressionsStringsAndTemplates() {
        const std::string text = "string `a ${f(\"}`\", `${b}`, {c: 1})} }` d";
        QCOMPARE(words(text), QStringList({"string", "`a ${f(\"}`\", `${b}`, {c: 1})} }`", "d"}));
    }

    void aTemplateMayHoldADollarAndLines() {
        QCOMPARE(words("re `^[a-z]+$`;"), QStringList({"re", "`^[a-z]+$`", ";"}));
        QCOMPARE(words("`one\ntwo` x"), QStringList({"`one\ntwo`", "x"}));
    }

    void aTemplateThatIsNotClosedEndsWithItsLine() {
        QCOMPARE(words("x = `abc ${\nint y = `z`;"),
                 QStringList({"x", "=", "`abc ${", "int", "y", "=", "`z`", ";"}));
    }

    void numbersOfAllKinds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFloat");
        for (const char* text : {"0", "9090", "0x1F", "0XAB"}) QTest::newRow(text) << text << false;
        for (const char* text : {"1.5", ".5", "1e3", "1E-3", "2f", "2.5D", "0x1.8p3", "0xAp-2", "1.0e+7d"}) {
            QTest::newRow(text) << text << true;
        }
    }

    void numbersOfAllKinds() {
        QFETCH(QString, text);
        QFETCH(bool, isFloat);
        QCOMPARE(words(text.toStdString()), QStringList(text));
        QCOMPARE(kindOf(text.toStdString()), isFloat ? TokenKind::Float : TokenKind::Integer);
    }

    void aRangeIsNoFloat() {
        QCOMPARE(words("1...5"), QStringList({"1", "...", "5"}));
        QCOMPARE(words("0..<n"), QStringList({"0", "..", "<", "n"}));
    }

    void identifiersMayBeQuotedAndEscaped() {
        QCOMPARE(words("'type order\\-id a\\u{e9}b größe"),
                 QStringList({"'type", "order\\-id", "a\\u{e9}b", "größe"}));
    }

    void operatorsWithAnEqualsSignStayWhole() {
        QCOMPARE(words("a == b != c >= d => e = f === g"),
                 QStringList({"a", "==", "b", "!=", "c", ">=", "d", "=>", "e", "=", "f", "===", "g"}));
    }

    void closingTypeParametersAreSeparate() {
        QCOMPARE(words("map<map<int>>"), QStringList({"map", "<", "map", "<", "int", ">", ">"}));
    }

    void bracesOfClosedRecordsAreBrackets() {
        QCOMPARE(words("{| int|string a; |}"), QStringList({"{|", "int", "|", "string", "a", ";", "|}"}));
        QCOMPARE(kindOf("{|"), TokenKind::Open);
        QCOMPARE(kindOf("|}"), TokenKind::Close);
    }

    void aByteOrderMarkIsNoToken() {
        const auto tokens = tokenize("\xEF\xBB\xBFimport");
        QCOMPARE(tokens.size(), 2u);
        QCOMPARE(tokens[0].begin, 3u);
        QCOMPARE(tokens[0].linePart, LinePart::FirstColumn);
    }

    void tokensKnowWhereOnTheirLineTheyStand() {
        const auto tokens = tokenize("a b\n  c");
        QCOMPARE(tokens[0].linePart, LinePart::FirstColumn);
        QCOMPARE(tokens[1].linePart, LinePart::Inside);
        QCOMPARE(tokens[2].linePart, LinePart::First);
    }
};

ARABESQUE_TEST(LexerTest)
#include "lexer_test.moc"
