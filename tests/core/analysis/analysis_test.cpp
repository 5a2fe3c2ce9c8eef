#include "core/analysis/analysis.h"

#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque;
using tests::snapshotOf;

namespace {

constexpr std::string_view package = "[package]\norg = \"acme\"\nname = \"shop\"\nversion = \"1.0.0\"\n";

std::string withCloud(std::string_view target) {
    return std::string(package) + "\n[build-options]\ncloud = \"" + std::string(target) + "\"\n";
}

constexpr std::string_view service = "import ballerina/http;\n"
                                     "service / on new http:Listener(9090) {\n"
                                     "    resource function get health() returns boolean => true;\n"
                                     "}\n";

std::vector<std::string> rulesOf(const Analysis& analysis, Severity severity) {
    std::vector<std::string> rules;
    for (const Diagnostic& diagnostic : analysis.diagnostics)
        if (diagnostic.severity == severity) rules.push_back(diagnostic.rule);
    return rules;
}

std::vector<std::string> pathsOf(const Analysis& analysis) {
    std::vector<std::string> paths;
    for (const Artifact& artifact : analysis.artifacts) paths.push_back(artifact.path);
    return paths;
}

using Texts = std::vector<std::string>;

}

class AnalysisTest : public QObject {
    Q_OBJECT

private slots:
    void packagesTogetherAreAnalysedAsEachByItself() {
        std::vector<AnalysisInput> packages;
        for (const char* target : {"k8s", "docker", "kubernetes", "choreo"})
            packages.push_back({snapshotOf({{"Ballerina.toml", withCloud(target)}, {"main.bal", service}}),
                                {.target = packages.empty() ? "" : target}});
        const std::vector<Analysis> together = analyze(packages);
        QCOMPARE(together.size(), packages.size());
        for (std::size_t i = 0; i < packages.size(); ++i) {
            const Analysis alone = analyze(packages[i].snapshot, packages[i].options);
            QVERIFY(pathsOf(together[i]) == pathsOf(alone));
            for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info})
                QVERIFY(rulesOf(together[i], severity) == rulesOf(alone, severity));
        }
    }

    void targetsDecideWhatIsMade_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("docker") << "docker" << QStringList{"docker/shop/Dockerfile"};
        QTest::newRow("k8s") << "k8s" << QStringList{"docker/shop/Dockerfile", "kubernetes/shop/shop.yaml"};
        QTest::newRow("openshift") << "openshift"
                                   << QStringList{"docker/shop/Dockerfile", "openshift/shop/shop.yaml"};
        QTest::newRow("choreo") << "choreo"
                                << QStringList{"choreo/shop/choreo.yaml", "docker/shop/Dockerfile"};
        QTest::newRow("misspelt") << "kubernetes" << QStringList{};
    }

    void targetsDecideWhatIsMade() {
        QFETCH(QString, target);
        QFETCH(QStringList, paths);
        const Analysis analysis =
            analyze(snapshotOf({{"Ballerina.toml", withCloud(target.toStdString())}, {"main.bal", service}}));
        QStringList made;
        for (const std::string& path : pathsOf(analysis)) made += QString::fromStdString(path);
        QCOMPARE(made, paths);
    }

    void theCallersTargetWins() {
        const auto snapshot = snapshotOf({{"Ballerina.toml", withCloud("k8s")}, {"main.bal", service}});
        QCOMPARE(pathsOf(analyze(snapshot, {.target = "docker"})), Texts{"docker/shop/Dockerfile"});
    }

    void cloudTomlStopsTheBuildOnlyWhereItIsRead() {
        constexpr std::string_view cloudToml = "[cloud.deployment]\nmax_memry = \"1Gi\"\n";
        const auto read =
            analyze(snapshotOf({{"Ballerina.toml", withCloud("docker")}, {"Cloud.toml", cloudToml}}));
        const auto unread = analyze(snapshotOf({{"Ballerina.toml", package}, {"Cloud.toml", cloudToml}}));
        QCOMPARE(rulesOf(read, Severity::Error), Texts{"unknown-key"});
        QVERIFY(read.hasErrors());
        QCOMPARE(rulesOf(unread, Severity::Warning), Texts{"unknown-key"});
        QVERIFY(!unread.hasErrors());
    }

    void brokenTextIsSaidAndTheRestStillCounts() {
        const Analysis analysis =
            analyze(snapshotOf({{"Ballerina.toml", withCloud("k8s")},
                                {"Cloud.toml", "[cloud.deployment]\nmax_memory = \"1Gi\"\nmin_cpu = \n"},
                                {"main.bal", service}}));
        QCOMPARE(rulesOf(analysis, Severity::Error), Texts{"toml-syntax"});
        QVERIFY(analysis.artifact("kubernetes/shop/shop.yaml")->text.contains("memory: \"1Gi\""));
    }

    void thePresenceOfCloudTomlChangesTheImageName() {
        const std::string ballerinaToml =
            "[package]\norg = \"acme\"\nname = \"stock_feed\"\nversion = \"1.0.0\"\n"
            "[build-options]\ncloud = \"k8s\"\n";
        const auto image = [](const Analysis& analysis) { return *analysis.deployment.workload.image; };
        QCOMPARE(image(analyze(snapshotOf({{"Ballerina.toml", ballerinaToml}}))),
                 std::string("stock_feed:latest"));
        QCOMPARE(image(analyze(snapshotOf({{"Ballerina.toml", ballerinaToml}, {"Cloud.toml", ""}}))),
                 std::string("stock-feed:latest"));
    }

    void aTaskBecomesAJob() {
        constexpr std::string_view task = "import ballerina/cloud;\n"
                                          "@cloud:Task {schedule: {minutes: \"0\", hours: \"2\", dayOfMonth: "
                                          "\"*\", monthOfYear: \"*\", daysOfWeek: \"*\"}}\n"
                                          "public function main() {\n}\n";
        const Analysis analysis =
            analyze(snapshotOf({{"Ballerina.toml", withCloud("k8s")}, {"main.bal", task}}));
        const std::string& yaml = analysis.artifact("kubernetes/shop/shop.yaml")->text;
        QVERIFY(yaml.contains("kind: \"CronJob\""));
        QVERIFY(yaml.contains("schedule: \"0 2 * * *\""));
        QVERIFY(!yaml.contains("HorizontalPodAutoscaler"));
    }

    void missingConfigurationFilesAreErrors() {
        const Analysis analysis =
            analyze(snapshotOf({{"Ballerina.toml", withCloud("k8s")},
                                {"Cloud.toml", "[[cloud.config.files]]\nfile = \"Config.toml\"\n"}}));
        QCOMPARE(rulesOf(analysis, Severity::Error), Texts{"file-missing"});
        QCOMPARE(analysis.deployment.references, (Texts{"Config.toml", "target/docker/shop"}));
    }

    void secretContentIsReplacedOnDemand() {
        auto snapshot = std::make_shared<Snapshot>(
            *snapshotOf({{"Ballerina.toml", withCloud("k8s")},
                         {"Cloud.toml", "[[cloud.config.secrets]]\nfile = \"db.toml\"\n"}}));
        snapshot->resources["db.toml"] = {
            Resource::Kind::File, std::make_shared<const std::string>("password = \"x\"\n"), {}};
        const auto yaml = [&](const AnalysisOptions& options) {
            return analyze(snapshot, options).artifact("kubernetes/shop/shop.yaml")->text;
        };
        QVERIFY(yaml({}).contains("db.toml: \"cGFzc3dvcmQgPSAieCIK\""));
        QVERIFY(!yaml({.templateSecrets = true}).contains("cGFzc3dvcmQgPSAieCIK"));
    }

    void theSameSnapshotGivesTheSameBytes() {
        const Analysis first = tests::analyzed("tests/golden/kubernetes/order_api/project");
        const Analysis second = tests::analyzed("tests/golden/kubernetes/order_api/project");
        for (std::size_t i = 0; i < first.artifacts.size(); ++i)
            QCOMPARE(first.artifacts[i].text, second.artifacts[i].text);
    }

    void aLargeProgramIsReadAsASmallOne() {
        const std::string comment = "// " + std::string(300 << 10, '-') + "\n";
        const auto withSource = [](const std::string& source) {
            return analyze(snapshotOf({{"Ballerina.toml", withCloud("k8s")},
                                       {"Config.toml", "[acme.shop]\nworkers = \"many\"\n"},
                                       {"main.bal", source},
                                       {"modules/store/store.bal", "configurable string url = ?;\n"}}));
        };
        const std::string source = std::string(service) + "configurable int workers = 4;\n";
        const Analysis small = withSource(source);
        const Analysis large = withSource(comment + source);
        QCOMPARE(large.facts.configurables.size(), 2U);
        QCOMPARE(large.facts.services.size(), 1U);
        QVERIFY(!rulesOf(small, Severity::Error).empty());
        for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info})
            QVERIFY(rulesOf(large, severity) == rulesOf(small, severity));
        QVERIFY(pathsOf(large) == pathsOf(small));
    }

    void aSchemaThatDidNotChangeIsTheSame() {
        const auto withSource = [](std::string_view source, std::string_view config) {
            return analyze(snapshotOf(
                {{"Ballerina.toml", withCloud("k8s")}, {"Config.toml", config}, {"main.bal", source}}));
        };
        constexpr std::string_view source =
            "type Db record {| int port; |};\nconfigurable Db|string db = ?;\n";
        const auto schema = [](const Analysis& analysis) {
            return analysis.schemas.find("Config.toml")->second;
        };
        const Analysis before = withSource(source, "db = \"a\"\n");
        Analysis sameProgram = withSource(source, "db = \"b\"\n");
        QVERIFY(schema(sameProgram) != schema(before));
        shareSchemas(sameProgram, before);
        QVERIFY(schema(sameProgram) == schema(before));
        Analysis otherType =
            withSource("type Db record {| string port; |};\nconfigurable Db|string db = ?;\n", "");
        shareSchemas(otherType, before);
        QVERIFY(schema(otherType) != schema(before));
    }

    void aStopIsHonoured() {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(analyze(snapshotOf({{"Ballerina.toml", withCloud("k8s")}}), {}, stop.get_token()).stopped);
    }

    void textForAStringNeedsNoQuotes() {
        const Analysis analysis = analyze(snapshotOf({{"Ballerina.toml", withCloud("k8s")}}));
        const auto value = [&](const char* key, const char* text) {
            return valueFor(analysis, "Cloud.toml", *toml::readPath(key), text);
        };
        QCOMPARE(*value("cloud.deployment.max_memory", "1Gi"), std::string("\"1Gi\""));
        QCOMPARE(*value("cloud.deployment.max_memory", "\"1Gi\""), std::string("\"1Gi\""));
        QCOMPARE(*value("cloud.deployment.autoscaling.cpu", "70"), std::string("70"));
        QVERIFY(!value("cloud.deployment.autoscaling.cpu", "many"));
        QVERIFY(!value("cloud.deployment.unknown", "many"));
    }

    void defaultsSayWhatTheyFollowFrom() {
        const Analysis analysis = analyze(snapshotOf({{"Ballerina.toml", withCloud("k8s")}}));
        const Schema& schema = *analysis.schemas.find("Cloud.toml")->second;
        const auto constant =
            fallbackOf(analysis, "Cloud.toml", *schema.field("cloud.deployment.max_memory"));
        QCOMPARE(constant->value, std::string("\"512Mi\""));
        const auto derived =
            fallbackOf(analysis, "Cloud.toml", *schema.field("cloud.deployment.internal_domain_name"));
        QCOMPARE(derived->value, std::string("\"shop-svc\""));
        QCOMPARE(derived->origins.front().key(), std::string("package.name"));
        QVERIFY(!fallbackOf(analysis, "Cloud.toml", *schema.field("container.image.repository")));
    }
};

ARABESQUE_TEST(AnalysisTest)
#include "analysis_test.moc"
