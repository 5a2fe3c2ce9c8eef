#include "core/rules/kubernetes_names.h"

#include "tests/support/test_main.h"

#include <QTest>

#include <string>

using namespace arabesque;

class KubernetesNamesTest : public QObject {
    Q_OBJECT

private slots:
    void labels() {
        for (const char* name : {"a", "0", "order-db", "a--b"}) QVERIFY2(isDnsLabel(name), name);
        for (const char* name : {"", "-a", "a-", "Orders", "a.b", "a_b", "a b", "ä"})
            QVERIFY2(!isDnsLabel(name), name);
        QVERIFY(isDnsLabel(std::string(63, 'a')));
        QVERIFY(!isDnsLabel(std::string(64, 'a')));
    }
    void subdomains() {
        for (const char* name : {"a", "order.db", "a-1.b-2.c"}) QVERIFY2(isDnsSubdomain(name), name);
        for (const char* name : {"", ".", "a.", ".a", "a..b", "a.-b", "A.b"})
            QVERIFY2(!isDnsSubdomain(name), name);
        QVERIFY(!isDnsSubdomain(std::string(254, 'a')));
    }
    void keysOfObjects() {
        for (const char* key : {"Config.toml", "a_b-c", ".env", "..."}) QVERIFY2(isConfigKey(key), key);
        for (const char* key : {"", ".", "..", "a b", "a/b", "ä"}) QVERIFY2(!isConfigKey(key), key);
    }
    void theNearestLabel() {
        QCOMPARE(asDnsLabel("Order_DB"), "order-db");
        QCOMPARE(asDnsLabel("--a..b--"), "a-b");
        QCOMPARE(asDnsLabel("abc-def", 4), "abc");
        QCOMPARE(asDnsLabel("???"), "");
    }
};

ARABESQUE_TEST(KubernetesNamesTest)
#include "kubernetes_names_test.moc"
