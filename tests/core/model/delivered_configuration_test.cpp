#include "core/model/delivered_configuration.h"

#include "core/toml/rewrite.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace arabesque;

namespace {

/// A program acme/shop and the configuration it has at home.
class Shop {
public:
    Shop(std::string source, std::string config) : m_source(std::move(source)), m_config(std::move(config)) {}

    [[nodiscard]] DeliveredConfiguration delivered(SecretsGo secretsGo = SecretsGo::IntoVariables) const {
        m_facts = scanned();
        return deliveredConfigurationOf(program(), toml::Document(m_config), secretsGo);
    }

    /// "acme.shop.port = 9090" for each configurable, as the runtime resolves it: at home, or with everything filled in.
    [[nodiscard]] std::string valuesAtHome() const {
        m_facts = scanned();
        return valuesIn({.sources = {sourceOf("Config.toml", m_config)}});
    }
    [[nodiscard]] std::string valuesWhenFilledIn(const std::map<std::string, std::string>& secrets,
                                                 SecretsGo secretsGo = SecretsGo::IntoVariables) const {
        const DeliveredConfiguration delivery = delivered(secretsGo);
        Scenario scenario;
        for (const SecretVariable& each : delivery.variables)
            if (secrets.contains(each.key)) scenario.variables.push_back({each.name, secrets.at(each.key)});
        std::string filledIn = delivery.secrets;
        for (const auto& [key, value] : secrets) {
            const std::string note = "\"fill in: " + key + '"';
            if (const std::size_t at = filledIn.find(note); at != std::string::npos)
                filledIn.replace(at, note.size(), '"' + value + '"');
        }
        if (!filledIn.empty()) scenario.sources.push_back(sourceOf("BAL_CONFIG_FILES[0]", filledIn));
        scenario.sources.push_back(sourceOf("BAL_CONFIG_FILES[1]", delivery.settings));
        return valuesIn(scenario);
    }

private:
    [[nodiscard]] ballerina::PackageFacts scanned() const {
        return ballerina::scan({{"main.bal", "", std::make_shared<const std::string>(m_source)}});
    }
    [[nodiscard]] ConfiguredProgram program() const { return {m_facts, "acme", "shop", false}; }
    static ConfigSource sourceOf(const std::string& label, const std::string& text) {
        return {.label = label, .path = label, .document = toml::Document(text)};
    }
    [[nodiscard]] std::string valuesIn(const Scenario& scenario) const {
        const Resolution resolution = resolve(program(), scenario);
        std::string lines;
        for (const ResolvedValue& each : resolution.values)
            lines += each.key + " = " + (each.winner ? each.winner->value.value_or("?") : "nothing") + '\n';
        for (const RuntimeMessage& each : resolution.messages)
            lines += each.code + ' ' + each.message.english() + '\n';
        return lines;
    }

    std::string m_source, m_config;
    mutable ballerina::PackageFacts m_facts{};   // results borrow from it
};

std::string namesOf(const DeliveredConfiguration& delivery) {
    std::string names;
    for (const SecretVariable& each : delivery.variables) names += each.name + ' ';
    return names;
}

const std::string database = "type Database record {|\n    string host;\n    string password;\n|};\n"
                             "configurable Database db = ?;\n";

}

/// Secrets leave the configuration, and the program still gets all it had.
class DeliveredConfigurationTest : public QObject {
    Q_OBJECT

private slots:
    void aSecretTextBecomesAVariable() {
        const Shop shop{"configurable int port = 9090;\nconfigurable string dbPassword = ?;\n",
                        "# how we listen\nport = 9091   # moved\n\ndbPassword = \"p4ss\"   # of the clerk\n"};
        const DeliveredConfiguration delivery = shop.delivered();
        QCOMPARE(delivery.settings, "# how we listen\nport = 9091   # moved\n\n");
        QCOMPARE(namesOf(delivery), "BAL_CONFIG_VAR_ACME_SHOP_DBPASSWORD ");
        QCOMPARE(delivery.secrets, "");
    }

    void whereThereAreNoVariablesItGoesIntoTheFile() {
        const Shop shop{"configurable int port = 9090;\nconfigurable string dbPassword = ?;\n",
                        "port = 9091\ndbPassword = \"p4ss\"\n"};
        const DeliveredConfiguration delivery = shop.delivered(SecretsGo::IntoFile);
        QCOMPARE(delivery.settings, "port = 9091\n");
        QCOMPARE(delivery.secrets, "dbPassword = \"fill in: dbPassword\"\n");
        QCOMPARE(namesOf(delivery), "");
    }

    /// A secret of the cluster brings it, or nothing does and a rule says so.
    void theFileAsksForNothingThatIsNowhere() {
        const DeliveredConfiguration delivery =
            Shop{"configurable string apiKey = ?;\n", "port = 1\n"}.delivered(SecretsGo::IntoFile);
        QCOMPARE(delivery.secrets, "");
        QCOMPARE(namesOf(delivery), "");
    }

    void aRecordWithASecretStaysWhole() {
        const Shop shop{database, "[acme.shop.db]\nhost = \"db\"   # by name\npassword = \"p4ss\"\n"};
        const DeliveredConfiguration delivery = shop.delivered();
        QCOMPARE(delivery.settings, "");
        QCOMPARE(namesOf(delivery), "");
        QVERIFY2(delivery.secrets.contains("\"db\""), delivery.secrets.c_str());
        QVERIFY2(delivery.secrets.contains("\"fill in: acme.shop.db.password\""), delivery.secrets.c_str());
    }

    void aRequiredSecretThatIsNowhereIsAskedFor() {
        const Shop shop{"configurable string apiKey = ?;\nconfigurable string token = \"local\";\n", ""};
        QCOMPARE(namesOf(shop.delivered()), "BAL_CONFIG_VAR_ACME_SHOP_APIKEY ");
    }

    void settingsOfOtherPackagesAreNotTornApart() {
        const Shop shop{"configurable int port = 9090;\n",
                        "port = 1\n[other.lib]\nurl = \"u\"\n[other.lib.client]\ntoken = \"t0k\"\n"
                        "[other.quiet]\nurl = \"v\"\n"};
        const DeliveredConfiguration delivery = shop.delivered();
        QCOMPARE(delivery.settings, "port = 1\n[other.quiet]\nurl = \"v\"\n");
        const toml::Document secrets(delivery.secrets);
        QCOMPARE(toml::inlineText(*secrets.find({"other", "lib"})),
                 R"({ url = "u", client = { token = "fill in: other.lib.client.token" } })");
    }

    void whatAVariableCannotHoldGoesIntoTheFile_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("config");
        const auto row = [](const char* name, const char* source, const char* config) {
            QTest::newRow(name) << QByteArray(source) << QByteArray(config);
        };
        row("a name no shell knows", "configurable string 'api\\-token = ?;", "api-token = \"t\"\n");
        row("two variables of one name",
            "configurable string dbToken = ?;\nconfigurable string dbtoken = \"\";", "dbToken = \"t\"\n");
        row("a list", "configurable string[] tokens = ?;", "tokens = [\"t\"]\n");
        row("another variable that minds",
            "configurable string token = ?;\nconfigurable int|string[] ids = 1;", "token = \"t\"\n");
    }
    void whatAVariableCannotHoldGoesIntoTheFile() {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, config);
        const DeliveredConfiguration delivery = Shop{source.toStdString(), config.toStdString()}.delivered();
        QCOMPARE(namesOf(delivery), "");
        QVERIFY2(delivery.secrets.contains("fill in: "), delivery.secrets.c_str());
        QVERIFY(!delivery.settings.contains("\"t\""));
    }

    void modulesThatSoundSecretKeepTheirSettings() {
        const std::string config = "[ballerina.log]\nlevel = \"DEBUG\"\n[shop]\nregion = \"eu\"\n";
        const Shop shop{"import ballerina/log;\nconfigurable string region = ?;\n", config};
        QCOMPARE(shop.delivered().settings, config);
    }

    void commentsStayWithoutTheirSecrets() {
        const Shop shop{
            "configurable string note = \"\";\n",
            "# password = \"old\"\n  #region = \"eu\"\nnote = \"\"\"\n# token = \"text\"\n\"\"\"\n"};
        QCOMPARE(shop.delivered().settings, "# password = \"fill in: password\"\n  #region = \"eu\"\nnote = "
                                            "\"\"\"\n# token = \"text\"\n\"\"\"\n");
    }

    void ofBrokenTextNothingIsDelivered() {
        const DeliveredConfiguration delivery =
            Shop{"configurable string token = ?;\n", "token = \"t0k\nport =\n"}.delivered();
        QCOMPARE(delivery.settings, "");
        QCOMPARE(namesOf(delivery), "BAL_CONFIG_VAR_ACME_SHOP_TOKEN ");
    }

    /// The resolver of this project is the judge: filled in, every configurable has the value it has at home.
    void filledInEveryValueIsTheSame_data() {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("at the top") << QByteArray("port = 1\ntoken = \"s3cret\"\n")
                                    << QByteArray("acme.shop.token");
        QTest::newRow("in a section")
            << QByteArray("[acme.shop]\nport = 1\ntoken = \"s3cret\"\n") << QByteArray("acme.shop.token");
        QTest::newRow("in a short section")
            << QByteArray("[shop]\ntoken = \"s3cret\"\nport = 1\n[shop.db]\nhost = \"h\"\npassword = \"\"\n")
            << QByteArray("acme.shop.token");
        QTest::newRow("in a record") << QByteArray(
                                            "port = 1\n[shop.db]\nhost = \"h\"\npassword = \"s3cret\"\n")
                                     << QByteArray("shop.db.password");
        QTest::newRow("in an inline record")
            << QByteArray("port = 1\ndb = { host = \"h\", password = \"s3cret\" }\n")
            << QByteArray("db.password");
        QTest::newRow("with dotted keys")
            << QByteArray("db.host = \"h\"\nport = 1\ndb.password = \"s3cret\"\n")
            << QByteArray("db.password");
        QTest::newRow("in a list of tables")
            << QByteArray(
                   "port = 1\n[[users]]\nname = \"a\"\npassword = \"s3cret\"\n[[users]]\nname = \"b\"\n"
                   "password = \"\"\n")
            << QByteArray("users[0].password");
        QTest::newRow("in a known module")
            << QByteArray("[ballerinax.wso2.controlplane]\nx = 1\n[ballerina.log]\nlevel = \"INFO\"\n")
            << QByteArray("none");
    }
    void filledInEveryValueIsTheSame() {
        QFETCH(const QByteArray, config);
        QFETCH(const QByteArray, key);
        const Shop shop{
            "import ballerina/log;\nconfigurable int port = 9090;\nconfigurable string token = \"none\";\n"
            "type User record {|\n    string name;\n    string password;\n|};\n"
            "configurable User[] users = [];\n"
            "type Database record {|\n    string host;\n    string password;\n|};\n"
            "configurable Database db = {host: \"\", password: \"\"};\n",
            config.toStdString()};
        const DeliveredConfiguration delivery = shop.delivered();
        QVERIFY(!delivery.settings.contains("s3cret") && !delivery.secrets.contains("s3cret"));
        QCOMPARE(shop.valuesWhenFilledIn({{key.toStdString(), "s3cret"}}), shop.valuesAtHome());
        // the notes of a file name keys as they are written
        const std::string written = key.startsWith("acme.shop.") ? "" : key.toStdString();
        const std::string note = config.startsWith("port")          ? "token"
                                 : config.startsWith("[acme.shop]") ? "acme.shop.token"
                                                                    : "shop.token";
        QCOMPARE(shop.valuesWhenFilledIn({{written.empty() ? note : written, "s3cret"}}, SecretsGo::IntoFile),
                 shop.valuesAtHome());
    }
};

ARABESQUE_TEST(DeliveredConfigurationTest)
#include "delivered_configuration_test.moc"
