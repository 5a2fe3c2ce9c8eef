#include "core/schema/quantity.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

class QuantityTest : public QObject {
    Q_OBJECT

private slots:
    void quantitiesAreNumbers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number");
        const std::pair<const char*, double> rows[] = {{"0", 0},
                                                       {"1", 1},
                                                       {"0.5", 0.5},
                                                       {".5", 0.5},
                                                       {"5.", 5},
                                                       {"+2", 2},
                                                       {"-2", -2},
                                                       {"250m", 0.25},
                                                       {"1u", 1e-6},
                                                       {"1n", 1e-9},
                                                       {"1k", 1e3},
                                                       {"1M", 1e6},
                                                       {"1G", 1e9},
                                                       {"1T", 1e12},
                                                       {"1P", 1e15},
                                                       {"1E", 1e18},
                                                       {"1Ki", 1024},
                                                       {"512Mi", 536870912.0},
                                                       {"1Gi", 1073741824.0},
                                                       {"1.5Gi", 1610612736.0},
                                                       {"1Ti", 0x1p40},
                                                       {"1Pi", 0x1p50},
                                                       {"1Ei", 0x1p60},
                                                       {"1e3", 1e3},
                                                       {"1E3", 1e3},
                                                       {"1e+3", 1e3},
                                                       {"1e-3", 1e-3},
                                                       {"12e6", 12e6},
                                                       {"-1.5e2", -150},
                                                       {"007", 7}};
        for (const auto& [text, number] : rows) QTest::newRow(text) << QString(text) << number;
    }
    void quantitiesAreNumbers() {
        QFETCH(QString, text);
        QFETCH(double, number);
        const auto read = readQuantity(text.toStdString());
        QVERIFY(read.has_value());
        QCOMPARE(*read, number);
    }
    void whatIsNoQuantityIsNone_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"",    "Mi",  "m",     "+",     "-",      ".",     "..",   "1..2",         "1.2.3", "++1",
              "--1", "+-1", "512mb", "512MB", "512 Mi", " 1",    "1 ",   "1K",           "1ki",   "1mi",
              "1KI", "5KK", "1e",    "1e+",   "1e+-3",  "1e--3", "1e3k", "1e1.5",        "1-",    "1h",
              "abc", "e3",  "1Ki2",  "0x10",  "1,5",    "inf",   "nan",  "1e99999999999"})
            QTest::newRow(text) << QString(text);
    }
    void whatIsNoQuantityIsNone() {
        QFETCH(QString, text);
        QVERIFY(!readQuantity(text.toStdString()));
    }
};

ARABESQUE_TEST(QuantityTest)
#include "quantity_test.moc"
