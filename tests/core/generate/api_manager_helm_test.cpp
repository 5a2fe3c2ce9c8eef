#include "tests/core/generate/made_files.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <sstream>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

/// Names of keys on the way to each value: "wso2.deployment.replicas", with [] for entries of lists of maps.
void addPaths(const YAML::Node& node, const std::string& path, std::set<std::string>& paths) {
    if (node.IsMap()) {
        for (const auto& each : node)
            addPaths(each.second, (path.empty() ? "" : path + '.') + each.first.as<std::string>(), paths);
    } else if (node.IsSequence() && node.size() > 0 && node[0].IsMap()) {
        for (const auto& each : node) addPaths(each, path + "[]", paths);
    } else {
        paths.insert(path);
    }
}

/// Every path of a chart's values (resources/charts/README.md).
std::set<std::string> pathsOfChart(const std::string& chart) {
    std::istringstream lines(sourceFile("resources/charts/helm-apim-4.7.0-1/" + chart + ".txt"));
    std::set<std::string> paths;
    for (std::string line; std::getline(lines, line);) paths.insert(line);
    return paths;
}

/// Values the chart would pass over without a word.
std::string unknownPaths(const std::string& chart, const std::string& values) {
    const std::set<std::string> known = pathsOfChart(chart);
    std::set<std::string> paths;
    addPaths(YAML::Load(values), "", paths);
    std::string unknown;
    for (const std::string& path : paths) {
        const bool any = known.contains(path.substr(0, path.rfind('.')) + ".*");
        if (!known.contains(path) && !any) unknown += path + '\n';
    }
    return unknown;
}

std::string chartOf(const Artifact& values) {
    const std::string before = "# Values of the chart ";
    return values.text.substr(before.size(), values.text.find(' ', before.size()) - before.size());
}

bool isValues(const Artifact& artifact) {
    return artifact.path.ends_with(".values.yaml");
}

/// All roles and settings, so that every value is made.
Analysis everything(const std::string& role, const std::string& region = {}) {
    std::string text = "product = \"api-manager\"\ntargets = [\"openshift\"]\n";
    for (const std::string each : {role.c_str(), "key-manager", "traffic-manager", "gateway"})
        text += "[[node]]\nname = \"" + each + "\"\nrole = \"" + each + "\"\nreplicas = 2\n" + region;
    text += "[[node]]\nname = \"redis\"\nrole = \"cache\"\n[[database]]\nname = \"apim\"\nmanaged = true\n";
    for (const std::string each : {role.c_str(), "key-manager", "traffic-manager", "gateway"})
        text += "[[component]]\nrole = \"" + each +
                "\"\nmin_heap = \"2g\"\nmax_heap = \"2g\"\nmemory_request = \"3Gi\"\nmemory_limit = \"4Gi\"\n"
                "cpu_request = \"2\"\ncpu_limit = \"3\"\njava_options = [\"-Da=b\"]\n"
                "image = \"registry.example.com/am:4.7.0@sha256:0123\"\n[[pool]]\nrole = \"" +
                each + "\"\ndatabase = \"apim\"\n";
    text +=
        "[api_manager]\nencryption_key = \"key\"\nshared_counters = true\nwebsocket = true\nwebsub = true\n"
        "autoscaled_gateways = true\noffset = 5\n";
    return made({{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"apis\"\nversion = \"1.0.0\"\n"},
                 {"main.bal", "public function main() {\n}\n"},
                 {"Deployment.toml", text}});
}

}

/// Values of the charts of the API Manager: a chart has no schema, so what it does not know it passes over.
class ApiManagerHelmTest : public QObject {
    Q_OBJECT

private slots:
    void everyPathIsOfTheChart_data() {
        QTest::addColumn<QByteArray>("role");
        QTest::newRow("control plane") << QByteArray("control-plane");
        QTest::newRow("all in one") << QByteArray("all-in-one");
    }
    void everyPathIsOfTheChart() {
        QFETCH(const QByteArray, role);
        const Analysis analysis = everything(role.toStdString());
        int files = 0;
        for (const Artifact& artifact : analysis.artifacts) {
            if (!isValues(artifact)) continue;
            QCOMPARE(unknownPaths(chartOf(artifact), artifact.text), "");
            ++files;
        }
        QCOMPARE(files, 4);
    }

    /// Of a public guide; Helm takes all of them and nothing happens.
    void pathsOfPublicGuidesAreFound() {
        QCOMPARE(
            unknownPaths("wso2am-acp", "wso2:\n  deployment:\n    am:\n      cp:\n        replicas: 2\n"
                                       "  subscription:\n    username: a\n"
                                       "  persistence:\n    storageClass: gp3\n"
                                       "  ingress:\n    gateway:\n      hostname: b\n"),
            "wso2.deployment.am.cp.replicas\nwso2.ingress.gateway.hostname\nwso2.persistence.storageClass\n"
            "wso2.subscription.username\n");
        QCOMPARE(unknownPaths("wso2am-tm", "wso2:\n  deployment:\n    replicas: 2\n"),
                 "wso2.deployment.replicas\n");
        QCOMPARE(unknownPaths("wso2am-acp", "wso2:\n  deployment:\n    replicas: 1\n    envs:\n      A: b\n"),
                 "");
    }

    /// Every name of a Service is one that a release of the same region makes.
    void servicesAreOfTheReleases() {
        const Analysis analysis = everything("control-plane");
        const std::string gateway = textOf(analysis, "api-manager/helm/gateway.values.yaml");
        const YAML::Node configurations = YAML::Load(gateway)["wso2"]["apim"]["configurations"];
        QCOMPARE(configurations["km"]["serviceUrl"].as<std::string>(), "wso2am-km-service");
        QCOMPARE(configurations["eventhub"]["urls"][1].as<std::string>(), "wso2am-acp-2-service");
        QVERIFY(configurations["eventhub"]["enabled"].as<bool>());
        QCOMPARE(configurations["throttling"]["urls"].size(), 2u);
        QCOMPARE(configurations["throttling"]["urls"][0].as<std::string>(), "wso2am-tm-1-service");
    }

    void portalsOfTwoAreSticky() {
        const Analysis analysis = everything("control-plane");
        const YAML::Node values = YAML::Load(textOf(analysis, "api-manager/helm/control-plane.values.yaml"));
        QVERIFY(values["kubernetes"]["gatewayAPI"]["backendTrafficPolicy"]["enabled"].as<bool>());
        QVERIFY(values["wso2"]["deployment"]["highAvailability"].as<bool>());
        QCOMPARE(values["wso2"]["deployment"]["replicas"].as<int>(), 1);   // of each of two
    }

    void noPasswordIsWritten() {
        for (const Artifact& artifact : everything("control-plane").artifacts) {
            if (!artifact.path.starts_with("api-manager/helm/") || !artifact.path.ends_with(".yaml"))
                continue;
            QVERIFY2(!artifact.text.contains("assword: \"") ||
                         artifact.path.ends_with("secrets.template.yaml"),
                     artifact.path.c_str());
        }
    }
};

ARABESQUE_TEST(ApiManagerHelmTest)
#include "api_manager_helm_test.moc"
