#include "app/forms/meaning.h"

#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque;

class MeaningTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void memoryIsSpelledOut() {
        QCOMPARE(meaningOf("512Mi", Meaning::Memory), QStringLiteral("half a gibibyte = 536870912 bytes"));
        QCOMPARE(meaningOf("100Mi", Meaning::Memory), QStringLiteral("100 mebibytes = 104857600 bytes"));
    }

    void cpuIsSpelledOut() {
        QCOMPARE(meaningOf("500m", Meaning::Cpu), QStringLiteral("half a core"));
        QCOMPARE(meaningOf("1.5", Meaning::Cpu), QStringLiteral("1.5 cores"));
    }

    void timeIsSpelledOut() {
        QCOMPARE(meaningOf("30s", Meaning::Duration), QStringLiteral("30 seconds"));
        QCOMPARE(meaningOf("5m", Meaning::Duration), QStringLiteral("5 minute(s)"));
        QCOMPARE(meaningOf("1h30m", Meaning::Duration), QStringLiteral("1 hour(s) 30 minute(s)"));
        QCOMPARE(meaningOf("500ms", Meaning::Duration), QStringLiteral("500 milliseconds"));
        QCOMPARE(meaningOf("86400", Meaning::Duration), QStringLiteral("1 day(s)"));
        QCOMPARE(meaningOf("4.5", Meaning::Duration), QStringLiteral("4.5 seconds"));
        QCOMPARE(meaningOf("1", Meaning::Duration), QStringLiteral("one second"));
        for (const char* none : {"", "s", "5x", "-5", "5m3", "half"})
            QCOMPARE(meaningOf(none, Meaning::Duration), QString());
    }

    void bytesAreSpelledOut() {
        QCOMPARE(meaningOf("10485760", Meaning::Bytes), QStringLiteral("10 mebibytes = 10485760 bytes"));
    }

    void whatIsNoQuantityMeansNothing() {
        QCOMPARE(meaningOf("512 MB", Meaning::Memory), QString());
        QCOMPARE(meaningOf("", Meaning::Cpu), QString());
    }
};

ARABESQUE_TEST(MeaningTest)
#include "meaning_test.moc"
