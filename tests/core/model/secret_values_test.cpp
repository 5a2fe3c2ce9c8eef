#include "core/model/secret_values.h"

#include "core/schema/secret_names.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

class SecretValuesTest : public QObject {
    Q_OBJECT

private slots:
    void namesTell_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("secret");
        for (const char* name :
             {"password", "dbPassword", "db_password", "DB-PASSWD", "clientSecret", "api_key", "apiKey",
              "authToken", "privateKey", "connectionString", "keyStorePassword", "DBPASSWORD", "credentials",
              "secretKey", "pwd", "encryption.key", "encryptionKey", "ENCRYPTION_KEYS"})
            QTest::newRow(name) << QByteArray(name) << true;
        for (const char* name :
             {"user", "port", "tokenUrl", "token_endpoint", "accessKeyId", "secretName", "keyPath",
              "passwordFile", "tokenExpiry", "host", "secretariat", "tokenLifetime", "PASSWORD_RESET_PAGE",
              "encryptionKeyPath", "encryption", "key"})
            QTest::newRow(name) << QByteArray(name) << false;
    }
    void namesTell() {
        QFETCH(const QByteArray, name);
        QFETCH(const bool, secret);
        QCOMPARE(soundsSecret(name.toStdString()), secret);
    }
    void secretsOfADocumentAreFoundAtAnyDepth() {
        const toml::Document document(
            std::string("password = \"a\"\nport = 1\n[db]\nuser = \"u\"\ntokens = [\"b\", \"c\"]\n"
                        "[[db.peers]]\nsecret = \"d\"\nempty = { password = \"\" }\n"));
        std::string names;
        for (const SecretValue& each : secretValuesIn(document)) names += each.name + ' ';
        QCOMPARE(names, "password db.tokens db.tokens db.peers.secret ");
    }
    void aTextWithoutThemKeepsAllElse() {
        QCOMPARE(withoutSecrets("# why\npassword = 'a'   # kept\nport = 1\n"),
                 "# why\npassword = \"fill in: password\"   # kept\nport = 1\n");
        QCOMPARE(withoutSecrets("no TOML at all"), "no TOML at all");
    }
};

ARABESQUE_TEST(SecretValuesTest)
#include "secret_values_test.moc"
