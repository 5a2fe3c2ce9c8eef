#include "core/import/import.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

constexpr std::string_view program =
    "import ballerina/http;\n\nconfigurable int port = 9090;\nconfigurable string region = ?;\n"
    "configurable string dbPassword = ?;\n\nservice /orders on new http:Listener(9090) {\n"
    "    resource function get healthz() returns string => \"\";\n}\n";

constexpr std::string_view package = "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n"
                                     "[build-options]\ncloud = \"k8s\"\n";

Analysis emptyProject() {
    return analyze(snapshotOf({{"Ballerina.toml", package},
                               {"Cloud.toml", ""},
                               {"Config.toml", ""},
                               {"Deployment.toml", ""},
                               {"main.bal", program}}));
}

ImportResult imported(const Analysis& analysis, const char* file) {
    return importFile(analysis, file, sourceFile(std::string("tests/data/import/") + file));
}

/// "document: path = value" of each proposal; entries in braces.
QString settingsOf(const ImportResult& result) {
    QStringList all;
    for (const ImportProposal& each : result.proposals) {
        QString text = QString::fromStdString(toml::toText(each.path)) + QStringLiteral(" = ");
        text += QString::fromStdString(each.value);
        for (const auto& [key, value] : each.entries) text += QString::fromStdString(key + ' ' + value + ' ');
        all += text.trimmed();
    }
    all.sort();
    return all.join('\n');
}

QString leftOf(const ImportResult& result) {
    QStringList all;
    for (const NotUnderstood& each : result.notUnderstood)
        all += QString::fromStdString(std::to_string(each.line) + ' ' + each.path);
    return all.join('\n');
}

std::string applied(const Analysis& analysis, const ImportResult& result) {
    std::vector<const ImportProposal*> all;
    for (const ImportProposal& each : result.proposals) all.push_back(&each);
    const auto edit = editOf(analysis, all);
    if (!edit) qFatal("%s", edit.error().message.english().c_str());
    return std::string(apply(*analysis.snapshot, *edit).snapshot->text("Deployment.toml"));
}

}

/// Files of others, written by hand in tests/data/import, into an empty project.
class ForeignFilesTest : public QObject {
    Q_OBJECT

private slots:
    void whatAClusterRuns() {
        const Analysis analysis = emptyProject();
        const ImportResult result = imported(analysis, "kubectl-get.yaml");
        const QStringList settings = settingsOf(result).split('\n');
        for (const char* each :
             {"Config",
              "container.image.repository = \"registry.example.com/shop\"",
              "container.image.name = \"order-app\"",
              "container.image.tag = \"2.4.1\"",
              "cloud.deployment.max_memory = \"1Gi\"",
              "cloud.deployment.min_cpu = \"250m\"",
              "cloud.deployment.min_memory = \"256Mi\"",
              "cloud.deployment.probes.liveness.path = \"/orders/healthz\"",
              "cloud.deployment.probes.liveness.port = 9090",
              "cloud.deployment.autoscaling.min_replicas = 2",
              "cloud.deployment.autoscaling.max_replicas = 10",
              "cloud.deployment.autoscaling.cpu = 70",
              "kubernetes.namespace = \"production\"",
              "kubernetes.shutdown.grace_period = \"1m\"",
              "kubernetes.shutdown.pre_stop = \"5s\"",
              "kubernetes.spread.over = \"topology.kubernetes.io/zone\"",
              "kubernetes.spread.when_unsatisfiable = \"DoNotSchedule\"",
              "kubernetes.startup_probe.failures = 30",
              "kubernetes.disruption_budget.max_unavailable = \"1\"",
              "kubernetes.route.host = \"orders.example.com\"",
              "kubernetes.route.path = \"/orders\"",
              "kubernetes.route.class = \"nginx\"",
              "kubernetes.route.tls_secret = \"orders-tls\"",
              "kubernetes.route.annotations.\"nginx.ingress.kubernetes.io/proxy-body-size\" = \"10m\"",
              "kubernetes.rollout.max_surge = \"1\"",
              "kubernetes.rollout.max_unavailable = \"0\"",
              "acme.orders.region = \"eu\"",
              "cloud.secret.envs = name \"LICENCE\" key_ref \"text\" secret_name \"licence\""})
            if (std::string_view(each) != "Config")
                QVERIFY2(settings.contains(QLatin1String(each)),
                         (std::string(each) + "\nnot in\n" + settingsOf(result).toStdString()).c_str());
        const QString left = leftOf(result);
        QVERIFY2(left.contains("env[MODE]") && left.contains("Deployment[billing]") &&
                     left.contains("acme.orders.dbPassword"),
                 qPrintable(left));
        QVERIFY2(!left.contains("status") && !left.contains("uid") && !left.contains("terminationMessage"),
                 qPrintable(left));
        QVERIFY(!settingsOf(result).contains("open-sesame"));
    }

    void serversBecomeNodes() {
        const Analysis analysis = emptyProject();
        const ImportResult result = imported(analysis, "nginx.conf");
        QCOMPARE(
            settingsOf(result),
            QStringLiteral(
                "dns.name = \"orders.example.com\"\n"
                "load_balancer.certificate = \"/etc/ssl/orders.crt\"\n"
                "load_balancer.certificate_key = \"/etc/ssl/orders.key\"\n"
                "load_balancer.connect_timeout = \"2s\"\n"
                "load_balancer.fail_timeout = \"30s\"\n"
                "load_balancer.keepalive = 16\n"
                "load_balancer.limits.body = 10485760\n"
                "load_balancer.max_fails = 3\n"
                "load_balancer.method = \"least-conn\"\n"
                "load_balancer.retry_on = [\"error\", \"timeout\", \"http_502\", \"http_503\"]\n"
                "load_balancer.workers = 4\n"
                "load_balancer.zone = \"64k\"\n"
                "node = name \"lb-1\" role \"load-balancer\"\n"
                "node = name \"orders-1\" role \"service\" host \"10.0.1.11\" port 9090\n"
                "node = name \"orders-2\" role \"service\" host \"10.0.1.12\" port 9090 state \"standby\"\n"
                "targets = [\"vm\"]"));
        QCOMPARE(leftOf(result), QStringLiteral("28 server[2].location[/].gzip"));
        const std::string text = applied(analysis, result);
        QVERIFY(text.contains("[[node]]\nname = \"orders-2\""));
        // what was applied says nothing new
        const Analysis after =
            analyze(apply(*analysis.snapshot, difference("Deployment.toml", "", text)).snapshot);
        QCOMPARE(settingsOf(imported(after, "nginx.conf")), QString());
    }

    void haproxy() {
        const Analysis analysis = emptyProject();
        const ImportResult result = imported(analysis, "haproxy.cfg");
        const QString settings = settingsOf(result);
        for (const char* each :
             {"load_balancer.engine = \"haproxy\"", "load_balancer.method = \"least-conn\"",
              "load_balancer.connect_timeout = \"2s\"",
              "load_balancer.health_check.path = \"/orders/health\"",
              "load_balancer.health_check.interval = \"5s\"",
              "node = name \"orders-2\" role \"service\" host \"10.0.1.12\" port 9090 state \"standby\""})
            QVERIFY2(settings.contains(QLatin1String(each)), qPrintable(settings));
    }

    void compose() {
        const Analysis analysis = emptyProject();
        const ImportResult result = imported(analysis, "compose.yaml");
        const QString settings = settingsOf(result);
        for (const char* each :
             {"cloud.deployment.max_memory = \"1Gi\"", "acme.orders.region = \"eu\"",
              "node = name \"orders\" role \"service\"", "node = name \"proxy\" role \"load-balancer\"",
              "node = name \"db\" role \"database\""})
            QVERIFY2(settings.contains(QLatin1String(each)), qPrintable(settings));
        QVERIFY(!settings.contains("open-sesame"));
    }

    void variables() {
        const Analysis analysis = emptyProject();
        const ImportResult result = imported(analysis, "program.env");
        QCOMPARE(settingsOf(result), QStringLiteral("acme.orders.port = 9191\nacme.orders.region = \"eu\""));
        QCOMPARE(leftOf(result), QStringLiteral("4 acme.orders.dbPassword\n7 LANG"));
        QCOMPARE(result.findings.size(), 1u);
        QCOMPARE(result.findings[0].form, std::string("variable-name-of-a-configurable"));
        QVERIFY(result.findings[0].right.english().ends_with("DBPASSWORD"));
    }

    void aServerOfApiManager() {
        const Analysis analysis = emptyProject();
        const ImportResult result = imported(analysis, "deployment.toml");
        QCOMPARE(settingsOf(result),
                 QStringLiteral("api_manager.environment = name \"Public\" type \"production\"\n"
                                "api_manager.host = \"am.example.com\"\n"
                                "api_manager.offset = 1\n"
                                "api_manager.proxy_port = 443\n"
                                "database = name \"apim\" engine \"postgresql\"\n"
                                "node = name \"apim-db\" role \"database\" host \"db.example.com\" database "
                                "\"apim\" port 5432\n"
                                "node = name \"control-plane-1\" role \"control-plane\" host \"10.0.2.11\"\n"
                                "pool = role \"control-plane\" database \"apim\" max_active 60\n"
                                "product = \"api-manager\"\n"
                                "targets = [\"vm\"]"));
        for (const NotUnderstood& each : result.notUnderstood)
            QVERIFY(!each.why.english().contains("open-sesame"));
    }

    void helmValuesOfOthers() {
        const Analysis analysis = emptyProject();
        const ImportResult result = imported(analysis, "values.yaml");
        const QString settings = settingsOf(result);
        for (const char* each : {"kubernetes.namespace = \"production\"", "container.image.tag = \"2.4.1\"",
                                 "cloud.deployment.autoscaling.max_replicas = 8",
                                 "kubernetes.route.host = \"orders.example.com\""})
            QVERIFY2(settings.contains(QLatin1String(each)), qPrintable(settings));
        QCOMPARE(leftOf(result), QStringLiteral("16 nodeSelector.disk"));
    }

    /// Whatever is cut off, indented by tabs or doubled: an answer or one sentence.
    void halfOfAFileIsNoCrash() {
        const Analysis analysis = emptyProject();
        for (const char* file : {"kubectl-get.yaml", "nginx.conf", "haproxy.cfg", "compose.yaml",
                                 "program.env", "deployment.toml", "values.yaml"}) {
            const std::string text = sourceFile(std::string("tests/data/import/") + file);
            for (std::size_t end = 1; end < text.size(); end += text.size() / 12) {
                std::string half = text.substr(0, end);
                static_cast<void>(importFile(analysis, file, half));
                static_cast<void>(importFile(analysis, file, half + half));
                std::ranges::replace(half, ' ', '\t');
                const ImportResult result = importFile(analysis, file, half);
                QVERIFY(!result.refusal || !result.refusal->english().contains('\n'));
            }
        }
    }

    void everythingAppliesTogether() {
        const Analysis analysis = emptyProject();
        for (const char* file : {"kubectl-get.yaml", "nginx.conf", "haproxy.cfg", "compose.yaml",
                                 "program.env", "deployment.toml", "values.yaml"}) {
            const ImportResult result = imported(analysis, file);
            const toml::Document text(applied(analysis, result));
            QVERIFY2(text.valid(), file);
        }
    }
};

ARABESQUE_TEST(ForeignFilesTest)

#include "foreign_files_test.moc"
