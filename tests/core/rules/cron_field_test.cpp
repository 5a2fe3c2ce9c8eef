#include "core/rules/cron_field.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

class CronFieldTest : public QObject {
    Q_OBJECT

private slots:
    void whatKubernetesReads() {
        for (const char* text : {"*", "?", "0", "59", "*/15", "0-30", "0-30/5", "5/10", "1,2,30-40", "007"})
            QVERIFY2(isCronField(text, 0), text);
        for (const char* text : {"JAN", "jan-Mar", "12", "*/3"}) QVERIFY2(isCronField(text, 3), text);
        for (const char* text : {"SUN", "MON-FRI", "0", "6", "sat,sun"}) QVERIFY2(isCronField(text, 4), text);
    }
    void whatItRefuses() {
        for (const char* text : {"", "60", "-1", "a", "null", "*/0", "*/", "30-10", "1,,2", "1-", "1 ", "+1", "JAN"})
            QVERIFY2(!isCronField(text, 0), text);
        QVERIFY(!isCronField("24", 1));
        QVERIFY(!isCronField("0", 2));
        QVERIFY(!isCronField("0", 3));
        QVERIFY(!isCronField("MON", 3));
        QVERIFY(!isCronField("7", 4));
        QVERIFY(!isCronField("L", 2));
    }
};

ARABESQUE_TEST(CronFieldTest)
#include "cron_field_test.moc"
