#include "core/text/message.h"

#include "core/text/result.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

class MessageTest : public QObject {
    Q_OBJECT

private slots:
    void argumentsStandInTheirPlaces() {
        QCOMPARE(filledIn("'%1' is %2, not %3", {"port", "an integer", "text"}),
                 "'port' is an integer, not text");
    }
    void argumentsMayComeInAnyOrderAndAgain() { QCOMPARE(filledIn("%2 %1 %2", {"a", "b"}), "b a b"); }
    void argumentsAreNotSearchedAgain() { QCOMPARE(filledIn("%1 %2", {"%2", "%1"}), "%2 %1"); }
    void whatHasNoArgumentStays() {
        QCOMPARE(filledIn("%1 %2 %", {"a"}), "a %2 %");
        QCOMPARE(filledIn("100 %, %0, %x", {"a"}), "100 %, %0, %x");
        QCOMPARE(filledIn("", {"a"}), "");
    }
    void oneDigitCounts() { QCOMPARE(filledIn("%10", {"a"}), "a0"); }
    void aMessageReadsAsEnglish() {
        const Message message{MESSAGE("test", "'%1' is missing"), "port"};
        QCOMPARE(message.english(), "'port' is missing");
        QCOMPARE(std::string(message.source.context), "test");
        QVERIFY(Message().source.empty());
        QCOMPARE(Message().english(), "");
    }
    void aFailureCarriesItsMessage() {
        const Result<int> result = failure({MESSAGE("test", "no %1"), "number"});
        QVERIFY(!result);
        QCOMPARE(result.error().message.english(), "no number");
    }
};

ARABESQUE_TEST(MessageTest)
#include "message_test.moc"
