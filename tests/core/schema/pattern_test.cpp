#include "core/schema/pattern.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

constexpr const char* notBlank = "^(?!\\s*$).+";
constexpr const char* quantity = "^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$";
constexpr const char* tag = "^[\\w][\\w.-]{0,127}$";

}

class PatternTest : public QObject {
    Q_OBJECT

private slots:
    void theWholeValueCounts() {
        QVERIFY(matchesWhole("[a-z]+", "abc"));
        QVERIFY(!matchesWhole("[a-z]+", "abc1"));
        QVERIFY(!matchesWhole("[a-z]+", "1abc"));
        QVERIFY(matchesWhole("a|ab", "ab"));
        QVERIFY(matchesWhole("", ""));
        QVERIFY(!matchesWhole("", "a"));
    }
    void anEndAnchorTakesNoLineEnd() {
        QVERIFY(!matchesWhole("^abc$", "abc\n"));
        QVERIFY(!matchesWhole("^private$", "private\r\n"));
    }
    void theDotStopsAtLineEnds() {
        QVERIFY(matchesWhole(".+", "a b"));
        for (const char* text : {"a\nb", "a\rb", "a\r\nb", "a\u0085b", "a\u2028b", "a\u2029b"})
            QVERIFY(!matchesWhole(".+", text));
    }
    void wordCharactersAreAscii() {
        QVERIFY(matchesWhole(tag, "v1.2-rc_3"));
        QVERIFY(!matchesWhole(tag, "é"));
        QVERIFY(!matchesWhole("^[\\w]+$", "über"));
        QVERIFY(!matchesWhole("\\d", "٣"));
        QVERIFY(!matchesWhole("\\s", "\u00A0"));
    }
    void theDotIsOneCharacterOutsideAsciiToo() {
        QVERIFY(matchesWhole("^.$", "é"));
        QVERIFY(matchesWhole("^.$", "😀"));
        QVERIFY(!matchesWhole("^.$", "e\u0301"));
    }
    void whatIsBlankIsSeenByLookahead() {
        for (const char* text : {"a", " a", "a ", ".", "é"}) QVERIFY(matchesWhole(notBlank, text));
        for (const char* text : {"", " ", "\t", " \t  ", "\n"}) QVERIFY(!matchesWhole(notBlank, text));
    }
    void whatIsInFrontIsSeenByLookbehind() {
        QVERIFY(matchesWhole(".*(?<!_)$", "name"));
        QVERIFY(!matchesWhole(".*(?<!_)$", "name_"));
        QVERIFY(!matchesWhole("^(?!.*__).*$", "a__b"));
        QVERIFY(matchesWhole("(^(?!.*__).*$|^lang.*)", "lang__x"));
    }
    void quantitiesAdmitNonsenseAsTheToolDoes() {
        for (const char* text : {"512Mi", "0.5", "200m", "1e3", "1E", "+1", "-1", "..", "5KK", "1Gi2", "1"})
            QVERIFY2(matchesWhole(quantity, text), text);
        for (const char* text : {"", "Mi", "512 Mi", "512MB", "1h", "1Mi ", "m1"})
            QVERIFY2(!matchesWhole(quantity, text), text);
    }
    void tagsHaveAtMost128Characters() {
        QVERIFY(matchesWhole(tag, std::string(128, 'a')));
        QVERIFY(!matchesWhole(tag, std::string(129, 'a')));
        QVERIFY(!matchesWhole(tag, ""));
        QVERIFY(!matchesWhole(tag, "-a"));
        QVERIFY(!matchesWhole(tag, "1.0+build"));
    }
    void brokenUtf8IsNoMatch() {
        QVERIFY(!matchesWhole("^[a-z]+$", "a\xFF"));
        QVERIFY(!matchesWhole(tag, "\xC3"));
    }
};

ARABESQUE_TEST(PatternTest)
#include "pattern_test.moc"
