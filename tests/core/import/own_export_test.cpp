#include "core/import/import.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

/// Text to find once in a file, and what a person writes there.
using Changes = std::vector<std::pair<std::string, std::string>>;

std::string changedByHand(std::string text, const Changes& changes) {
    for (const auto& [before, after] : changes) {
        if (!text.contains(before)) qFatal("nothing to change: %s", before.c_str());
        for (std::size_t at = text.find(before); at != std::string::npos;
             at = text.find(before, at + after.size()))
            text.replace(at, before.size(), after);
    }
    return text;
}

QStringList settingsOf(const ImportResult& result) {
    QStringList all;
    for (const ImportProposal& each : result.proposals)
        all +=
            QString::fromStdString(toml::toText(each.path) + (each.unset ? " removed" : " = " + each.value));
    all.sort();
    return all;
}

QString leftOf(const ImportResult& result) {
    QString all = QString::fromStdString(result.refusal ? result.refusal->english() : "");
    for (const NotUnderstood& each : result.notUnderstood)
        all += QString::fromStdString(each.path + ": " + each.why.english()) + '\n';
    return all;
}

Analysis exported(const std::string& project) {
    return analyzed("tests/golden/" + project + "/project", {}, {.templateSecrets = true});
}

}

/// What was exported and changed by hand comes back: exactly the settings that were changed.
class OwnExportTest : public QObject {
    Q_OBJECT

private slots:
    void anExportIsNoNews_data() {
        QTest::addColumn<std::string>("project");
        for (const char* project :
             {"clusters/two_environments", "clusters/two_regions", "machines/pair_with_database",
              "kubernetes/order_api", "api_manager/distributed", "products/micro_integrators"})
            QTest::newRow(project) << std::string(project);
    }

    void anExportIsNoNews() {
        QFETCH(const std::string, project);
        const Analysis analysis = exported(project);
        QVERIFY(!analysis.artifacts.empty());
        for (const Artifact& artifact : analysis.artifacts) {
            if (artifact.binary) continue;
            const ImportResult result = importFile(analysis, artifact.path, artifact.text);
            QVERIFY2(result.proposals.empty(),
                     (artifact.path + ": " + settingsOf(result).join(' ').toStdString()).c_str());
            QCOMPARE(leftOf(result), QString());
        }
    }

    void threeValuesChangedByHandAreThreeProposals_data() {
        QTest::addColumn<std::string>("project");
        QTest::addColumn<std::string>("path");
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<QStringList>("settings");
        const auto row = [](const char* name, const char* project, const char* path, Changes changes,
                            QStringList settings) {
            settings.sort();
            QTest::newRow(name) << std::string(project) << std::string(path) << changes << settings;
        };
        row("Kubernetes", "clusters/two_environments", "kubernetes/orders/orders.yaml",
            {{"memory: \"512Mi\"", "memory: \"768Mi\""},
             {"1.1.0", "1.3.0"},
             {"averageUtilization: 50", "averageUtilization: 70"}},
            {"cloud.deployment.max_memory = \"768Mi\"", "container.image.tag = \"1.3.0\"",
             "cloud.deployment.autoscaling.cpu = 70"});
        row("an overlay", "clusters/two_environments", "kustomize/overlays/production/ingress.yaml",
            {{"orders.example.com", "shop.example.com"},
             {"orders-tls", "shop-tls"},
             {"\"internal\"", "\"public\""}},
            {"kubernetes.route.host = \"shop.example.com\"", "kubernetes.route.tls_secret = \"shop-tls\"",
             "kubernetes.route.class = \"public\"",
             "kubernetes.route.annotations.\"cert-manager.io/cluster-issuer\" = \"public\""});
        row("Helm values", "clusters/two_environments", "helm/orders/values.yaml",
            {{"maxSurge: 1", "maxSurge: 2"},
             {"memory: \"100Mi\"", "memory: \"200Mi\""},
             {"failureThreshold: 30", "failureThreshold: 40"}},
            {"kubernetes.rollout.max_surge = \"2\"", "cloud.deployment.min_memory = \"200Mi\"",
             "kubernetes.startup_probe.failures = 40"});
        row("Helm values of an environment", "clusters/two_environments", "helm/orders/values-staging.yaml",
            {{"retail-staging", "retail-test"}, {"orders.staging.example.com", "orders.test.example.com"}},
            {"environment[0].set.\"kubernetes.namespace\" = \"retail-test\"",
             "environment[0].set.\"kubernetes.route.host\" = \"orders.test.example.com\""});
        row("NGINX", "machines/pair_with_database", "vm/nginx/lb-1/conf.d/orders.conf",
            {{"max_fails=3", "max_fails=5"},
             {"connect_timeout 2s", "connect_timeout 1500ms"},
             {"10.0.1.12", "10.0.1.15"}},
            {"load_balancer.max_fails = 5", "load_balancer.connect_timeout = \"1500ms\"",
             "node[3].host = \"10.0.1.15\""});
        row("keepalived", "machines/pair_with_database", "vm/keepalived/lb-1/keepalived.conf",
            {{"10.0.1.100", "10.0.1.101"}, {"eth0", "eth1"}, {"10.0.1.2", "10.0.1.3"}},
            {"load_balancer.vip.address = \"10.0.1.101\"", "load_balancer.vip.interface = \"eth1\"",
             "node[1].host = \"10.0.1.3\""});
        row("systemd", "machines/pair_with_database", "vm/systemd/orders-1/orders.service",
            {{"1024m", "2048m"}, {"TimeoutStopSec=45", "TimeoutStopSec=50"}},
            {"vm.max_heap = \"2048m\"", "vm.stop_timeout = \"50s\""});
        row("API Manager", "api_manager/distributed", "api-manager/gw-w1/deployment.toml",
            {{"10.1.0.11", "10.1.0.13"}, {"10.1.0.22", "10.1.0.23"}, {"10.1.0.31", "10.1.0.33"}},
            {"node[1].host = \"10.1.0.13\"", "node[4].host = \"10.1.0.23\"", "node[5].host = \"10.1.0.33\""});
        row("Micro Integrator", "products/micro_integrators", "micro-integrator/mi-1/deployment.toml",
            {{"10.2.0.11", "10.2.0.21"}, {"180000", "240000"}, {"\"retail\"", "\"wholesale\""}},
            {"node[1].host = \"10.2.0.21\"", "micro_integrator.graceful_shutdown = \"4m\"",
             "integration_control_plane.project = \"wholesale\""});
        row("a word inside a value", "products/micro_integrators",
            "micro-integrator/kubernetes/micro-integrator.yaml",
            {{"heartBeatInterval=4000", "heartBeatInterval=6000"}}, {"micro_integrator.heartbeat = \"6s\""});
        row("HAProxy", "api_manager/distributed", "vm/haproxy/lb-w/haproxy.cfg",
            {{"10.1.0.12", "10.1.0.14"}, {"timeout connect 2s", "timeout connect 3s"}},
            {"node[2].host = \"10.1.0.14\"", "load_balancer.connect_timeout = \"3s\""});
        row("Compose", "machines/pair_with_database", "compose/compose.yaml", {{"nginx:1.28", "nginx:1.30"}},
            {"profile.nginx = \"1.30\""});
    }

    /// Lines that somebody took out are the settings that make them.
    void whatIsTakenOutIsUnset_data() {
        QTest::addColumn<std::string>("project");
        QTest::addColumn<std::string>("path");
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<QStringList>("settings");
        const auto row = [](const char* name, const char* project, const char* path, Changes changes,
                            QStringList settings) {
            settings.sort();
            QTest::newRow(name) << std::string(project) << std::string(path) << changes << settings;
        };
        const char* const ingress = "kustomize/overlays/production/ingress.yaml";
        row("one line", "clusters/two_environments", ingress, {{"  ingressClassName: \"internal\"\n", ""}},
            {"kubernetes.route.class removed"});
        row("a map", "clusters/two_environments", ingress,
            {{"  annotations:\n    cert-manager.io/cluster-issuer: \"internal\"\n", ""}},
            {"kubernetes.route.annotations removed"});
        row("a block", "clusters/two_environments", ingress,
            {{"  tls:\n  - hosts:\n    - \"orders.example.com\"\n    secretName: \"orders-tls\"\n", ""}},
            {"kubernetes.route.tls_secret removed"});
        row("two, and one that is changed", "clusters/two_environments", "helm/orders/values.yaml",
            {{"terminationGracePeriodSeconds: 60\n", ""},
             {"    periodSeconds: 5\n", ""},
             {"failureThreshold: 30", "failureThreshold: 40"}},
            {"kubernetes.shutdown.grace_period removed", "kubernetes.readiness.period removed",
             "kubernetes.startup_probe.failures = 40"});
    }
    void whatIsTakenOutIsUnset() { threeValuesChangedByHandAreThreeProposals(); }

    void threeValuesChangedByHandAreThreeProposals() {
        QFETCH(const std::string, project);
        QFETCH(const std::string, path);
        QFETCH(const Changes, changes);
        QFETCH(const QStringList, settings);
        const Analysis analysis = exported(project);
        const Artifact* artifact = analysis.artifact(path);
        QVERIFY(artifact != nullptr);
        const std::string changed = changedByHand(artifact->text, changes);
        const ImportResult result = importFile(analysis, path, changed);
        QCOMPARE(settingsOf(result), settings);
        QCOMPARE(leftOf(result), QString());

        std::vector<const ImportProposal*> all;
        for (const ImportProposal& each : result.proposals) all.push_back(&each);
        const auto edit = editOf(analysis, all);
        QVERIFY(edit.has_value());
        const Analysis after = analyze(apply(*analysis.snapshot, *edit).snapshot, {.templateSecrets = true});
        QCOMPARE(QString::fromStdString(lineDifference(changed, after.artifact(path)->text)), QString());
    }

    void aFileOfAnEnvironmentIsComparedWithIt() {
        const Analysis analysis = exported("clusters/two_environments");
        const Analysis production =
            analyze(analysis.snapshot, {.environment = "production", .templateSecrets = true});
        const Artifact* artifact = production.artifact("kubernetes/orders/orders.yaml");
        const ImportResult same =
            importFile(analysis, "production/kubernetes/orders/orders.yaml", artifact->text);
        QCOMPARE(settingsOf(same), QStringList());
    }

    void aValueThatOnlyOneOfTwoLinesHasIsStillProposed() {
        const Analysis analysis = exported("machines/pair_with_database");
        const std::string path = "vm/nginx/lb-1/conf.d/orders.conf";
        std::string text = analysis.artifact(path)->text;
        text.replace(text.find("max_fails=3"), 11, "max_fails=7");
        QCOMPARE(settingsOf(importFile(analysis, path, text)), QStringList("load_balancer.max_fails = 7"));
    }

    /// An element under another name is another value of its setting, and not none.
    void whatIsRenamedIsNotUnset() {
        const Analysis analysis = exported("clusters/two_environments");
        const std::string path = "kustomize/overlays/production/ingress.yaml";
        const std::string text = changedByHand(analysis.artifact(path)->text, {{"orders-tls", "shop-tls"}});
        QCOMPARE(settingsOf(importFile(analysis, path, text)),
                 QStringList("kubernetes.route.tls_secret = \"shop-tls\""));
    }

    /// What no setting can take away.
    void whatIsGoneIsSaid() {
        const Analysis analysis = exported("machines/pair_with_database");
        const std::string path = "vm/nginx/lb-1/conf.d/orders.conf";
        const std::string text =
            changedByHand(analysis.artifact(path)->text, {{"        proxy_set_header Host $host;\n", ""}});
        const ImportResult result = importFile(analysis, path, text);
        QCOMPARE(settingsOf(result), QStringList());
        QVERIFY2(leftOf(result).contains("this file has it no longer"), qPrintable(leftOf(result)));
    }

    /// A template that somebody filled in holds what nobody may see.
    void secretsFilledInAreNotRepeated() {
        for (const char* project : {"machines/pair_with_database", "clusters/two_environments",
                                    "api_manager/distributed", "products/micro_integrators"}) {
            const Analysis analysis = exported(project);
            for (const Artifact& artifact : analysis.artifacts) {
                if (!artifact.path.contains("secret") && !artifact.path.ends_with("database.env")) continue;
                std::string text = artifact.text;
                for (std::size_t at = text.find("=\n"); at != std::string::npos;
                     at = text.find("=\n", at + 2))
                    text.insert(at + 1, "open-sesame");
                for (std::size_t at = text.find(": \"\"\n"); at != std::string::npos;
                     at = text.find(": \"\"\n", at + 2))
                    text.insert(at + 3, "open-sesame");
                const ImportResult result = importFile(analysis, artifact.path, text);
                QVERIFY2(!settingsOf(result).join(' ').contains("open-sesame"), artifact.path.c_str());
                QVERIFY2(!leftOf(result).contains("open-sesame"), artifact.path.c_str());
            }
        }
    }

    void secretsAreNeverProposed() {
        const Analysis analysis = exported("machines/pair_with_database");
        const ImportResult result = importFile(analysis, "config/production/secrets.env",
                                               "BAL_CONFIG_VAR_ACME_ORDERS_DBPASSWORD=open-sesame\n");
        QVERIFY(result.proposals.empty());
        QVERIFY(leftOf(result).contains("a secret"));
        QVERIFY(!leftOf(result).contains("open-sesame"));
    }
};

Q_DECLARE_METATYPE(Changes)

ARABESQUE_TEST(OwnExportTest)

#include "own_export_test.moc"
