#include "app/bridge/editor_text.h"
#include "app/bridge/text.h"

#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque;

class EditorTextTest final : public QObject {
    Q_OBJECT

private slots:
    void lineEndsBecomeOne() { QCOMPARE(editorText("a\r\nb\nc"), QStringLiteral("a\nb\nc")); }

    void charactersOutsideTheBasicPlaneAreTwoUnits() {
        const std::string bytes = "a\xF0\x9F\x98\x80z\xC3\xA9.";   // a 😀 z é .
        QCOMPARE(editorPosition(bytes, 1), 1);
        QCOMPARE(editorPosition(bytes, 5), 3);
        QCOMPARE(editorPosition(bytes, 6), 4);
        QCOMPARE(editorPosition(bytes, 8), 5);
        QCOMPARE(byteOffset(bytes, 3), 5u);
        QCOMPARE(byteOffset(bytes, 99), bytes.size());
    }

    void positionsGoThereAndBack_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain") << QByteArray("x = 1\ny = 2\n");
        QTest::newRow("crlf") << QByteArray("x = 1\r\n# \xE2\x82\xAC\r\ny = 2");
        QTest::newRow("lone carriage return") << QByteArray("x\ry\r\r\nz");
        QTest::newRow("non-bmp") << QByteArray("\xF0\x9F\x98\x80\r\n\xF0\x9F\x98\x80");
    }

    void positionsGoThereAndBack() {
        QFETCH(QByteArray, bytes);
        const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        const QString shown = editorText(text);
        QCOMPARE(editorPosition(text, text.size()), shown.size());
        for (qsizetype position = 0; position <= shown.size(); ++position) {
            if (position > 0 && position < shown.size() && shown[position].isLowSurrogate()) continue;
            QCOMPARE(editorPosition(text, byteOffset(text, position)), position);
        }
    }

    void typedLinesTakeTheLineEndAround() {
        QCOMPARE(lineEndOf("a\r\nb"), std::string_view("\r\n"));
        QCOMPARE(lineEndOf("a"), std::string_view("\n"));
        QCOMPARE(documentText(u"p\nq", "\r\n"), std::string("p\r\nq"));
    }

    void rangeInsideCrLfCoversBothBytes() {
        const ByteRange range = byteRange("a\r\nb", 1, 1);
        QCOMPARE(range.begin, 1u);
        QCOMPARE(range.end, 3u);
    }

    void argumentsOfMessagesAreNotSearchedAgain() {
        const Message message(MESSAGE("test", "'%1' and %2"), std::string("%2"), std::string("x"));
        QCOMPARE(translated(message), QStringLiteral("'%2' and x"));
    }
};

ARABESQUE_TEST(EditorTextTest)
#include "editor_text_test.moc"
