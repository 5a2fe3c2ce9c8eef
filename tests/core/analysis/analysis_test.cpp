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

/// A program on the default listener, with a mistake in its configuration.
std::shared_ptr<const Snapshot> shop() {
    return snapshotOf({{"Ballerina.toml", withCloud("k8s")},
                       {"Cloud.toml", "[container.image]\ntag = \"v1\"\n"},
                       {"Config.toml", "[acme.shop]\nworkers = \"many\"\n"},
                       {"Deployment.toml", "[profile]\nassume_default_listener = true\n"},
                       {"main.bal", "import ballerina/http;\nconfigurable int workers = 4;\n"
                                    "service / on http:getDefaultListener() {\n}\n"}});
}

std::shared_ptr<const Snapshot> edited(const Analysis& analysis, const std::string& file,
                                       std::string_view from, std::string_view to) {
    const std::size_t at = analysis.snapshot->text(file).find(from);
    return apply(*analysis.snapshot, {{{file, {at, at + from.size()}, std::string(to)}}}).snapshot;
}

/// What is said and generated, with its reasons.
bool isSame(const Analysis& one, const Analysis& other) {
    const auto isSameFinding = [](const Diagnostic& a, const Diagnostic& b) {
        return a.rule == b.rule && a.place == b.place && a.message.english() == b.message.english();
    };
    const auto isSameFile = [](const Artifact& a, const Artifact& b) {
        return a.path == b.path && a.text == b.text && a.lines == b.lines;
    };
    return std::ranges::equal(one.diagnostics, other.diagnostics, isSameFinding) &&
           std::ranges::equal(one.artifacts, other.artifacts, isSameFile);
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
        QCOMPARE(large.facts->configurables.size(), 2U);
        QCOMPARE(large.facts->services.size(), 1U);
        QVERIFY(!rulesOf(small, Severity::Error).empty());
        for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info})
            QVERIFY(rulesOf(large, severity) == rulesOf(small, severity));
        QVERIFY(pathsOf(large) == pathsOf(small));
    }

    void whatStandsOnTheSameTextIsTakenFromTheAnalysisBefore() {
        const Analysis before = analyze(shop());
        const auto after = [&](const char* file, std::string_view from, std::string_view to) {
            return analyze(edited(before, file, from, to), {}, &before);
        };
        const auto keeps = [&](const Analysis& analysis, const char* file) {
            return &analysis.documents.at(file).root() == &before.documents.at(file).root();
        };
        const Analysis otherValue = after("Config.toml", "many", "few");
        QVERIFY(otherValue.facts == before.facts);
        QVERIFY(keeps(otherValue, "Ballerina.toml") && !keeps(otherValue, "Config.toml"));
        QVERIFY(otherValue.schemas == before.schemas);

        const Analysis otherType = after("main.bal", "int workers", "string workers");
        QVERIFY(otherType.facts != before.facts);
        QVERIFY(keeps(otherType, "Config.toml"));
        QVERIFY(otherType.schemas.at("Config.toml") != before.schemas.at("Config.toml"));
        QVERIFY(otherType.schemas.at("Cloud.toml") == before.schemas.at("Cloud.toml"));
    }

    void afterAnotherAnalysisItIsAsByItself_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("value") << "Config.toml" << "\"many\"" << "8";
        QTest::newRow("not TOML") << "Config.toml" << "\"many\"" << "\"many";
        QTest::newRow("port the default listener is given")
            << "Config.toml" << "[acme" << "[ballerina.http]\ndefaultListenerPort = 8080\n[acme";
        QTest::newRow("default listener is not assumed") << "Deployment.toml" << "true" << "false";
        QTest::newRow("package") << "Ballerina.toml" << "\"shop\"" << "\"store\"";
        QTest::newRow("target") << "Ballerina.toml" << "k8s" << "docker";
        QTest::newRow("type of a configurable") << "main.bal" << "int workers" << "string workers";
        QTest::newRow("half a source") << "main.bal" << "getDefaultListener() {" << "getDefaultListener(";
    }
    void afterAnotherAnalysisItIsAsByItself() {
        QFETCH(QString, file);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const Analysis before = analyze(shop());
        const auto snapshot = edited(before, file.toStdString(), from.toStdString(), to.toStdString());
        QVERIFY(isSame(analyze(snapshot, {}, &before), analyze(snapshot)));
        QVERIFY(!isSame(analyze(snapshot), before));
    }

    void aStoppedAnalysisIsNoneToTakeFrom() {
        std::stop_source stop;
        stop.request_stop();
        const Analysis stopped = analyze(shop(), {}, nullptr, stop.get_token());
        QVERIFY(isSame(analyze(shop(), {}, &stopped), analyze(shop())));
    }

    void aStopIsHonoured() {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(analyze(snapshotOf({{"Ballerina.toml", withCloud("k8s")}}), {}, nullptr, stop.get_token())
                    .stopped);
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
