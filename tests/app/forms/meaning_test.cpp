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

    void whatIsNoQuantityMeansNothing() {
        QCOMPARE(meaningOf("512 MB", Meaning::Memory), QString());
        QCOMPARE(meaningOf("", Meaning::Cpu), QString());
    }
};

ARABESQUE_TEST(MeaningTest)
#include "meaning_test.moc"
