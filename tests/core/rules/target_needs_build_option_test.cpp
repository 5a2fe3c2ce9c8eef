#include "core/analysis/analysis.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <string>

using namespace arabesque;

namespace {

/// What the rule says about targets and a build option, and what its fix makes of the option.
std::string said(const std::string& targets, const std::string& option, const AnalysisOptions& options = {}) {
    const auto snapshot = tests::snapshotOf(
        {{"Ballerina.toml",
          "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n\n[build-options]\n" + option},
         {"Deployment.toml", targets},
         {"main.bal", "import ballerina/http;\nservice / on new http:Listener(9090) {}\n"}});
    std::string text;
    for (const Diagnostic& each : analyze(snapshot, options).diagnostics)
        if (each.rule == "target-needs-build-option")
            text += each.message.english() + " -> " + each.fixes.at(0).title.english() + '\n';
    return text;
}

}

class TargetNeedsBuildOptionTest : public QObject {
    Q_OBJECT

private slots:
    void withoutTheOptionNothingIsMade() {
        QCOMPARE(said("targets = [\"docker\", \"k8s\"]\n", ""),
                 "bal build makes nothing for k8s without the build option 'cloud', so no file for it is "
                 "made here "
                 "-> Set 'cloud' to \"k8s\"\n");
        QVERIFY(said("targets = [\"docker\"]\n", "").ends_with("-> Set 'cloud' to \"docker\"\n"));
    }

    void anImageIsNoObjectOfKubernetes() {
        QVERIFY(said("targets = [\"openshift\"]\n", "cloud = \"docker\"\n")
                    .ends_with(
                        "while the build option 'cloud' is 'docker', so no file for it is made here -> Set "
                        "'cloud' to \"openshift\"\n"));
    }

    void oneForKubernetesMakesTheImageToo() {
        QCOMPARE(said("targets = [\"docker\", \"k8s\", \"openshift\"]\n", "cloud = \"k8s\"\n"), "");
    }

    void othersNeedNoOption() {
        QCOMPARE(said("targets = [\"vm\"]\n", ""), "");
        QCOMPARE(said("", ""), "");
    }

    /// Who asks for another target than is written knows it.
    void anotherTargetForOnceIsNoMistake() {
        QCOMPARE(said("targets = [\"k8s\"]\n", "cloud = \"k8s\"\n", {.target = "docker"}), "");
    }

    void productsWithoutAProgramAreLeftAlone() {
        QCOMPARE(said("targets = [\"k8s\"]\nproduct = \"api-manager\"\n", ""), "");
    }
};

ARABESQUE_TEST(TargetNeedsBuildOptionTest)

#include "target_needs_build_option_test.moc"
