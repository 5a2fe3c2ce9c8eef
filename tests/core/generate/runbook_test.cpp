#include "tests/core/generate/made_files.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

const std::string pair =
    "[[node]]\nname = \"lb-1\"\nrole = \"load-balancer\"\nhost = \"10.0.1.1\"\n"
    "[[node]]\nname = \"lb-2\"\nrole = \"load-balancer\"\nhost = \"10.0.1.2\"\nstate = \"standby\"\n"
    "[[node]]\nname = \"orders-1\"\nrole = \"service\"\nhost = \"10.0.1.11\"\n"
    "[[node]]\nname = \"orders-2\"\nrole = \"service\"\nhost = \"fd00::12\"\nport = 9191\n"
    "[load_balancer.vip]\naddress = \"10.0.1.100\"\ninterface = \"eth0\"\n";
const std::string database =
    "[[node]]\nname = \"db-1\"\nrole = \"database\"\nhost = \"10.0.1.21\"\ndatabase = \"orders\"\n"
    "[[node]]\nname = \"db-2\"\nrole = \"database\"\nhost = \"10.0.1.22\"\ndatabase = \"orders\"\n"
    "state = \"standby\"\n"
    "[[database]]\nname = \"orders\"\nreplication = \"asynchronous\"\npromotion = \"manual\"\nlag = \"2s\"\n";
const std::string regions =
    "[[region]]\nname = \"west\"\nrole = \"primary\"\ncluster = \"west-1\"\n"
    "[[region]]\nname = \"east\"\nrole = \"standby\"\n"
    "[[node]]\nname = \"a\"\nrole = \"service\"\nregion = \"west\"\nhost = \"10.1.0.1\"\n"
    "[[node]]\nname = \"b\"\nrole = \"service\"\nregion = \"east\"\nhost = \"10.2.0.1\"\nstate = "
    "\"standby\"\n"
    "[[node]]\nname = \"lb-w\"\nrole = \"load-balancer\"\nregion = \"west\"\nhost = \"10.1.0.9\"\n"
    "[[node]]\nname = \"lb-e\"\nrole = \"load-balancer\"\nregion = \"east\"\nhost = \"10.2.0.9\"\n"
    "[dns]\nname = \"orders.acme.org\"\n";
const std::string environments = "[[environment]]\nname = \"test\"\n[[environment]]\nname = \"production\"\n";

Analysis deployed(const std::string& deploymentToml, const std::string& cloud = "k8s") {
    ProjectTexts texts;
    texts.emplace_back("Deployment.toml", deploymentToml);
    texts.emplace_back("Ballerina.toml",
                       "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.2.0\"\n\n"
                       "[build-options]\ncloud = \"" +
                           cloud + "\"\n");
    return made(ordersProject(texts));
}

std::string runbookOf(const Analysis& analysis) {
    return textOf(analysis, "RUNBOOK.md");
}

QStringList matchesIn(const std::string& text, const char* pattern) {
    QStringList found;
    for (auto all = QRegularExpression(pattern).globalMatch(QString::fromStdString(text)); all.hasNext();)
        found += all.next().captured();
    return found;
}

bool isInBundle(const Analysis& analysis, const std::string& path) {
    return std::ranges::any_of(analysis.artifacts, [&](const Artifact& each) {
        return each.path == path || each.path.starts_with(path + '/');
    });
}

}

/// What the runbook names is there, and what is not there it does not talk about.
class RunbookTest : public QObject {
    Q_OBJECT

private slots:
    void everyNameExists_data() {
        QTest::addColumn<QByteArray>("deployment");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("machines", "targets = [\"vm\"]\n" + pair + database);
        row("HAProxy", "targets = [\"vm\"]\n" + pair +
                           "[load_balancer]\nengine = \"haproxy\"\nhealth_check = { path = \"/health\", port "
                           "= 9797 }\n");
        row("all targets", "targets = [\"vm\", \"k8s\", \"docker\"]\n" + pair + database + environments);
        row("regions", "targets = [\"vm\", \"k8s\"]\n" + regions + environments);
        row("no overlays", "targets = [\"k8s\"]\nleave_out = [\"kustomize\"]\n");
        row("GitOps", "targets = [\"k8s\"]\n" + regions +
                          "[gitops]\nrepository = \"https://git.acme.org/deploy.git\"\n");
        row("nothing but the runbook", "targets = [\"vm\"]\nleave_out = [\"scripts\", \"systemd\", "
                                       "\"nginx\", \"config\", \"keepalived\"]\n" +
                                           pair);
    }
    void everyNameExists() {
        QFETCH(const QByteArray, deployment);
        const Analysis analysis = deployed(deployment.toStdString());
        const std::string runbook = runbookOf(analysis);
        QVERIFY(runbook.starts_with("# Runbook of orders 1.2.0\n"));
        const char* path =
            "(?<![A-Za-z0-9/._-])(vm|config|kustomize|kubernetes|openshift|docker|compose|helm|gitops)/"
            "[A-Za-z0-9._/-]+";
        for (const QString& each : matchesIn(runbook, path))
            QVERIFY2(isInBundle(analysis, each.toStdString()), qPrintable(each));
        std::set<QString> addresses;
        for (const Node& node : analysis.deployment.topology.nodes)
            for (const std::int64_t port : {*node.port, std::int64_t{9797}}) {
                const QString host = QString::fromStdString(*node.host);
                addresses.insert((host.contains(':') ? '[' + host + ']' : host) + ':' +
                                 QString::number(port));
            }
        const QStringList named =
            matchesIn(runbook, "(\\[[0-9a-f:]+\\]|[A-Za-z0-9][A-Za-z0-9.-]*):[0-9]{2,5}\\b");
        for (const QString& each : named) QVERIFY2(addresses.contains(each), qPrintable(each));
    }

    void sectionsFollowWhatIsMade() {
        const std::string machines = runbookOf(deployed("targets = [\"vm\"]\n" + pair, ""));
        QVERIFY(machines.contains("## Deploy on machines") && machines.contains("vm/bin/check.sh"));
        QVERIFY(machines.contains("### A load balancer is lost") && machines.contains("`10.0.1.100`"));
        QVERIFY(!machines.contains("kubectl") && !machines.contains("docker"));
        const std::string cluster =
            runbookOf(deployed("targets = [\"k8s\"]\nleave_out = [\"kustomize\", \"helm\"]\n"));
        QVERIFY(cluster.contains("kubectl apply -f kubernetes/orders\n"));
        QVERIFY(!cluster.contains("vm/bin") && !cluster.contains("## Fail over"));
        QCOMPARE(runbookOf(deployed("targets = [\"vm\"]\nleave_out = [\"runbook\"]\n" + pair)), "(not made)");
    }

    void placesHaveTheirClusterAndNamespace() {
        const std::string runbook =
            runbookOf(deployed("targets = [\"k8s\"]\n" + regions + "[kubernetes]\nnamespace = \"retail\"\n"));
        QVERIFY2(
            runbook.contains("kubectl apply -k kustomize/overlays/west --context west-1 --namespace retail\n"
                             "kubectl apply -k kustomize/overlays/east --namespace retail\n"),
            runbook.c_str());
        QVERIFY(runbook.contains("kubectl rollout undo deployment/orders-deployment --context west-1"));
    }

    void environmentsAreInstalledByName() {
        const std::string runbook = runbookOf(deployed("targets = [\"vm\"]\n" + pair + environments));
        QVERIFY(runbook.contains("vm/bin/install.sh target/bin/orders.jar test\n"
                                 "vm/bin/install.sh target/bin/orders.jar production\n"));
        QVERIFY(runbook.contains("- `config/test/secrets.env`\n"));
    }

    void estimatesStandBesideObjectives() {
        const std::string without = runbookOf(deployed("targets = [\"vm\"]\n" + pair + database));
        QVERIFY(!without.contains("stimate"));
        const std::string with = runbookOf(
            deployed("targets = [\"vm\"]\n[objectives]\nrto = \"5m\"\nrpo = \"10s\"\n" + pair + database));
        QVERIFY2(with.contains("Estimate from declared settings: requests are served again after at least "),
                 with.c_str());
        QVERIFY2(
            with.contains("Estimate of what is lost: what was written in the last 2s; the objective is 10s."),
            with.c_str());
    }

    void balancersLookForTheirCertificates() {
        const std::string usual = runbookOf(deployed("targets = [\"vm\"]\n" + pair));
        QVERIFY(usual.contains("`lb-1` where it looks for it: `/etc/nginx/tls/orders.crt`, its key "
                               "`/etc/nginx/tls/orders.key`."));
        const std::string plain =
            runbookOf(deployed("targets = [\"vm\"]\n" + pair + "[load_balancer]\ntls = false\n"));
        QVERIFY(!plain.contains("certificate"));
    }

    void linesSayWhichSettingsTheyComeFrom() {
        const Analysis analysis = deployed("targets = [\"vm\"]\n" + pair);
        const std::string settings = settingsBehind(analysis, "RUNBOOK.md", "| `orders-1` |");
        QVERIFY2(settings.contains("Deployment.toml:node[2].host") &&
                     settings.contains("Deployment.toml:node[2].name"),
                 settings.c_str());
    }

    void databasesAreReadBack() {
        const std::string runbook = runbookOf(deployed("targets = [\"vm\"]\n" + pair + database));
        QVERIFY(runbook.contains("### The primary of `orders` is lost"));
        QVERIFY(runbook.contains("Somebody decides, and promotes `db-2` at `10.0.1.22:5432`"));
        QVERIFY(runbook.contains("database/orders/verify.sh\ndatabase/orders/restore.sh\n"));
    }

    void databasesAreReadBackByHandWhereNoScriptIsMade() {
        const std::string runbook =
            runbookOf(deployed("targets = [\"vm\"]\nleave_out = [\"database\"]\n" + pair + database));
        QVERIFY(runbook.contains(
            "pg_restore --clean --if-exists --host 10.0.1.21 --port 5432 --dbname orders BACKUP\n"));
    }
};

ARABESQUE_TEST(RunbookTest)
#include "runbook_test.moc"
