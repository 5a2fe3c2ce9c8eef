#include "core/generate/gitops.h"

#include "core/analysis/analysis.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace arabesque;

namespace {

constexpr const char* repository = "[gitops]\nrepository = \"https://git.example.com/team/deploy.git\"\n";

Analysis made(const std::string& deploymentToml) {
    return analyze(tests::snapshotOf(
        {{"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"order_api\"\nversion = \"1.0.0\"\n"
                            "[build-options]\ncloud = \"k8s\"\n"},
         {"Deployment.toml", "targets = [\"k8s\"]\n" + deploymentToml},
         {"main.bal", "import ballerina/http;\nservice / on new http:Listener(9090) {}\n"}}));
}

YAML::Node document(const Analysis& analysis, const std::string& path, std::size_t number = 0) {
    const Artifact* artifact = analysis.artifact("gitops/" + path);
    if (artifact == nullptr) return YAML::Node("no " + path);
    return YAML::LoadAll(artifact->text)[number];
}

std::string text(const YAML::Node& node) {
    return node.IsDefined() && node.IsScalar() ? node.as<std::string>() : "(none)";
}

std::size_t files(const Analysis& analysis) {
    return static_cast<std::size_t>(std::ranges::count_if(
        analysis.artifacts, [](const Artifact& artifact) { return artifact.path.starts_with("gitops/"); }));
}

std::string regions(const std::string& eu, const std::string& us) {
    const auto cluster = [](const std::string& name) {
        return name.empty() ? "" : "cluster = \"" + name + "\"\n";
    };
    return "[[region]]\nname = \"eu\"\n" + cluster(eu) + "[[region]]\nname = \"US_1\"\n" + cluster(us);
}

}

class GitopsTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsMadeWithoutARepository() {
        QCOMPARE(files(made("")), std::size_t{0});
        QCOMPARE(files(made("[gitops]\npath = \"a\"\n")), std::size_t{0});
    }

    void nothingIsMadeWithoutOverlays() {
        QCOMPARE(files(made(std::string("leave_out = [\"kustomize\"]\n") + repository)), std::size_t{0});
    }

    void onePlaceIsOneApplication() {
        const Analysis analysis =
            made(std::string(repository) + "revision = \"live\"\npath = \"a/b\"\nproject = \"shop\"\nprune = "
                                           "false\n[kubernetes]\nnamespace = "
                                           "\"retail\"\n");
        const YAML::Node application = document(analysis, "argocd/application.yaml");
        QCOMPARE(text(application["kind"]), "Application");
        QCOMPARE(text(application["metadata"]["name"]), "order-api");
        const YAML::Node spec = application["spec"];
        QCOMPARE(text(spec["project"]), "shop");
        QCOMPARE(text(spec["source"]["repoURL"]), "https://git.example.com/team/deploy.git");
        QCOMPARE(text(spec["source"]["targetRevision"]), "live");
        QCOMPARE(text(spec["source"]["path"]), "a/b/kustomize/overlays/default");
        QCOMPARE(text(spec["destination"]["server"]), "https://kubernetes.default.svc");
        QCOMPARE(text(spec["destination"]["namespace"]), "retail");
        QCOMPARE(text(spec["syncPolicy"]["automated"]["prune"]), "false");
    }

    void severalPlacesAreOneSet() {
        const Analysis analysis =
            made(regions("https://eu.example.com", "https://us.example.com") + repository);
        const YAML::Node spec = document(analysis, "argocd/application-set.yaml")["spec"];
        const YAML::Node elements = spec["generators"][0]["list"]["elements"];
        QCOMPARE(elements.size(), std::size_t{2});
        QCOMPARE(text(elements[1]["name"]), "order-api-us-1");
        QCOMPARE(text(elements[1]["path"]), "kustomize/overlays/US_1");
        QCOMPARE(text(elements[1]["server"]), "https://us.example.com");
        QVERIFY(!spec["template"]["spec"]["destination"]["name"].IsDefined());
    }

    void aClusterIsGivenByNameOrAddress() {
        const YAML::Node names =
            document(made(regions("eu-1", "us-1") + repository), "argocd/application-set.yaml")["spec"];
        QCOMPARE(text(names["template"]["spec"]["destination"]["name"]), "{{.cluster}}");
        QVERIFY(!names["template"]["spec"]["destination"]["server"].IsDefined());
        const YAML::Node mixed =
            document(made(regions("eu-1", "") + repository), "argocd/application-set.yaml")["spec"];
        const YAML::Node elements = mixed["generators"][0]["list"]["elements"];
        QCOMPARE(text(elements[0]["cluster"]), "eu-1");
        QCOMPARE(text(elements[0]["server"]), "");
        QCOMPARE(text(elements[1]["cluster"]), "");
        QCOMPARE(text(elements[1]["server"]), "https://kubernetes.default.svc");
    }

    /// A set is a Go template; a setting is not.
    void aSettingIsNoTemplate() {
        QCOMPARE(goTemplateText("a"), "a");
        QCOMPARE(goTemplateText("a{b}{{ .c }}"), "a{b}{{ \"{{\" }} .c }}");
        const Analysis analysis = made(regions("", "") + repository + "project = \"{{ .name }}\"\n");
        const YAML::Node spec = document(analysis, "argocd/application-set.yaml")["spec"];
        QCOMPARE(text(spec["template"]["spec"]["project"]), "{{ \"{{\" }} .name }}");
    }

    void fluxHasAFileForEachCluster() {
        const Analysis analysis = made(regions("", "") + repository + "interval = \"90s\"\npath = \"a\"\n");
        QCOMPARE(files(analysis), std::size_t{3});
        const YAML::Node source = document(analysis, "flux/eu.yaml");
        QCOMPARE(text(source["kind"]), "GitRepository");
        QCOMPARE(text(source["spec"]["interval"]), "1m30s");
        QCOMPARE(text(source["spec"]["ref"]["branch"]), "main");
        const YAML::Node kustomization = document(analysis, "flux/US_1.yaml", 1);
        QCOMPARE(text(kustomization["metadata"]["name"]), "order-api-us-1");
        QCOMPARE(text(kustomization["spec"]["path"]), "./a/kustomize/overlays/US_1");
        QCOMPARE(text(kustomization["spec"]["sourceRef"]["name"]), text(source["metadata"]["name"]));
    }

    void fluxTakesAddressesWithASchemeItKnows() {
        QCOMPARE(fluxAddress("https://a/b.git"), std::optional<std::string>("https://a/b.git"));
        QCOMPARE(fluxAddress("git@a.example.com:team/b.git"),
                 std::optional<std::string>("ssh://git@a.example.com/team/b.git"));
        QCOMPARE(fluxAddress("git://a/b.git"), std::optional<std::string>());
        QCOMPARE(fluxAddress("b.git"), std::optional<std::string>());
    }
};

ARABESQUE_TEST(GitopsTest)

#include "gitops_test.moc"
