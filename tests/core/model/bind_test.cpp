#include "core/model/bind.h"

#include "tests/core/model/bound.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;
using ballerina::Task;
using Kind = Workload::Kind;

namespace {

const Task once{.schedule = std::nullopt, .place = {"main.bal", {0, 11}}};
const Task nightly{.schedule = "0 2 * * *", .place = {"main.bal", {0, 11}}};

std::string portsOf(const Deployment& deployment) {
    std::string text;
    for (const auto& port : deployment.workload.ports)
        text += std::to_string(*port) + " (" + std::to_string(port.origins.size()) + ") ";
    return text;
}

std::string imageOf(const Written& written) {
    return *bound(written).workload.image;
}

}

class BindTest : public QObject {
    Q_OBJECT

private slots:
    void namesFollowThePackage_data() {
        QTest::addColumn<QString>("package");
        QTest::addColumn<QString>("deployment");
        QTest::addColumn<QString>("service");
        const auto row = [](const char* package, const char* deployment, const char* service) {
            QTest::newRow(package) << QString(package) << QString(deployment) << QString(service);
        };
        row("order_api", "order-api-deployment", "order-api-svc");
        row("sales", "sales-deployment", "sales-svc");
        row("billing.Core_0.2", "billing-core-0-deployment", "billing-core-0");
        row("customer_management_service", "customer-manage-deployment", "customer-manage");
        row("abcdefghijkl", "abcdefghijkl-deployment", "abcdefghijkl-sv");
        row("abcdefghijklmn", "abcdefghijklmn-deployment", "abcdefghijklmn");
        row("my_deployment", "my-deployment-deployment", "my-svc");
    }
    void namesFollowThePackage() {
        QFETCH(QString, package);
        QFETCH(QString, deployment);
        QFETCH(QString, service);
        const Deployment d = bound({.package = package.toStdString()});
        QCOMPARE(*d.workload.objectName, deployment.toStdString());
        QCOMPARE(*d.workload.serviceName, service.toStdString());
        QCOMPARE(*d.workload.name, package.toLower().toStdString());
        QCOMPARE(d.workload.jar, package.toStdString());
    }
    void aPackageWithoutNameIsCalledAfterItsFolder() {
        const Deployment d = bound({.package = ""});
        QCOMPARE(*d.package, "folder");
        QCOMPARE(originsOf(d.package), "Ballerina.toml: default of package.name\n");
    }
    void jobsAreNamedAfterTheirJar() {
        QCOMPARE(*bound({.package = "order_api", .version = "1.2.0", .task = once}).workload.objectName,
                 "acme-order-api-job");
        QCOMPARE(*bound({.organisation = "zeta", .package = "audit", .version = "0.0.1", .task = once})
                      .workload.objectName,
                 "zeta-audit-0-0-job");
        QCOMPARE(*bound({.task = once, .singleFile = "night_run"}).workload.objectName, "night-run-job");
    }
    void aTaskWithScheduleIsACronJob() {
        const Workload cron = bound({.ports = {9090}, .task = nightly}).workload;
        QVERIFY(cron.kind == Kind::CronJob);
        QCOMPARE(*cron.schedule, "0 2 * * *");
        QCOMPARE(originsOf(cron.schedule), "main.bal: @cloud:Task\n");
        QVERIFY(bound({.task = once}).workload.kind == Kind::Job);
        QVERIFY(bound({}).workload.kind == Kind::Service);
    }
    void theMainClassIsEncoded() {
        QCOMPARE(*bound({.package = "billing.Core_0.2", .version = "0.1.0"}).workload.mainClass,
                 "acme.billing&0046Core_0&00462.0.$_init");
        QCOMPARE(*bound({.organisation = "my.org", .package = "a", .version = "12.0.1"}).workload.mainClass,
                 "my&0046org.a.12.$_init");
        QCOMPARE(*bound({.singleFile = "Hello"}).workload.mainClass, "$_init");
    }
    void jarsAreNamed() {
        QCOMPARE(bound({}).workload.thinJar.value, "acme-order_api-1.2.0");
        QCOMPARE(bound({.version = ""}).workload.thinJar.value, "acme-order_api-0.1.0");
        QCOMPARE(bound({.singleFile = "Hello"}).workload.thinJar.value, "Hello");
        QCOMPARE(bound({.singleFile = "Hello"}).workload.jar, "Hello");
    }
    void aSingleFileKeepsItsCase() {
        const Workload w = bound({.singleFile = "Hello_World"}).workload;
        QCOMPARE(*w.name, "Hello_World");
        QCOMPARE(*w.objectName, "hello-world-deployment");
        QCOMPARE(*w.image, "Hello_World:latest");
    }
    void choreoKeepsTheCaseOfThePackage() {
        QCOMPARE(*bound({.package = "Orders", .buildOptions = "cloud = \"choreo\"\n"}).workload.name,
                 "Orders");
    }

    void theTargetIsTheBuildOption() {
        using enum Deployment::Cloud;
        const std::pair<const char*, Deployment::Cloud> options[] = {{"cloud = \"docker\"\n", Docker},
                                                                     {"cloud = \"k8s\"\n", Kubernetes},
                                                                     {"cloud = \"openshift\"\n", OpenShift},
                                                                     {"cloud = \"choreo\"\n", Choreo},
                                                                     {"cloud = \"K8S\"\n", Unknown},
                                                                     {"cloud = \"\"\n", None},
                                                                     {"", None},
                                                                     {"cloud = true\n", None}};
        for (const auto& [text, target] : options)
            QVERIFY2(bound({.buildOptions = text}).target == target, text);
    }

    void theImageWithoutCloudToml() {
        QCOMPARE(imageOf({.package = "stock_feed"}), "stock_feed:latest");
        QCOMPARE(imageOf({.package = "Stock.Feed"}), "stock.feed:latest");
        QCOMPARE(imageOf({.package = "nightly", .version = "1.0.0", .task = nightly}),
                 "acme-nightly-1.0.0:latest");
    }
    void theImageWithAnEmptyCloudToml() {
        QCOMPARE(imageOf({.package = "stock_feed", .cloudToml = ""}), "stock-feed:latest");
        QCOMPARE(imageOf({.package = "customer_management_service", .cloudToml = ""}),
                 "customer-manage:latest");
        QCOMPARE(imageOf({.package = "my_deployment", .cloudToml = ""}), "my:latest");
        QCOMPARE(imageOf({.package = "nightly", .version = "1.0.0", .cloudToml = "", .task = nightly}),
                 "acme-nightly-1:latest");
    }
    void theImageAsWritten() {
        QCOMPARE(imageOf({.cloudToml = "[container.image]\nname = \"orders\"\n"}), "orders:latest");
        QCOMPARE(imageOf({.cloudToml = "[container.image]\nrepository = \"registry.acme.io\"\nname = "
                                       "\"orders\"\ntag = \"1.2.0\"\n"}),
                 "registry.acme.io/orders:1.2.0");
        QCOMPARE(imageOf({.cloudToml = "[container.image]\nrepository = \"acme\"\n"}),
                 "acme/order-api:latest");
        QCOMPARE(imageOf({.cloudToml = "[container.image]\nrepository = \"  \"\n"}), "order-api:latest");
        QCOMPARE(imageOf({.cloudToml = "[container.image]\nname = 5\n"}), "order-api:latest");
    }
    void theImageSaysWhyItIsSo() {
        const std::string absent = originsOf(bound({}).workload.image);
        QVERIFY2(absent.contains("Ballerina.toml: package.name\n"), absent.c_str());
        QVERIFY2(absent.contains("Cloud.toml: default of absent\n"), absent.c_str());
        QVERIFY2(absent.contains("Cloud.toml: default of container.image.tag\n"), absent.c_str());
        const std::string written =
            originsOf(bound({.cloudToml = "[container.image]\nname = \"a1\"\ntag = \"b\"\n"}).workload.image);
        QVERIFY2(written.contains("Cloud.toml: container.image.name\n"), written.c_str());
        QVERIFY2(written.contains("Cloud.toml: container.image.tag\n"), written.c_str());
    }
    void theBaseImage() {
        QCOMPARE(*bound({}).workload.base, "ballerina/jvm-runtime:3.1");
        QVERIFY(bound({}).workload.defaultBase);
        const Workload native = bound({.buildOptions = "graalvm = true\n"}).workload;
        QCOMPARE(*native.base, "gcr.io/distroless/cc");
        QVERIFY(!native.defaultBase);
        const Workload older =
            bound({.cloudToml = "container.image.base = \"ballerina/jvm-runtime:3.0\"\n"}).workload;
        QCOMPARE(*older.base, "ballerina/jvm-runtime:3.0");
        QVERIFY(!older.defaultBase);
        QVERIFY(bound({.cloudToml = "container.image.base = \"ballerina/jvm-runtime:3.1\"\n"})
                    .workload.defaultBase);
    }
    void jobsIgnoreTheEntryPoint() {
        const std::string text = "container.image.entrypoint = \"CMD x\"\n";
        QCOMPARE(**bound({.cloudToml = text}).workload.entrypoint, "CMD x");
        QVERIFY(!bound({.cloudToml = text, .task = once}).workload.entrypoint);
        QVERIFY(!bound({}).workload.entrypoint);
    }

    void portsStandOnceInOrderOfAppearance() {
        QCOMPARE(portsOf(bound({})), "");
        QCOMPARE(portsOf(bound({.ports = {9091, 9090, 9091, 8080}})), "9091 (1) 9090 (1) 8080 (1) ");
        QCOMPARE(originsOf(bound({.ports = {9090}}).workload.ports[0]), "main.bal: listener port 9090\n");
    }
    void theServiceNameIsTakenAsWritten() {
        const Workload w =
            bound(
                {.cloudToml = "cloud.deployment.internal_domain_name = \"a-very-long-name-of-a-service\"\n"})
                .workload;
        QCOMPARE(*w.serviceName, "a-very-long-name-of-a-service");
        QCOMPARE(originsOf(w.serviceName), "Cloud.toml: cloud.deployment.internal_domain_name\n");
    }
    void resourcesAndScalingHaveDefaults() {
        const Workload w = bound({}).workload;
        QCOMPARE(*w.minMemory + ' ' + *w.maxMemory + ' ' + *w.minCpu + ' ' + *w.maxCpu,
                 "100Mi 512Mi 200m 500m");
        QVERIFY(*w.autoscaled && *w.singleYaml && *w.thin);
        QCOMPARE(*w.autoscaling.minReplicas, 1);
        QCOMPARE(*w.autoscaling.maxReplicas, 2);
        QCOMPARE(*w.autoscaling.cpu, 50);
        QVERIFY(!w.autoscaling.memory);
    }
    void resourcesAndScalingAreTakenAsWritten() {
        const Workload w = bound({.cloudToml = "[cloud.deployment]\nmax_memory = \"1Gi\"\nautoscaling = { "
                                               "enable = false, max_replicas = 9, memory = 70 }\n"})
                               .workload;
        QCOMPARE(*w.maxMemory, "1Gi");
        QVERIFY(!*w.autoscaled);
        QCOMPARE(*w.autoscaling.maxReplicas, 9);
        QCOMPARE(**w.autoscaling.memory, 70);
    }
    void aProbeNeedsBothKeys() {
        const std::string table = "[cloud.deployment.probes.liveness]\n";
        QVERIFY(!bound({}).workload.liveness);
        QVERIFY(!bound({.cloudToml = table + "port = 9090\n"}).workload.liveness);
        QVERIFY(!bound({.cloudToml = table + "path = \"/x\"\n"}).workload.liveness);
        QVERIFY(!bound({.cloudToml = table + "port = \"9090\"\npath = \"/x\"\n"}).workload.liveness);
        const Workload w = bound({.cloudToml = table + "port = 9090\npath = \"/x\"\n"}).workload;
        QCOMPARE(*w.liveness->port, 9090);
        QCOMPARE(*w.liveness->path, "/x");
        QVERIFY(!w.readiness);
    }
    void environmentReferencesComeFromConfigMapsThenSecrets() {
        const Workload w =
            bound({.cloudToml = "[[cloud.secret.envs]]\nkey_ref = \"password\"\nname = "
                                "\"DB_PASSWORD\"\nsecret_name = \"db\"\n"
                                "[[cloud.config.envs]]\nkey_ref = \"LEVEL\"\nconfig_name = \"log\"\n"})
                .workload;
        QCOMPARE(w.environment.size(), 2u);
        QCOMPARE(*w.environment[0].name + ' ' + *w.environment[0].key + ' ' + *w.environment[0].object,
                 "LEVEL LEVEL log");
        QVERIFY(!w.environment[0].secret);
        QCOMPARE(*w.environment[1].name + ' ' + *w.environment[1].key + ' ' + *w.environment[1].object,
                 "DB_PASSWORD password db");
        QVERIFY(w.environment[1].secret);
    }
    void derivedDefaultsAreKnownByTheirField() {
        const auto derived = bound({.package = "stock_feed", .cloudToml = ""}).derived;
        QCOMPARE(*derived.at("Cloud.toml:container.image.name"), "stock-feed");
        QCOMPARE(*derived.at("Cloud.toml:container.image.base"), "ballerina/jvm-runtime:3.1");
        QCOMPARE(*derived.at("Cloud.toml:cloud.deployment.internal_domain_name"), "stock-feed-svc");
        QCOMPARE(*derived.at("Ballerina.toml:package.name"), "folder");
    }
};

ARABESQUE_TEST(BindTest)
#include "bind_test.moc"
