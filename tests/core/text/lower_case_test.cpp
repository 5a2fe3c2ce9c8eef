#include "core/text/lower_case.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

class LowerCaseTest : public QObject {
    Q_OBJECT

private slots:
    void touchesLettersAlone() {
        QCOMPARE(lowerCase("Billing.Core_0.2"), "billing.core_0.2");
        QCOMPARE(lowerCase("ÄB"), "Äb");
        QCOMPARE(lowerCase(""), "");
    }
};

ARABESQUE_TEST(LowerCaseTest)
#include "lower_case_test.moc"
