#include "core/model/names.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

class NamesTest : public QObject {
    Q_OBJECT

private slots:
    void namesAreMadeValidStepByStep_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("valid");
        const std::pair<const char*, const char*> rows[] = {
            {"", ""},
            {"/orders", "orders"},   // one leading slash
            {"//orders", "-orders"},
            {"Orders", "orders"},                     // lower case
            {"order_api", "order-api"},               // _ and . become -
            {"billing.Core_0.2", "billing-core-0"},   // 15 characters, then one trailing - goes
            {"$anon", "anon"},                        // $ goes
            {"a/b/c", "a-b-c"},                       // / becomes -
            {"a--b", "a-b"},                          // one pass over --
            {"a---b", "a--b"},
            {"a----b", "a--b"},
            {"a_._b", "a--b"},
            {"a_$_b", "a-b"},
            {"abcdefghijklmnop", "abcdefghijklmno"},    // cut to 15
            {"abcdefghijklmn-x", "abcdefghijklmn"},     // cut, then the trailing dash
            {"abcdefghijklm__--x", "abcdefghijklm-"},   // one trailing dash only
            {"trailing-", "trailing"},
            {"-", ""},
            {"rates.csv", "rates-csv"},
            {"acme-order_api-1.2.0", "acme-order-api"},
            {"zeta-audit-0.0.1", "zeta-audit-0-0"},
        };
        for (const auto& [text, valid] : rows) QTest::addRow("'%s'", text) << QString(text) << QString(valid);
    }
    void namesAreMadeValidStepByStep() {
        QFETCH(QString, text);
        QFETCH(QString, valid);
        QCOMPARE(QString::fromStdString(validName(text.toStdString())), valid);
    }
    void theCutSplitsNoCharacter() {
        QCOMPARE(validName("prüfungsergebnisse"), "prüfungsergebni");
        QCOMPARE(validName("ääääääääääääääää"), "äääääääääääääää");
    }
    void identifiersAreEncodedForTheJvm() {
        QCOMPARE(encodedIdentifier("acme"), "acme");
        QCOMPARE(encodedIdentifier("billing.Core_0.2"), "billing&0046Core_0&00462");
        QCOMPARE(encodedIdentifier("\\.:;[]/<>"), "&0092&0046&0058&0059&0091&0093&0047&0060&0062");
        QCOMPARE(encodedIdentifier(""), "");
    }
    void everyOccurrenceGoes() {
        QCOMPARE(without("my-deployment-deployment", "-deployment"), "my");
        QCOMPARE(without("a-job-b-job", "-job"), "a-b");
        QCOMPARE(without("orders", "-job"), "orders");
    }
};

ARABESQUE_TEST(NamesTest)
#include "names_test.moc"
