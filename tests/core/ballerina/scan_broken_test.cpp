#include "core/ballerina/lexer.h"
#include "tests/core/ballerina/scanned.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <random>
#include <set>

using namespace arabesque::ballerina;
using namespace arabesque::ballerina::tests;

namespace {

/// Declarations as people write them; %1 makes each one its own.
constexpr std::string_view declarations[] = {
    "configurable int limit%1 = 9%1;\n",
    "configurable string name%1 = ?;\n",
    "# What it costs.\nconfigurable decimal rate%1 = 1.%1;\n",
    "configurable record {| string host; int port = %1; |} server%1 = ?;\n",
    "listener http:Listener web%1 = new (70%1);\n",
    "final http:Client client%1 = check new (\"http://localhost:%1\");\n",
    "service /path%1 on new http:Listener(80%1) {\n"
    "    resource function get item%1/[string id](http:Caller caller) returns error? {\n"
    "        check caller->respond({id: id, text: string `a ${id} b`});\n"
    "    }\n"
    "}\n",
    "type Order%1 record {|\n    string id;\n    int[] counts = [%1, 2];\n|};\n",
    "enum Level%1 {\n    LOW%1,\n    HIGH%1 = \"high\"\n}\n",
    "const string TEXT%1 = \"a ; } text\";\n",
    "function helper%1(int a, string... rest) returns int {\n    if a > %1 {\n        return a;\n    }\n    "
    "return 0;\n}\n",
    "public class Worker%1 {\n    private int count = %1;\n\n    function init() {\n        self.count = "
    "0;\n    }\n}\n",
};

/// Everything a source tells, each fact as a line.
std::multiset<std::string> factsOf(const std::string& text) {
    const PackageFacts facts = scanned(text);
    std::multiset<std::string> all;
    for (const Import& import : facts.imports) all.insert("import " + import.module);
    for (const Configurable& each : facts.configurables)
        all.insert("configurable " + each.type.text + ' ' + each.name + " = " + each.fallback);
    for (const Service& service : facts.services) {
        std::string line = "service " + service.path;
        for (const Port& port : service.ports) line += ' ' + std::to_string(port.number);
        for (const Resource& resource : service.resources) line += ' ' + resource.accessor + resource.path;
        all.insert(line);
    }
    return all;
}

std::string numbered(std::string_view text, int number) {
    return QString::fromStdString(std::string(text)).arg(number).toStdString();
}

/// `text` without some of its tokens, one to all.
std::string withoutTokens(const std::string& text, std::mt19937& random) {
    const std::vector<Token> tokens = tokenize(text);
    std::string left;
    std::size_t at = 0;
    const unsigned share = random() % 4 + 1;
    for (const Token& token : tokens) {
        left += text.substr(at, token.begin - at);
        if (random() % 5 >= share) left += text.substr(token.begin, token.end - token.begin);
        at = token.end;
    }
    return left + text.substr(at);
}

}

/// A declaration that is being typed takes nothing away from those around it.
class ScanBrokenTest : public QObject {
    Q_OBJECT

private slots:
    void factsAroundABrokenDeclarationStay() {
        std::mt19937 random(20250312);
        for (int round = 0; round < 20'000; ++round) {
            const std::string head = "import ballerina/http;\nimport ballerina/log;\n\n";
            std::string before = head;
            std::string behind;
            int number = 10;
            for (unsigned i = random() % 4; i > 0; --i)
                before += numbered(declarations[random() % std::size(declarations)], ++number) + "\n";
            const std::string whole = numbered(declarations[random() % std::size(declarations)], ++number);
            for (unsigned i = random() % 4; i > 0; --i)
                behind += "\n" + numbered(declarations[random() % std::size(declarations)], ++number);
            const std::string broken = withoutTokens(whole, random);
            const auto expected = factsOf(before + behind);
            const auto found = factsOf(before + broken + behind);
            for (const std::string& fact : expected)
                QVERIFY2(found.count(fact) >= expected.count(fact),
                         ("round " + std::to_string(round) + ": lost '" + fact + "' in\n" + before +
                          "--- broken\n" + broken + "--- behind" + behind)
                             .c_str());
        }
    }
};

ARABESQUE_TEST(ScanBrokenTest)
#include "scan_broken_test.moc"
