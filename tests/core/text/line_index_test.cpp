#include "core/text/line_index.h"

#include "tests/support/marked_text.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

/// "line:column" of the mark.
std::string positionIn(std::string_view withMark) {
    const MarkedText text = marked(withMark);
    const Position position = LineIndex(text.text).position(text.text, text.offset());
    return std::to_string(position.line) + ':' + std::to_string(position.column);
}

std::string lineIn(std::string_view text, std::uint32_t line) {
    const ByteRange range = LineIndex(text).line(text, line);
    return std::string(text.substr(range.begin, range.size()));
}

}

class LineIndexTest : public QObject {
    Q_OBJECT

private slots:
    void linesAndColumnsCountFromOne() {
        QCOMPARE(positionIn("«»abc"), "1:1");
        QCOMPARE(positionIn("ab«»c"), "1:3");
        QCOMPARE(positionIn("a\nb\nc«»"), "3:2");
    }
    void columnsCountCodePoints() {
        QCOMPARE(positionIn("é€😀«x»"), "1:4");
        QCOMPARE(positionIn("e\u0301«x»"), "1:3");   // a combining accent is a code point of its own
    }
    void theLineEndBelongsToItsLine() {
        QCOMPARE(positionIn("ab«»\ncd"), "1:3");
        QCOMPARE(positionIn("ab\n«»cd"), "2:1");
        QCOMPARE(positionIn("ab«»\r\ncd"), "1:3");
        QCOMPARE(positionIn("ab\r\n«»cd"), "2:1");
    }
    void aLastLineEndOpensOneMoreLine() {
        QCOMPARE(LineIndex("").lineCount(), 1u);
        QCOMPARE(LineIndex("a").lineCount(), 1u);
        QCOMPARE(LineIndex("a\n").lineCount(), 2u);
        QCOMPARE(positionIn("a\n«»"), "2:1");
    }
    void offsetsBehindTheEndCountAsTheEnd() {
        QCOMPARE(LineIndex("a\nbc").position("a\nbc", 1000), (Position{2, 3}));
        QCOMPARE(LineIndex("").position("", 5), (Position{1, 1}));
    }
    void linesComeWithoutTheirEnd() {
        QCOMPARE(lineIn("one\r\ntwo\nthree", 1), "one");
        QCOMPARE(lineIn("one\r\ntwo\nthree", 2), "two");
        QCOMPARE(lineIn("one\r\ntwo\nthree", 3), "three");
        QCOMPARE(lineIn("one\n", 2), "");
        QCOMPARE(lineIn("\r\n", 1), "");
    }
    void aLoneCarriageReturnEndsNoLine() {
        QCOMPARE(LineIndex("a\rb\nc").lineCount(), 2u);
        QCOMPARE(positionIn("a\rb«»"), "1:4");
    }
    void everyOffsetHasItsLine() {
        const std::string text = "a\r\n\nbc\n";
        const std::vector<std::uint32_t> lines{1, 1, 1, 2, 3, 3, 3, 4};
        const LineIndex index(text);
        for (std::size_t offset = 0; offset < lines.size(); ++offset)
            QCOMPARE(index.lineOf(offset), lines[offset]);
    }
};

ARABESQUE_TEST(LineIndexTest)
#include "line_index_test.moc"
