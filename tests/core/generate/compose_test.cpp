#include "tests/core/generate/made_files.h"
#include "tests/support/test_main.h"

#include <QTest>
#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

const std::string pair =
    "[[node]]\nname = \"lb-1\"\nrole = \"load-balancer\"\nhost = \"10.0.1.1\"\n"
    "[[node]]\nname = \"lb-2\"\nrole = \"load-balancer\"\nhost = \"10.0.1.2\"\nstate = \"standby\"\n"
    "[[node]]\nname = \"orders-1\"\nrole = \"service\"\nhost = \"10.0.1.11\"\nreplicas = 2\n"
    "[[node]]\nname = \"orders-2\"\nrole = \"service\"\nhost = \"10.0.1.12\"\nstate = \"standby\"\n";
const std::string database =
    "[[node]]\nname = \"db-1\"\nrole = \"database\"\nhost = \"db.acme.org\"\ndatabase = \"orders\"\n"
    "[[node]]\nname = \"db-2\"\nrole = \"database\"\nhost = \"10.0.1.22\"\ndatabase = \"orders\"\n"
    "state = \"standby\"\n[[database]]\nname = \"orders\"\nreplication = \"synchronous\"\n";

Analysis deployed(const std::string& deploymentToml, const ProjectTexts& more = {}) {
    ProjectTexts texts = more;
    texts.emplace_back("Deployment.toml", "targets = [\"docker\"]\n" + deploymentToml);
    texts.emplace_back("Ballerina.toml",
                       "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.2.0\"\n\n"
                       "[build-options]\ncloud = \"docker\"\n");
    return made(ordersProject(texts));
}

YAML::Node composeOf(const Analysis& analysis) {
    return YAML::Load(textOf(analysis, "compose/compose.yaml"));
}

YAML::Node serviceOf(const Analysis& analysis, const std::string& name) {
    return composeOf(analysis)["services"][name];
}

/// "a b c" of a list, or of a map's keys.
std::string wordsOf(const YAML::Node& node) {
    std::string words;
    for (const auto& each : node)
        words += (words.empty() ? "" : " ") + (node.IsMap() ? each.first : each).as<std::string>();
    return words;
}

}

/// The whole deployment in containers of one machine.
class ComposeTest : public QObject {
    Q_OBJECT

private slots:
    void everyNodeIsAService() {
        const Analysis analysis = deployed(pair + database);
        QCOMPARE(wordsOf(composeOf(analysis)["services"]),
                 "lb-1 lb-2 orders-2 orders-1 orders-1-copy-2 db-1");
        QVERIFY(textOf(analysis, "compose/compose.yaml").contains("\n# Not here: db-2\n"));
        QCOMPARE(composeOf(analysis)["name"].as<std::string>(), "orders");
    }

    void programsFindTheirConfiguration() {
        const Analysis analysis =
            deployed(pair + "[[environment]]\nname = \"test\"\n[[environment]]\nname = \"production\"\n");
        const YAML::Node service = serviceOf(analysis, "orders-1");
        QCOMPARE(service["environment"]["BAL_CONFIG_FILES"].as<std::string>(),
                 "/home/ballerina/config/Config.toml");
        QCOMPARE(wordsOf(service["volumes"]), "../config/test:/home/ballerina/config:ro");
        QCOMPARE(wordsOf(service["env_file"]), "../config/test/secrets.env");
        for (const char* file : {"config/test/Config.toml", "config/test/secrets.env"})
            QVERIFY(analysis.artifact(file) != nullptr);
    }

    void withoutConfigurationNothingIsMounted() {
        const YAML::Node service = serviceOf(
            deployed(pair + "\n", {{"main.bal", "public function main() {\n}\n"}, {"Config.toml", ""}}),
            "orders-1");
        QVERIFY(!service["env_file"]);
        const YAML::Node left =
            serviceOf(made(ordersProject({{"Deployment.toml",
                                           "targets = [\"docker\"]\nleave_out = [\"config\"]\n" + pair}})),
                      "orders-1");
        QVERIFY(left.IsMap() && !left["volumes"] && !left["environment"] && !left["env_file"]);
    }

    void imagesAreBuiltWhereTheirFileIs() {
        QCOMPARE(serviceOf(deployed(pair), "orders-1")["build"]["context"].as<std::string>(),
                 "../docker/orders");
        const Analysis without =
            made(ordersProject({{"Deployment.toml", "targets = [\"docker\"]\n" + pair}}));
        QVERIFY(serviceOf(without, "orders-1").IsMap() && !serviceOf(without, "orders-1")["build"]);
    }

    void theRealBalancerStandsInFront() {
        const Analysis analysis = deployed("[profile]\nnginx = \"1.28\"\n" + pair);
        const YAML::Node balancer = serviceOf(analysis, "lb-1");
        QCOMPARE(balancer["image"].as<std::string>(), "nginx:1.28");
        QCOMPARE(wordsOf(balancer["ports"]), "127.0.0.1:8080:8080");
        QCOMPARE(wordsOf(serviceOf(analysis, "lb-2")["ports"]), "127.0.0.1:8090:8080");
        QCOMPARE(wordsOf(balancer["depends_on"]), "orders-1 orders-1-copy-2 orders-2");
        const std::string site = textOf(analysis, "compose/nginx/lb-1/conf.d/orders.conf");
        QVERIFY(site.contains("listen 8080;") && site.contains("server orders-1-copy-2:9090 ") &&
                site.contains("server orders-2:9090 ") && !site.contains("ssl"));
        QVERIFY(analysis.artifact("compose/nginx/lb-1/nginx.conf") != nullptr);
    }

    void whatItsPlaceGaveItIsLeftOut() {
        const Analysis analysis = deployed("[load_balancer]\nresolve = true\nresolvers = "
                                           "[\"10.0.0.2\"]\ntrusted_proxies = [\"10.0.0.0/8\"]\n"
                                           "[profile]\nnginx = \"plus-r33\"\n" +
                                           pair);
        for (const char* file : {"compose/nginx/lb-1/nginx.conf", "compose/nginx/lb-1/conf.d/orders.conf"}) {
            const std::string text = textOf(analysis, file);
            QVERIFY2(!text.contains("10.0.0.") && !text.contains("resolve"), text.c_str());
        }
        QCOMPARE(serviceOf(analysis, "lb-1")["image"].as<std::string>(), "nginx:1.26");
    }

    void haproxyRuns() {
        const Analysis analysis = deployed("[load_balancer]\nengine = \"haproxy\"\n" + pair);
        const YAML::Node balancer = serviceOf(analysis, "lb-1");
        QCOMPARE(balancer["image"].as<std::string>(), "haproxy:3.0");
        QCOMPARE(wordsOf(balancer["volumes"]),
                 "./haproxy/lb-1/haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro");
        const std::string text = textOf(analysis, "compose/haproxy/lb-1/haproxy.cfg");
        QVERIFY(text.contains("bind :8080\n") && text.contains("server orders-1 orders-1:9090"));
    }

    void withoutABalancerProgramsAreAskedThemselves() {
        const Analysis analysis =
            deployed("[load_balancer]\nmanaged = true\n[[node]]\nname = \"a\"\nrole = \"service\"\n");
        QCOMPARE(wordsOf(serviceOf(analysis, "a")["ports"]), "127.0.0.1:9090:9090");
    }

    void portsAreTheProgramsOwn() {
        const Analysis analysis =
            deployed("[[node]]\nname = \"lb\"\nrole = \"load-balancer\"\n[[node]]\nname = \"a\"\nrole = "
                     "\"service\"\nport = 9191\n");
        QVERIFY(textOf(analysis, "compose/nginx/lb/conf.d/orders.conf").contains("server a:9090 "));
    }

    void databasesHaveTheirEngine_data() {
        QTest::addColumn<QByteArray>("engine");
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("PostgreSQL") << QByteArray("postgresql") << QByteArray("POSTGRES_PASSWORD=\n");
        QTest::newRow("MySQL") << QByteArray("mysql") << QByteArray("MYSQL_ROOT_PASSWORD=\n");
        QTest::newRow("SQL Server") << QByteArray("mssql") << QByteArray("MSSQL_SA_PASSWORD=\n");
        QTest::newRow("Oracle") << QByteArray("oracle") << QByteArray("ORACLE_PWD=\n");
    }
    void databasesHaveTheirEngine() {
        QFETCH(const QByteArray, engine);
        QFETCH(const QByteArray, password);
        const Analysis analysis = deployed(pair + database + "engine = \"" + engine.toStdString() + "\"\n");
        const YAML::Node service = serviceOf(analysis, "db-1");
        const auto image = service["image"].as<std::string>();
        QVERIFY2(image.contains(':') && !image.ends_with("latest"), image.c_str());
        QCOMPARE(wordsOf(service["env_file"]), "db-1-database.env");
        QCOMPARE(wordsOf(service["networks"]["back"]["aliases"]), "db.acme.org");
        QVERIFY(textOf(analysis, "compose/db-1-database.env").ends_with(password.toStdString()));
        QCOMPARE(wordsOf(serviceOf(analysis, "orders-1")["depends_on"]), "db-1");
        QCOMPARE(wordsOf(composeOf(analysis)["volumes"]), "db_1_data");
    }

    void databasesOfTheCloudAreTriedOutToo() {
        const Analysis analysis = deployed(pair + "[[database]]\nname = \"orders\"\nmanaged = true\n");
        QVERIFY(serviceOf(analysis, "orders")["image"].as<std::string>().starts_with("postgres:"));
        QVERIFY(!serviceOf(deployed(pair + "[[database]]\nname = \"small\"\nengine = \"h2\"\n"), "small"));
    }

    void healthIsAsked() {
        const YAML::Node port = serviceOf(deployed(pair), "orders-1")["healthcheck"]["test"];
        QCOMPARE(wordsOf(port), "CMD nc -z 127.0.0.1 9090");
        const YAML::Node path =
            serviceOf(deployed(pair + "[load_balancer]\nengine = \"haproxy\"\nhealth_check = { path = "
                                      "\"/orders/health?x=$HOME\" }\n"),
                      "orders-1")["healthcheck"]["test"];
        QCOMPARE(wordsOf(path), "CMD wget -q -O /dev/null http://127.0.0.1:9090/orders/health?x=$$HOME");
    }

    void linesSayWhichSettingsTheyComeFrom() {
        const Analysis analysis = deployed("[profile]\nnginx = \"1.28\"\n" + pair + database);
        const char* file = "compose/compose.yaml";
        QVERIFY(settingsBehind(analysis, file, "    image: \"nginx:1.28\"")
                    .contains("Deployment.toml:profile.nginx"));
        QVERIFY(settingsBehind(analysis, file, "  orders-1:").contains("Deployment.toml:node[2].name"));
        QVERIFY(settingsBehind(analysis, file, "    image: \"postgres")
                    .contains("Deployment.toml:database[0].engine"));
    }

    void withoutProgramsThereIsNothingToTry() {
        QCOMPARE(pathsOf(deployed(database), "compose"), "");
        QCOMPARE(
            pathsOf(made(ordersProject({{"Deployment.toml", "targets = [\"vm\"]\n" + pair}})), "compose"),
            "");
    }
};

ARABESQUE_TEST(ComposeTest)
#include "compose_test.moc"
