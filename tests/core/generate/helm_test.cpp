#include "core/analysis/analysis.h"
#include "core/generate/helm_text.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

using namespace arabesque;

namespace {

std::string package(std::string_view version = "1.2.0") {
    return "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"" + std::string(version) +
           "\"\n[build-options]\ncloud = \"k8s\"\n";
}

Analysis made(std::string_view deploymentToml, std::string_view packageToml = package()) {
    return analyze(tests::snapshotOf(
        {{"Ballerina.toml", packageToml},
         {"Cloud.toml", "[container.image]\nrepository = \"registry:5000/acme\"\ntag = \"7\"\n"},
         {"Deployment.toml", deploymentToml},
         {"main.bal", "import ballerina/http;\nservice / on new http:Listener(9090) {}\n"}}));
}

std::string text(const Analysis& analysis, const std::string& file) {
    const Artifact* artifact = analysis.artifact("helm/orders/" + file);
    return artifact == nullptr ? "no " + file : artifact->text;
}

}

class HelmTest : public QObject {
    Q_OBJECT

private slots:
    void aChartIsCalledAsThePackage() {
        const YAML::Node chart = YAML::Load(text(made("targets = [\"k8s\"]\n"), "Chart.yaml"));
        QCOMPARE(chart["name"].as<std::string>(), "orders");
        QCOMPARE(chart["version"].as<std::string>(), "1.2.0");
    }

    void aVersionHelmRefusesIsOnlyThatOfTheProgram() {
        for (const char* version : {"1.2", "one", "1.2.0 {{ x }}", ""}) {
            const Analysis analysis = made("targets = [\"k8s\"]\n", package(version));
            const YAML::Node chart = YAML::Load(text(analysis, "Chart.yaml"));
            QCOMPARE(chart["version"].as<std::string>(), "0.1.0");
        }
        const Analysis analysis = made("targets = [\"k8s\"]\n", package("1.2.0-rc.1"));
        QCOMPARE(YAML::Load(text(analysis, "Chart.yaml"))["version"].as<std::string>(), "1.2.0-rc.1");
    }

    void theTagStandsBehindTheLastColon() {
        const YAML::Node image = YAML::Load(text(made("targets = [\"k8s\"]\n"), "values.yaml"))["image"];
        QCOMPARE(image["repository"].as<std::string>(), "registry:5000/acme/orders");
        QCOMPARE(image["tag"].as<std::string>(), "7");
    }

    /// What differs between charts is in their values, where no template reads it as one.
    void templatesAreTheSameInEveryChart() {
        const Analysis one = made("targets = [\"k8s\"]\n");
        const Analysis other = made(
            "targets = [\"k8s\"]\n[kubernetes.route]\nhost = \"{{ .Values.name }}\"\npath = \"/{{ x }}\"\n");
        for (const ChartFile& file : chartOfService()) {
            QCOMPARE(text(one, std::string(file.path)), std::string(file.text));
            QCOMPARE(text(other, std::string(file.path)), std::string(file.text));
        }
        QCOMPARE(YAML::Load(text(other, "values.yaml"))["route"]["path"].as<std::string>(), "/{{ x }}");
    }

    void anEnvironmentNamesOnlyWhatIsDifferent() {
        const Analysis analysis =
            made("targets = [\"k8s\"]\n[[environment]]\nname = \"test\"\nset = { "
                 "\"container.image.tag\" = \"8\" }\n[[environment]]\nname = \"live\"\n");
        const YAML::Node test = YAML::Load(text(analysis, "values-test.yaml"));
        QCOMPARE(test.size(), std::size_t{1});
        QCOMPARE(test["image"]["tag"].as<std::string>(), "8");
        QVERIFY(YAML::Load(text(analysis, "values-live.yaml")).IsNull());
    }

    void theSchemaKnowsEveryValue() {
        const Analysis analysis = made("targets = [\"k8s\"]\n");
        const auto schema = nlohmann::json::parse(text(analysis, "values.schema.json"));
        for (const auto& value : YAML::Load(text(analysis, "values.yaml")))
            QVERIFY2(schema["properties"].contains(value.first.as<std::string>()),
                     value.first.as<std::string>().c_str());
        QCOMPARE(schema["additionalProperties"], false);
    }
};

ARABESQUE_TEST(HelmTest)

#include "helm_test.moc"
