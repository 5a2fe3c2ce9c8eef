#include "tests/core/ballerina/scanned.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace arabesque::ballerina;
using namespace arabesque::ballerina::tests;

namespace {

/// "get healthz": accessor and path, one resource a line.
QString resources(const std::string& body) {
    const auto facts =
        scanned("import ballerina/http;\nservice /api on new http:Listener(9090) {\n" + body + "\n}\n");
    if (facts.services.size() != 1) return "no service";
    QStringList lines;
    for (const Resource& resource : facts.services[0].resources) {
        lines += QString::fromStdString(resource.accessor + " " + resource.path);
    }
    return lines.join('\n');
}

/// The path of a service declared as `service PATH on …`.
QString pathOf(const std::string& path) {
    const auto facts =
        scanned("import ballerina/http;\nservice " + path + " on new http:Listener(9090) {\n}\n");
    return facts.services.size() == 1 ? QString::fromStdString(facts.services[0].path) : "no service";
}

}

class ScanServicesTest : public QObject {
    Q_OBJECT

private slots:
    void pathsOfServices() {
        QCOMPARE(pathOf("/"), "/");
        QCOMPARE(pathOf("/orders"), "/orders");
        QCOMPARE(pathOf("/orders/v1.0/all"), "/orders/v1.0/all");
        QCOMPARE(pathOf("http:Service /orders"), "/orders");
        QCOMPARE(pathOf(""), "");
    }

    void escapesStayAsWritten() {
        QCOMPARE(pathOf("/order\\-api"), "/order\\-api");
        QCOMPARE(pathOf("/'type"), "/'type");
    }

    void aStringPathIsNoPath() {
        QCOMPARE(pathOf("\"orders\""), "");
        QCOMPARE(pathOf("/base \"orders\""), "");
    }

    void resourcesHaveAccessorAndPath() {
        QCOMPARE(resources("resource function get healthz() returns string => \"up\";"), "get healthz");
        QCOMPARE(resources("resource function post .(http:Request request) { }"), "post .");
        QCOMPARE(resources("resource function 'default a/b/c() { }"), "default a/b/c");
    }

    void parametersOfPathsAreLeftOut() {
        QCOMPARE(resources("resource function get users/[int id]() { }"), "get users/");
        QCOMPARE(resources("resource function get [string... all]() { }"), "get ");
        QCOMPARE(resources("resource function get users/[int id]/orders() { }"), "get users//orders");
    }

    void qualifiersAndAnnotationsDoNotHideResources() {
        QCOMPARE(resources("isolated resource function get a() { }\n"
                           "resource isolated function get b() { }\n"
                           "@http:ResourceConfig {consumes: [\"text/plain\"]}\n"
                           "transactional resource function get c() { }"),
                 "get a\nget b\nget c");
    }

    void onlyResourcesCount() {
        QCOMPARE(resources("private final int[] numbers = [1, 2];\n"
                           "function init() returns error? { }\n"
                           "remote function onMessage() { }\n"
                           "isolated function help() { resource = 1; }\n"
                           "resource function get a() { }"),
                 "get a");
    }

    void bodiesMayHoldAnything() {
        QCOMPARE(resources("resource function get a() returns string|error {\n"
                           "    // resource function get comment() {\n"
                           "    string s = \"} resource function get text() {\";\n"
                           "    service object {} inner = service object {\n"
                           "        resource function get inner() { }\n"
                           "    };\n"
                           "    return string `resource function get ${s}() { }`;\n"
                           "}\n"
                           "resource function get b() returns record {| int n; |} { return {n: 1}; }"),
                 "get a\nget b");
    }

    void placesCoverWhatWasWritten() {
        const std::string text = "import ballerina/http;\n\n"
                                 "isolated service /api on new http:Listener(9090), shared {\n"
                                 "    isolated resource function get users/[int id]() { }\n"
                                 "}\n"
                                 "listener http:Listener shared = new (8080);\n";
        const auto facts = scanned(text);
        QCOMPARE(facts.services.size(), 1u);
        const Service& service = facts.services[0];
        QCOMPARE(covered(text, service.place), "service /api on new http:Listener(9090), shared");
        QCOMPARE(covered(text, service.resources[0].place), "resource function get users/[int id]");
        QCOMPARE(covered(text, service.ports[0].place), "9090");
        QCOMPARE(covered(text, service.ports[1].place), "8080");
    }

    void allServicesOfASharedListener() {
        QCOMPARE(services(scanned("import ballerina/http;\n"
                                  "listener http:Listener shared = new (9090);\n"
                                  "service /a on shared { }\n"
                                  "service /b on shared { };\n"
                                  "service /c on new http:Listener(9091) { }\n")),
                 "/a 9090\n/b 9090\n/c 9091");
    }

    void serviceObjectsAndClassesAreNoServices() {
        QCOMPARE(
            services(scanned("import ballerina/http;\n"
                             "service class Api { resource function get a() { } }\n"
                             "final http:Service api = service object { resource function get b() { } };\n"
                             "service object {} other = service object { };\n"
                             "service /c on new http:Listener(9091) { }\n")),
            "/c 9091");
    }
};

ARABESQUE_TEST(ScanServicesTest)
#include "scan_services_test.moc"
