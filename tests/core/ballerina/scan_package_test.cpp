#include "tests/core/ballerina/scanned.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque::ballerina;
using namespace arabesque::ballerina::tests;

class ScanPackageTest : public QObject {
    Q_OBJECT

private slots:
    void filesBelongToModules() {
        QCOMPARE(moduleOf("main.bal"), std::optional<std::string>(""));
        QCOMPARE(moduleOf("modules/db/types.bal"), std::optional<std::string>("db"));
        QCOMPARE(moduleOf("modules/db.pool/pool.bal"), std::optional<std::string>("db.pool"));
        QCOMPARE(moduleOf("generated/client.bal"), std::optional<std::string>(""));
        QCOMPARE(moduleOf("generated/db/client.bal"), std::optional<std::string>("db"));
    }

    void otherFilesAreNoSources() {
        for (const char* file : {"tests/main_test.bal", "modules/db/tests/types_test.bal",
                                 "target/cache/x.bal", "modules/stray.bal", "resources/x.bal", "Cloud.toml",
                                 "main.bal.txt", ".bal", "modules/db/.bal", ""}) {
            QVERIFY2(!moduleOf(file), file);
        }
    }

    void theOrderIsByModuleThenFileThenAsWritten() {
        const auto service = [](const std::string& path) {
            return "service /" + path + " on new http:Listener(9090) { }\n";
        };
        const auto facts =
            scan({source("modules/b/x.bal", service("five")), source("z.bal", service("three")),
                  source("modules/a/x.bal", service("four")),
                  source("main.bal", service("one") + service("two"))});
        QCOMPARE(services(facts), "/one 9090\n/two 9090\n/three 9090\n/four 9090\n/five 9090");
    }

    void importsHaveAnOrganisationAModuleAndAPrefix() {
        const std::string text = "import ballerina/http;\n"
                                 "import ballerinax/mysql.driver as _;\n"
                                 "import shop.db.pool as pools;\n"
                                 "import ballerina/lang.'int;\n";
        const auto facts = scanned(text);
        QStringList found;
        for (const Import& import : facts.imports) {
            found += QString::fromStdString(import.organisation + "/" + import.module + " " + import.prefix);
        }
        QCOMPARE(found, QStringList({"ballerina/http http", "ballerinax/mysql.driver _",
                                     "/shop.db.pool pools", "ballerina/lang.int int"}));
        QCOMPARE(covered(text, facts.imports[0].place), "import ballerina/http;");
    }

    void functionsAreListedWithTheirAnnotations() {
        const std::string text =
            "import ballerinax/awslambda as aws;\n\n@aws:Function\n@display {label: \"x\"}\n"
            "public function 'accept(aws:Context context, json input) returns json {\n"
            "    return input;\n}\n\n@deprecated\nfunction plain() {\n}\n\n"
            "@cloud:Task {schedule: {}}\npublic function main() {\n}\n";
        const auto facts = scanned(text);
        QCOMPARE(facts.functions.size(), 2u);
        const Function& accept = facts.functions[0];
        QCOMPARE(accept.name, std::string("accept"));
        QCOMPARE(covered(text, accept.place), "'accept");
        QCOMPARE(accept.annotations.size(), 1u);
        QCOMPARE(accept.annotations[0].module, std::string("awslambda"));
        QCOMPARE(accept.annotations[0].name, std::string("Function"));
        QCOMPARE(covered(text, accept.annotations[0].place), "@aws:Function");
        QCOMPARE(facts.functions[1].annotations.at(0).module, std::string("cloud"));
    }

    /// What is half-written is taken as far as it goes.
    void halfWrittenAnnotationsDoNoHarm() {
        for (const char* text :
             {"@awslambda:", "@awslambda:Function", "@awslambda:Function\nfunction",
              "@:Function\nfunction f() {}", "@a:b:c\nfunction f() {}", "@\nfunction f() {}"})
            QVERIFY(scanned(text).functions.size() <= 1);
    }

    void anEmptyPackageHasNoFacts() {
        const auto facts = scan({});
        QVERIFY(facts.services.empty() && facts.configurables.empty() && facts.imports.empty() &&
                !facts.task);
        QVERIFY(scanned("").services.empty());
    }

    void lineEndsAndAByteOrderMarkDoNotMatter() {
        const std::string text =
            "\xEF\xBB\xBFimport ballerina/http;\r\n\r\n# Port.\r\n"
            "configurable int port = 9090;\r\n\r\nservice /a on new http:Listener(port) {\r\n"
            "    resource function get b() {\r\n    }\r\n}\r\n";
        const auto facts = scanned(text);
        QCOMPARE(services(facts), "/a 9090");
        QCOMPARE(facts.configurables.at(0).documentation, std::string("Port."));
        QCOMPARE(covered(text, facts.configurables[0].place), "port");
    }
};

ARABESQUE_TEST(ScanPackageTest)
#include "scan_package_test.moc"
