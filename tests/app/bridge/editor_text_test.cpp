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
        QCOMPARE(EditorPositions(bytes).at(1), 1);
        QCOMPARE(EditorPositions(bytes).at(5), 3);
        QCOMPARE(EditorPositions(bytes).at(6), 4);
        QCOMPARE(EditorPositions(bytes).at(8), 5);
        QCOMPARE(EditorPositions(bytes).byteAt(3), 5u);
        QCOMPARE(EditorPositions(bytes).byteAt(99), bytes.size());
    }

    void positionsGoThereAndBack_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain") << QByteArray("x = 1\ny = 2\n");
        QTest::newRow("crlf") << QByteArray("x = 1\r\n# \xE2\x82\xAC\r\ny = 2");
        QTest::newRow("lone carriage return") << QByteArray("x\ry\r\r\nz");
        QTest::newRow("long and plain") << QByteArray(100, 'x');
        QTest::newRow("plain with others between")
            << QByteArray("settings = 10\r\nsettings = 11\r\n# caf\xC3\xA9 and more\n0123456789\r0123456789");
        QTest::newRow("non-bmp") << QByteArray("\xF0\x9F\x98\x80\r\n\xF0\x9F\x98\x80");
    }

    void positionsGoThereAndBack() {
        QFETCH(QByteArray, bytes);
        const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        const QString shown = editorText(text);
        QCOMPARE(EditorPositions(text).at(text.size()), shown.size());
        for (qsizetype position = 0; position <= shown.size(); ++position) {
            if (position > 0 && position < shown.size() && shown[position].isLowSurrogate()) continue;
            QCOMPARE(EditorPositions(text).at(EditorPositions(text).byteAt(position)), position);
        }
    }

    void positionsInAnyOrderAreThoseAskedForOneByOne() {
        const std::string bytes = "settings = 10\r\n# caf\xC3\xA9 \xF0\x9F\x98\x80 and more\r\n0123456789";
        EditorPositions positions(bytes);
        for (const std::size_t offset : {0u, 3u, 14u, 15u, 22u, 23u, 40u, 5u, 50u, 99u, 0u})
            QCOMPARE(positions.at(offset), EditorPositions(bytes).at(offset));
    }

    void aChangeThatJoinsOrPartsALineEndIsNotShownAlone() {
        QVERIFY(isShownAlone("a = 1\r\nb = 2\r\n", {4, 5}, "20"));
        QVERIFY(isShownAlone("a = 1\r\nb = 2\r\n", {7, 7}, "c = 3\r\n"));
        QVERIFY(!isShownAlone("a\nb", {1, 1}, "\r"));      // joins
        QVERIFY(!isShownAlone("a\r\nb", {2, 2}, "x"));     // parts
        QVERIFY(!isShownAlone("a\rx\nb", {2, 3}, ""));     // joins what is left
        QVERIFY(!isShownAlone("\xC3\xA9", {1, 1}, "x"));   // parts a character
        QVERIFY(!isShownAlone("\xC3", {1, 1}, "\xA9"));    // joins one
    }

    void typedLinesTakeTheLineEndAround() {
        QCOMPARE(lineEndOf("a\r\nb"), std::string_view("\r\n"));
        QCOMPARE(lineEndOf("a"), std::string_view("\n"));
        QCOMPARE(documentText(u"p\nq", "\r\n"), std::string("p\r\nq"));
    }

    void rangeInsideCrLfCoversBothBytes() {
        const ByteRange range = EditorPositions("a\r\nb").range(1, 1);
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
