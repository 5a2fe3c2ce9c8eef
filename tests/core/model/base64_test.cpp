#include "core/model/base64.h"

#include "tests/support/test_main.h"

#include <QTest>

#include <random>

using namespace arabesque;

class Base64Test : public QObject {
    Q_OBJECT

private slots:
    void theVectorsOfTheStandard() {
        QCOMPARE(base64(""), "");
        QCOMPARE(base64("f"), "Zg==");
        QCOMPARE(base64("fo"), "Zm8=");
        QCOMPARE(base64("foo"), "Zm9v");
        QCOMPARE(base64("foob"), "Zm9vYg==");
        QCOMPARE(base64("fooba"), "Zm9vYmE=");
        QCOMPARE(base64("foobar"), "Zm9vYmFy");
    }
    void theSecretOfTheReference() { QCOMPARE(base64("password = \"x\"\n"), "cGFzc3dvcmQgPSAieCIK"); }
    void anyBytesAsQtWritesThem() {
        std::mt19937 random(13);
        for (int round = 0; round < 300; ++round) {
            std::string bytes(random() % 200, '\0');
            for (char& byte : bytes) byte = static_cast<char>(random() % 256);
            QCOMPARE(base64(bytes), QByteArray::fromStdString(bytes).toBase64().toStdString());
        }
    }
    void longTextIsNotWrapped() { QVERIFY(!base64(std::string(1000, 'x')).contains('\n')); }
};

ARABESQUE_TEST(Base64Test)
#include "base64_test.moc"
