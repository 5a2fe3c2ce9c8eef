#include "core/model/secret_split.h"

#include "core/analysis/analysis.h"
#include "core/toml/document.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

/// The split of a configuration of acme/orders with these sources.
SplitConfiguration split(std::string_view text, std::string_view source = "") {
    const auto snapshot = tests::snapshotOf(
        {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n"},
         {"main.bal", source}});
    const Analysis analysis = analyze(snapshot);
    return splitSecrets(text, analysis.deployment, analysis.facts);
}

}

class SecretSplitTest : public QObject {
    Q_OBJECT

private slots:
    void withoutSecretsAllIsOpen() {
        const SplitConfiguration parts = split("[acme.orders]\nlimit = 5\n");
        QCOMPARE(parts.open, "[acme.orders]\nlimit = 5\n");
        QCOMPARE(parts.secret, "");
    }

    void aSecretMovesWithANoteInItsPlace() {
        const SplitConfiguration parts = split("[acme.orders]\nlimit = 5 # items\npassword = \"p\"\n");
        QCOMPARE(parts.open, "[acme.orders]\nlimit = 5 # items\n");
        QVERIFY2(!parts.secret.contains("\"p\""), parts.secret.c_str());
        QCOMPARE(parts.secret, "[acme.orders]\npassword = \"fill in: acme.orders.password\"\n");
    }

    /// The runtime takes a record whole from one file.
    void aRecordGoesWithItsSecret() {
        const SplitConfiguration parts =
            split("[orders]\nlimit = 5\n[orders.store]\nhost = \"h\"\npassword = \"p\"\n",
                  "configurable record {|string host; string password;|} store = ?;\n");
        QVERIFY(!parts.open.contains("host"));
        const toml::Document secret(parts.secret);
        QCOMPARE(secret.find({"orders", "store", "host"})->value->text, "h");
        QCOMPARE(secret.find({"orders", "store", "password"})->value->text, "fill in: orders.store.password");
    }

    void aListGoesWithItsSecret() {
        const SplitConfiguration parts = split(
            "limit = 5\n[[orders.users]]\nname = \"a\"\npassword = \"p\"\n[[orders.users]]\nname = \"b\"\n");
        QCOMPARE(parts.open, "limit = 5\n");
        const toml::Document secret(parts.secret);
        QVERIFY2(secret.valid(), parts.secret.c_str());
        QCOMPARE(secret.find({"orders", "users"})->elements.size(), std::size_t{2});
    }

    /// Nothing of what cannot be read is shown.
    void brokenTextHidesItsSecret() {
        const SplitConfiguration parts = split("password = \"p\"\n[broken\n");
        QVERIFY(!parts.open.contains("\"p\""));
        QVERIFY(!parts.secret.contains("\"p\""));
    }
};

ARABESQUE_TEST(SecretSplitTest)

#include "secret_split_test.moc"
