#include "core/schema/duration.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

class DurationTest : public QObject {
    Q_OBJECT

private slots:
    void spansAreReadWithTheirUnits() {
        QCOMPARE(readDuration("30s")->seconds, 30.0);
        QCOMPARE(readDuration("1h30m")->seconds, 5400.0);
        QCOMPARE(readDuration("500ms")->seconds, 0.5);
        QCOMPARE(readDuration("2d")->seconds, 172800.0);
        QCOMPARE(readDuration("45")->seconds, 45.0);
        QCOMPARE(readDuration("0s")->seconds, 0.0);
    }
    void whatIsNoSpanReadsAsNothing() {
        for (const char* text : {"", "s", "5 s", "-5s", "5x", "5s3", "1m30", "ms5"})
            QVERIFY2(!readDuration(text), text);
    }
    void spansAreWrittenShort() {
        QCOMPARE(toText(Duration{90}), "1m30s");
        QCOMPARE(toText(Duration{0.25}), "250ms");
        QCOMPARE(toText(Duration{0}), "0s");
        QCOMPARE(toText(Duration{86400}), "1d");
    }
};

ARABESQUE_TEST(DurationTest)
#include "duration_test.moc"
