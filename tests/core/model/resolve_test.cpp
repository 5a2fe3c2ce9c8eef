#include "core/model/resolve.h"

#include "tests/support/test_main.h"

#include <QTest>

#include <map>

using namespace arabesque;

namespace {

/// A program acme/shop whose default module is `source`, with another module acme/shop.db, and how it is started.
struct Started {
    std::string source;
    std::string config{};   ///< ./Config.toml
    std::map<std::string, std::string> variables{};
    std::vector<std::string> arguments{};
    std::vector<std::string> files{};   ///< texts of BAL_CONFIG_FILES instead of `config`
    std::string database{};             ///< source of module db
    bool singleFile = false;

    [[nodiscard]] Resolution resolution() const {
        const std::string imports = database.empty() ? "" : "import acme/shop.db as _;\n";
        std::vector<ballerina::Source> sources{
            {"main.bal", "", std::make_shared<const std::string>(imports + source)}};
        if (!database.empty())
            sources.push_back({"modules/db/db.bal", "db", std::make_shared<const std::string>(database)});
        facts = ballerina::scan(std::move(sources));
        Scenario scenario;
        for (const auto& [name, value] : variables) scenario.variables.push_back({name, value});
        scenario.arguments = arguments;
        for (std::size_t i = 0; i < files.size(); ++i)
            scenario.sources.push_back({.label = "BAL_CONFIG_FILES[" + std::to_string(i) + "]",
                                        .path = std::to_string(i) + ".toml",
                                        .document = toml::Document(files[i])});
        if (files.empty() && !config.empty())
            scenario.sources.push_back({.label = "Config.toml",
                                        .path = "Config.toml",
                                        .document = toml::Document(config),
                                        .file = "Config.toml"});
        return resolve({facts, "acme", "shop", singleFile}, scenario);
    }

    /// "8080 from Config.toml"; what nobody gives is "nothing".
    [[nodiscard]] std::string value(std::string_view key) const {
        for (const ResolvedValue& each : resolution().values)
            if (each.key == key)
                return each.winner ? each.winner->value.value_or("?") + " from " + each.winner->source
                                   : "nothing";
        return "no such variable";
    }

    /// "error RUNTIME_0091 Config.toml", a line each, in the order they are printed.
    [[nodiscard]] std::string says() const {
        std::string said;
        for (const RuntimeMessage& each : resolution().messages)
            said += std::string(nameOf(each.severity)) + ' ' + each.code +
                    (each.source.empty() ? "" : ' ' + each.source) + '\n';
        return said;
    }

    mutable ballerina::PackageFacts facts{};   // the result borrows from it
};

const std::string port = "configurable int port = 9090;\n";
const std::string required = "configurable int port = ?;\n";
const std::string databaseUrl = "public configurable string url = \"local\";\n";

}

/// The value a program really sees, and what the runtime prints (Config.toml reference, sections 1 to 6).
class ResolveTest : public QObject {
    Q_OBJECT

private slots:
    void theValueOfAnInteger_data() {
        QTest::addColumn<Started>("started");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const Started& started, const char* value,
                            const char* says = "") {
            QTest::newRow(name) << started << QByteArray(value) << QByteArray(says);
        };
        // precedence
        row("the default", {.source = port}, "9090 from default");
        row("a file before the default", {.source = port, .config = "port = 1\n"}, "1 from Config.toml");
        row("the command line before a file",
            {.source = port, .config = "port = 1\n", .arguments = {"-Cport=2"}}, "2 from -Cport");
        row("the environment before the command line",
            {.source = port,
             .config = "port = 1\n",
             .variables = {{"BAL_CONFIG_VAR_PORT", "3"}},
             .arguments = {"-Cport=2"}},
            "3 from BAL_CONFIG_VAR_PORT");
        row("the first file wins", {.source = port, .files = {"port = 1\n", "port = 2\n"}},
            "1 from BAL_CONFIG_FILES[0]");
        row("a key the first file lacks", {.source = port, .files = {"", "port = 2\n"}},
            "2 from BAL_CONFIG_FILES[1]");
        // sections
        row("organisation and package", {.source = port, .config = "[acme.shop]\nport = 1\n"},
            "1 from Config.toml");
        row("the package", {.source = port, .config = "[shop]\nport = 1\n"}, "1 from Config.toml");
        row("the whole section before the top",
            {.source = port, .config = "port = 1\n[acme.shop]\nport = 2\n"}, "2 from Config.toml",
            "error RUNTIME_0091 Config.toml\n");
        row("a root key below a foreign section", {.source = port, .config = "[log]\nport = 1\n"},
            "9090 from default", "error RUNTIME_0091 Config.toml\nerror RUNTIME_0091 Config.toml\n");
        row("a single file's at the top", {.source = port, .config = "port = 1\n", .singleFile = true},
            "1 from Config.toml");
        // wrong values
        row("text in a file", {.source = port, .config = "port = \"1\"\n"}, "nothing",
            "error RUNTIME_0074 Config.toml\n");
        row("a float in a file", {.source = port, .config = "port = 8080.0\n"}, "nothing",
            "error RUNTIME_0074 Config.toml\n");
        row("no number in the environment, one in the file",
            {.source = port, .config = "port = 1\n", .variables = {{"BAL_CONFIG_VAR_PORT", "abc"}}},
            "1 from Config.toml", "warning RUNTIME_0074 BAL_CONFIG_VAR_PORT\n");
        row("no number in the file, one in the environment",
            {.source = port, .config = "port = true\n", .variables = {{"BAL_CONFIG_VAR_PORT", "1"}}},
            "1 from BAL_CONFIG_VAR_PORT", "warning RUNTIME_0074 Config.toml\n");
        row("no number in the environment alone",
            {.source = port, .variables = {{"BAL_CONFIG_VAR_PORT", "abc"}}}, "nothing",
            "error RUNTIME_0074 BAL_CONFIG_VAR_PORT\n");
        row("required and absent", {.source = required}, "nothing", "error RUNTIME_0076\n");
        row("required and given", {.source = required, .config = "port = 1\n"}, "1 from Config.toml");
        // names on the command line
        row("-C with the package", {.source = port, .arguments = {"-Cshop.port=1"}}, "1 from -Cshop.port");
        row("-C with all", {.source = port, .arguments = {"-Cacme.shop.port=1"}}, "1 from -Cacme.shop.port");
        row("-C of nobody", {.source = port, .arguments = {"-Cports=1"}}, "9090 from default",
            "error RUNTIME_0095 -Cports\n");
        row("-C twice", {.source = port, .arguments = {"-Cport=1", "-Cshop.port=2"}}, "2 from -Cshop.port",
            "error RUNTIME_0094 -Cshop.port\n");
        row("an argument of the program", {.source = port, .arguments = {"--verbose", "port=1"}},
            "9090 from default");
        // names in the environment
        row("a variable with the package", {.source = port, .variables = {{"BAL_CONFIG_VAR_SHOP_PORT", "1"}}},
            "1 from BAL_CONFIG_VAR_SHOP_PORT");
        row("a variable with all", {.source = port, .variables = {{"BAL_CONFIG_VAR_ACME_SHOP_PORT", "1"}}},
            "1 from BAL_CONFIG_VAR_ACME_SHOP_PORT");
        row("two short names",
            {.source = port, .variables = {{"BAL_CONFIG_VAR_PORT", "1"}, {"BAL_CONFIG_VAR_SHOP_PORT", "2"}}},
            "2 from BAL_CONFIG_VAR_SHOP_PORT", "error RUNTIME_0123 BAL_CONFIG_VAR_PORT\n");
        row("the whole name beside a short one",
            {.source = port,
             .variables = {{"BAL_CONFIG_VAR_PORT", "1"}, {"BAL_CONFIG_VAR_ACME_SHOP_PORT", "2"}}},
            "2 from BAL_CONFIG_VAR_ACME_SHOP_PORT", "error RUNTIME_0126 BAL_CONFIG_VAR_PORT\n");
        row("lower case counts for nothing", {.source = port, .variables = {{"BAL_CONFIG_VAR_port", "1"}}},
            "9090 from default", "error RUNTIME_0126 BAL_CONFIG_VAR_port\n");
        row("a variable of nobody", {.source = port, .variables = {{"BAL_CONFIG_VAR_HTTP_PORT", "1"}}},
            "9090 from default", "error RUNTIME_0126 BAL_CONFIG_VAR_HTTP_PORT\n");
        row("variables of others do no harm", {.source = port, .variables = {{"PATH", "/bin"}}},
            "9090 from default");
        // what nobody asked for
        row("a misspelt key", {.source = port, .config = "prot = 1\n"}, "9090 from default",
            "error RUNTIME_0091 Config.toml\n");
        row("a misspelt key says each level", {.source = port, .config = "[shop.a]\nb = 1\n"},
            "9090 from default",
            "error RUNTIME_0091 Config.toml\nerror RUNTIME_0091 Config.toml\nerror RUNTIME_0091 "
            "Config.toml\n");
        row("a key of an imported package",
            {.source = "import foo/bar;\n" + port, .config = "[foo.bar]\nx = 1\n"}, "9090 from default");
        // files that cannot be read
        row("no TOML", {.source = port, .config = "port = \n"}, "9090 from default",
            "warning RUNTIME_0077 Config.toml\n");
        row("no TOML, and required", {.source = required, .config = "port = \n"}, "nothing",
            "warning RUNTIME_0077 Config.toml\nerror RUNTIME_0076\n");
    }
    void theValueOfAnInteger() {
        QFETCH(const Started, started);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, says);
        QCOMPARE(started.value(started.singleFile ? "port" : "acme.shop.port"), value.toStdString());
        QCOMPARE(started.says(), says.toStdString());
    }

    /// A declaration `T v = D` and what gives `v` its value.
    void conversions_data() {
        QTest::addColumn<QByteArray>("declaration");
        QTest::addColumn<QByteArray>("toml");       // nothing in the file where empty
        QTest::addColumn<QByteArray>("variable");   // nothing in the environment where "-"
        QTest::addColumn<QByteArray>("outcome");    // the value, or the code
        const auto row = [](const char* name, const char* declaration, const char* toml, const char* variable,
                            const char* outcome) {
            QTest::newRow(name) << QByteArray(declaration) << QByteArray(toml) << QByteArray(variable)
                                << QByteArray(outcome);
        };
        row("boolean", "configurable boolean v = false;", "v = true", "-", "true");
        row("boolean as text", "configurable boolean v = false;", "v = \"true\"", "-", "RUNTIME_0074");
        row("boolean from outside", "configurable boolean v = false;", "", "true", "true");
        row("no boolean from outside", "configurable boolean v = false;", "", "yes", "RUNTIME_0074");
        row("byte", "configurable byte v = 0;", "v = 255", "-", "255");
        row("too large a byte", "configurable byte v = 0;", "v = 256", "-", "RUNTIME_0075");
        row("too large a byte from outside", "configurable byte v = 0;", "", "256", "RUNTIME_0075");
        row("float", "configurable float v = 0;", "v = 30.0", "-", "30.0");
        row("an integer for a float", "configurable float v = 0;", "v = 30", "-", "RUNTIME_0074");
        row("an integer for a float from outside", "configurable float v = 0;", "", "30", "30.0");
        row("decimal", "configurable decimal v = 0;", "v = 0.25", "-", "0.25");
        row("an integer for a decimal", "configurable decimal v = 0;", "v = 1", "-", "RUNTIME_0074");
        row("string", "configurable string v = \"\";", "v = \"a\"", "-", "\"a\"");
        row("a number for a string", "configurable string v = \"\";", "v = 1", "-", "RUNTIME_0074");
        row("a number for a string from outside", "configurable string v = \"\";", "", "1", "\"1\"");
        row("an empty text is a value", "configurable string v = \"x\";", "", "", "\"\"");
        row("xml", "configurable xml v = xml `<a/>`;", "v = \"<b/>\"", "-", "\"<b/>\"");
        row("enum", "enum E { A = \"a\", B }\nconfigurable E v = A;", "v = \"a\"", "-", "\"a\"");
        row("an enum's name instead of its value", "enum E { A = \"a\", B }\nconfigurable E v = A;",
            "v = \"A\"", "-", "RUNTIME_0074");
        row("an enum from outside", "enum E { A = \"a\", B }\nconfigurable E v = A;", "", "B", "\"B\"");
        row("a union by its type", "configurable int|string v = 1;", "v = \"x\"", "-", "\"x\"");
        row("a text that fits both", "configurable int|string v = 1;", "", "5", "RUNTIME_0078");
        row("a text that fits one", "configurable int|string v = 1;", "", "ID-1", "\"ID-1\"");
        row("an optional value", "configurable int? v = ();", "v = 3", "-", "3");
        row("array", "configurable int[] v = [];", "v = [1, 2]", "-", "[1, 2]");
        row("an array as text", "configurable int[] v = [];", "v = \"[1, 2]\"", "-", "RUNTIME_0074");
        row("an array from outside", "configurable int[] v = [];", "", "[1]", "RUNTIME_0125");
        row("tuple", "configurable [int, string] v = [1, \"\"];", "v = [1, \"a\"]", "-", "[1, \"a\"]");
        row("too short a tuple", "configurable [int, string] v = [1, \"\"];", "v = [1]", "-", "RUNTIME_0098");
        row("a tuple with more", "configurable [int, string...] v = [1];", "v = [1, \"a\", \"b\"]", "-",
            "[1, \"a\", \"b\"]");
        row("map", "configurable map<int> v = {};", "[v]\na = 1", "-", "{ a = 1 }");
        row("closed record", "type R record {| int a; |};\nconfigurable R v = ?;", "[v]\na = 1\nb = 2", "-",
            "RUNTIME_0079");
        row("open record", "type R record { int a; };\nconfigurable R v = ?;", "[v]\na = 1\nb = 2", "-",
            "{ a = 1, b = 2 }");
        row("a field is missing", "type R record {| int a; |};\nconfigurable R v = ?;", "v = {}", "-",
            "RUNTIME_0081");
        row("a field of no configurable type", "type R record {| int:Signed32 a; |};\nconfigurable R v = ?;",
            "v = { a = 1 }", "-", "RUNTIME_0080");
        row("a readonly field's default", "type R record {| readonly int a = 1; |};\nconfigurable R v = ?;",
            "v = {}", "-", "RUNTIME_0084");
        row("a row lacks its key",
            "type R record {| readonly string id; |};\nconfigurable table<R> key(id) v = table [];",
            "v = [{}]", "-", "RUNTIME_0082");
        row("a type that cannot be configured", "configurable int:Signed32 v = 1;", "v = 1", "-",
            "RUNTIME_0073");
    }
    void conversions() {
        QFETCH(const QByteArray, declaration);
        QFETCH(const QByteArray, toml);
        QFETCH(const QByteArray, variable);
        QFETCH(const QByteArray, outcome);
        Started started{.source = declaration.toStdString(), .config = toml.toStdString()};
        if (variable != "-") started.variables["BAL_CONFIG_VAR_V"] = variable.toStdString();
        const std::string value = started.value("acme.shop.v");
        const std::string said = started.says();
        if (outcome.startsWith("RUNTIME_")) {
            QCOMPARE(value, "nothing");
            QVERIFY2(said.starts_with("error " + outcome.toStdString()), said.c_str());
        } else {
            QCOMPARE(said, "");
            QCOMPARE(value.substr(0, value.rfind(" from ")), outcome.toStdString());
        }
    }

    void aModuleOfThePackageNeedsItsPackage() {
        QCOMPARE((Started{.source = port, .config = "[shop.db]\nurl = \"x\"\n", .database = databaseUrl})
                     .value("acme.shop.db.url"),
                 "\"x\" from Config.toml");
        QCOMPARE((Started{.source = port, .config = "[acme.shop.db]\nurl = \"x\"\n", .database = databaseUrl})
                     .value("acme.shop.db.url"),
                 "\"x\" from Config.toml");
        QCOMPARE((Started{.source = port, .config = "[db]\nurl = \"x\"\n", .database = databaseUrl}).says(),
                 "error RUNTIME_0091 Config.toml\nerror RUNTIME_0091 Config.toml\n");
    }
    void aModuleThatNobodyImportsIsNoPartOfTheProgram() {
        const auto text = [](const char* source) { return std::make_shared<const std::string>(source); };
        const ballerina::PackageFacts facts =
            ballerina::scan({{"main.bal", "", text("configurable int port = 1;\n")},
                             {"modules/db/db.bal", "db", text("configurable string url = ?;\n")}});
        const Resolution resolution = resolve({facts, "acme", "shop", false}, {});
        QCOMPARE(resolution.values.size(), 1u);
        QVERIFY(resolution.starts());
    }
    void aRequiredVariableBelowTheWrongSectionSaysTheRightOne() {
        const std::string url = "public configurable string url = ?;\n";
        QVERIFY((Started{.source = port, .config = "[db]\nurl = \"x\"\n", .database = url})
                    .says()
                    .starts_with("error RUNTIME_0121 Config.toml\n"));
        QVERIFY((Started{.source = port, .config = "[db]\nother = \"x\"\n", .database = url})
                    .says()
                    .starts_with("error RUNTIME_0083 Config.toml\n"));
    }
    void aPackageNamedLikeAnOrganisationMustNameItsOwn() {
        Started started{.source = "import ballerina/http;\nconfigurable int port = 1;\n",
                        .config = "[ballerina]\nport = 2\n"};
        const ballerina::PackageFacts facts =
            ballerina::scan({{"main.bal", "", std::make_shared<const std::string>(started.source)}});
        const Resolution resolution = resolve({facts, "acme", "ballerina", false},
                                              {.sources = {{.label = "Config.toml",
                                                            .path = "Config.toml",
                                                            .document = toml::Document(started.config)}}});
        QCOMPARE(resolution.messages.at(0).code, "RUNTIME_0090");
    }
    void anArgumentThatMayMeanTwoVariablesIsRefused() {
        // a package whose name is that of an organisation and its module
        const ballerina::PackageFacts facts =
            ballerina::scan({{"main.bal", "",
                              std::make_shared<const std::string>(
                                  "import ballerina/log;\nconfigurable string level = \"x\";\n")}});
        const Resolution resolution =
            resolve({facts, "acme", "ballerina.log", false}, {.arguments = {"-Cballerina.log.level=DEBUG"}});
        QCOMPARE(resolution.messages.at(0).code, "RUNTIME_0093");
    }
    void aKeyThatMayMeanTwoVariablesIsRefused() {
        // the root module's shop.x, and x of the root module named by its package
        const Started started{.source = "configurable int shop_x = 1;\nconfigurable int x = 2;\n",
                              .variables = {{"BAL_CONFIG_VAR_SHOP_X", "3"}}};
        QVERIFY2(started.says().starts_with("error RUNTIME_0124 BAL_CONFIG_VAR_SHOP_X\n"),
                 started.says().c_str());
    }
    void namesThatDifferInLetterCaseOnlyAreOne() {
        const Started started{.source = "configurable int dbHost = 1;\nconfigurable int dbhost = 2;\n",
                              .variables = {{"BAL_CONFIG_VAR_DBHOST", "3"}}};
        QVERIFY2(started.says().starts_with("error RUNTIME_0127 BAL_CONFIG_VAR_DBHOST\n"),
                 started.says().c_str());
    }
    void aUnionNoTextCanMeanFailsWhereAnyVariableIsSet() {
        const std::string source = "configurable int|int[] v = 1;\n" + port;
        QCOMPARE((Started{.source = source}).says(), "");
        QCOMPARE((Started{.source = source, .variables = {{"BAL_CONFIG_VAR_PORT", "1"}}}).says(),
                 "error RUNTIME_0125 BAL_CONFIG_VAR_\n");
    }
    void aStructureOnTheCommandLineIsRefused() {
        QCOMPARE((Started{.source = "configurable int[] v = [];\n", .arguments = {"-Cv=[1]"}}).says(),
                 "error RUNTIME_0092 -Cv\n");
    }
    void aProgramWithoutVariablesReadsNothing() {
        const Started started{.source = "public function main() {\n}\n", .config = "port = 1\n"};
        QCOMPARE(started.says(), "");
        QVERIFY(started.resolution().nothingIsRead);
    }
    void whatLostIsListedWithTheReason() {
        const Started started{
            .source = port, .config = "port = 1\n", .variables = {{"BAL_CONFIG_VAR_PORT", "2"}}};
        const Resolution resolution = started.resolution();
        const ResolvedValue& value = resolution.values.at(0);
        QCOMPARE(value.ignored.size(), 1u);
        QCOMPARE(value.ignored[0].value.value(), "1");
        QCOMPARE(value.ignored[0].note.english(), "BAL_CONFIG_VAR_PORT is preferred");
    }
    void wellKnownModulesOfImportsAreResolvedToo() {
        const Started started{.source = "import ballerina/log;\n" + port,
                              .config = "[ballerina.log]\nlevel = \"DEBUG\"\n"};
        QCOMPARE(started.value("ballerina.log.level"), "\"DEBUG\" from Config.toml");
        QCOMPARE(started.says(), "");
        QCOMPARE(started.value("ballerina.log.format"), "no such variable");   // nobody sets it
    }
};

Q_DECLARE_METATYPE(Started)

ARABESQUE_TEST(ResolveTest)
#include "resolve_test.moc"
