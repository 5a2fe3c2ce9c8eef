#include "core/analysis/analysis.h"
#include "core/rules/rule_list.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;
using tests::snapshotOf;

namespace {

constexpr std::string_view package = "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n"
                                     "[build-options]\ncloud = \"k8s\"\n";

/// What one rule says about a project of three files, a line each.
QString said(const Rule& rule, std::string_view main, std::string_view cloudToml,
             std::string_view ballerinaToml = package) {
    const Analysis analysis = analyze(
        snapshotOf({{"Ballerina.toml", ballerinaToml}, {"Cloud.toml", cloudToml}, {"main.bal", main}}));
    QString lines;
    for (const Diagnostic& each : analysis.diagnostics)
        if (each.rule == rule.id) lines += QString::fromStdString(each.message.english()) + '\n';
    return lines;
}

}

/// What is right, or cannot be known here, is left alone.
class QuietRulesTest : public QObject {
    Q_OBJECT

private slots:
    void listenersThatDoNotMeet() {
        for (const char* main :
             {"service / on new tcp:Listener(9090) {}\nservice / on new udp:Listener(9090) {}\n",
              "service / on new http:Listener(9090, host = \"10.0.0.1\") {}\n"
              "service / on new http:Listener(9090, host = \"10.0.0.2\") {}\n",
              "listener http:Listener l = new (9090);\nservice /a on l {}\nservice /b on l {}\n",
              "service /a on new http:Listener(0) {}\nservice /b on new http:Listener(0) {}\n"})
            QCOMPARE(said(listener_port_is_unique, main, ""), "");
        QVERIFY(!said(listener_port_is_unique,
                      "final int p = 9090;\nlistener http:Listener a = new (p);\n"
                      "listener http:Listener b = new (p);\n",
                      "")
                     .isEmpty());
    }
    void variablesOfPackagesOutOfSight() {
        const auto variable = [](const std::string& name) {
            return said(configurable_variable_name, "configurable string dbPassword = ?;\n",
                        "[[cloud.secret.envs]]\nkey_ref = \"k\"\nname = \"" + name +
                            "\"\nsecret_name = \"s\"\n");
        };
        for (const char* name :
             {"BAL_CONFIG_VAR_DBPASSWORD", "BAL_CONFIG_VAR_ORDERS_DBPASSWORD",
              "BAL_CONFIG_VAR_ACME_ORDERS_DBPASSWORD", "BAL_CONFIG_VAR_BILLING_URL", "DB_PASSWORD"})
            QCOMPARE(variable(name), "");
        for (const char* name :
             {"BAL_CONFIG_VAR_DB_PASSWORD", "BAL_CONFIG_VAR_dbPassword", "BAL_CONFIG_VAR_ORDERS_DB_PASSWORD"})
            QVERIFY2(!variable(name).isEmpty(), name);
    }
    void heapsBelowTheLimit() {
        const auto heap = [](const std::string& option, const std::string& limit) {
            return said(heap_within_limit, "service / on new http:Listener(9090) {}\n",
                        "[container.image]\nentrypoint = \"ENTRYPOINT java " + option +
                            " -jar a.jar\"\n[cloud.deployment]\nmax_memory = \"" + limit + "\"\n");
        };
        QCOMPARE(heap("-Xmx384m", "512Mi"), "");
        QCOMPARE(heap("-Xms1g", "512Mi"), "");
        QCOMPARE(heap("-Xmx", "512Mi"), "");
        QVERIFY(!heap("-Xmx524288K", "512Mi").isEmpty());
        QVERIFY(!heap("-Xmx1G", "1G").isEmpty());
    }
    void keysThatAreBrought() {
        const auto key = [](const std::string& file, std::string_view cloudToml) {
            return said(tls_files_are_mounted,
                        "http:ListenerConfiguration c = {secureSocket: {key: {certFile: \"" + file +
                            "\"}}};\n",
                        cloudToml);
        };
        constexpr std::string_view folder =
            "[[cloud.secret.files]]\nfile = \"keys/tls.crt\"\nmount_dir = \"./keys/\"\n";
        constexpr std::string_view volume =
            "[[cloud.deployment.storage.volumes]]\nname = \"keys\"\nlocal_path = \"/keys\"\n";
        constexpr std::string_view copied =
            "[[container.copy.files]]\nsourceFile = \"keys\"\ntarget = \"/home/ballerina/keys\"\n";
        QCOMPARE(key("./keys/tls.crt", folder), "");
        QCOMPARE(key("/home/ballerina/keys/tls.crt", copied), "");
        QCOMPARE(key("/keys/tls.crt", volume), "");
        QCOMPARE(key("/keys/tls.crt", "[container.image]\nbase = \"acme/java:21\"\n"), "");
        QVERIFY(!key("/keys2/tls.crt", volume).isEmpty());
        QVERIFY(!key("tls.crt", folder).isEmpty());
    }
    void quantitiesAsPeopleWriteThem() {
        const auto limits = [](const std::string& memory, const std::string& cpu) {
            QString lines;
            for (const Rule* rule : {&quantity_has_a_value, &memory_unit_is_plausible, &cpu_unit_is_plausible,
                                     &memory_request_within_limit, &cpu_request_within_limit})
                lines +=
                    said(*rule, "service / on new http:Listener(9090) {}\n",
                         "[cloud.deployment]\nmax_memory = \"" + memory + "\"\nmax_cpu = \"" + cpu + "\"\n");
            return lines;
        };
        for (const char* memory : {"512Mi", "1Gi", "0.5Gi", "1e9", "1500M", "536870912", "1G"})
            QCOMPARE(limits(memory, "1"), "");
        for (const char* cpu : {"1", "0.5", "500m", "2000m", "64"}) QCOMPARE(limits("512Mi", cpu), "");
        for (const char* memory : {"512", "512m", "512k", "5KK", "..", "64Mi"})
            QVERIFY2(!limits(memory, "1").isEmpty(), memory);
        for (const char* cpu : {"500", "500Mi", "1k", "100m"}) QVERIFY2(!limits("512Mi", cpu).isEmpty(), cpu);
    }
    void distributionsOfAllKinds() {
        const auto distribution = [](const std::string& text) {
            return said(distribution_is_a_release, "", "",
                        "[package]\norg = \"a\"\nname = \"b\"\nversion = \"1.0.0\"\ndistribution = \"" +
                            text + "\"\n");
        };
        for (const char* text : {"2201.13.4", "2201.0.0", "2201.13.0-rc1", "slbeta6"})
            QCOMPARE(distribution(text), "");
        for (const char* text : {"2201.13", "2201", "swan lake", "v2201.13.0", "2201.13.4.1"})
            QVERIFY2(!distribution(text).isEmpty(), text);
    }
};

ARABESQUE_TEST(QuietRulesTest)
#include "quiet_rules_test.moc"
