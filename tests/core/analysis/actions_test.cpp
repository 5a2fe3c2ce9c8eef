#include "core/analysis/actions.h"

#include "tests/support/marked_text.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

struct Source {
    std::string text;   ///< with a mark where the cursor stands
    std::string cloudToml = "# ours\n";
    std::string target = "k8s";

    [[nodiscard]] Analysis analysis() const {
        return analyze(snapshotOf({{"Ballerina.toml",
                                    "[package]\norg = \"acme\"\nname = \"shop\"\nversion = \"1.0.0\"\n"},
                                   {"Cloud.toml", cloudToml},
                                   {"main.bal", marked(text).text}}),
                       {.target = target});
    }
    [[nodiscard]] std::vector<Fix> actions() const {
        return actionsAt(analysis(), "main.bal", marked(text).range().begin);
    }
    [[nodiscard]] QStringList titles() const {
        QStringList all;
        for (const Fix& action : actions()) all += QString::fromStdString(action.title.english());
        return all;
    }
    /// Cloud.toml after action number `index`.
    [[nodiscard]] std::string after(std::size_t index) const {
        return applied(cloudToml, "Cloud.toml", actions().at(index).edit);
    }
};

std::string service(const std::string& path, const std::string& resource) {
    return "import ballerina/http;\nservice " + path +
           " on new http:Listener(9090) {\n    resource function get " + resource +
           "() returns boolean {\n        return true;\n    }\n}\n";
}

}

class ActionsTest : public QObject {
    Q_OBJECT

private slots:
    void aConfigurableBecomesAVariable() {
        const Source source{.text = "configurable int li«»mit = 10;\n"};
        QCOMPARE(source.titles(), QStringList{"Add as env to Cloud.toml"});
        QCOMPARE(source.after(0),
                 "# ours\n\n[[cloud.config.envs]]\nkey_ref = \"limit\"\nconfig_name = \"limit\"\n");
    }
    void aVariableThatIsThereIsNotOffered() {
        const Source source{.text = "configurable int li«»mit = 10;\n",
                            .cloudToml = "[[cloud.config.envs]]\nkey_ref = \"limit\"\n"};
        QCOMPARE(source.titles(), QStringList());
    }
    void aResourceBecomesAProbe() {
        const Source source{.text = service("/shop", "hea«»lthz")};
        QCOMPARE(source.titles(), (QStringList{"Add as liveness probe", "Add as readiness probe"}));
        QCOMPARE(source.after(0),
                 "# ours\n\n[cloud.deployment.probes.liveness]\nport = 9090\npath = \"/shop/healthz\"\n");
    }
    void aProbeThatIsThereIsNotOffered() {
        const Source source{.text = service("/shop", "hea«»lthz"),
                            .cloudToml = "[cloud.deployment.probes.liveness]\nport = 1\n"};
        QCOMPARE(source.titles(), QStringList{"Add as readiness probe"});
    }
    void pathsOfProbes() {
        QVERIFY(QByteArray::fromStdString(Source{.text = service("/", "hea«»lthz")}.after(0))
                    .contains("\"/healthz\""));
        QVERIFY(QByteArray::fromStdString(Source{.text = service("/shop", "«».")}.after(0))
                    .contains("\"/shop\""));
    }
    void onlyForKubernetesAndWithCloudToml() {
        QCOMPARE((Source{.text = "configurable int li«»mit = 10;\n", .target = "docker"}.titles()),
                 QStringList());
        const Analysis analysis =
            analyze(snapshotOf({{"Ballerina.toml", ""}, {"main.bal", "configurable int x = 1;\n"}}),
                    {.target = "k8s"});
        QVERIFY(actionsAt(analysis, "main.bal", 3).empty());
    }
    void elsewhereNothingIsOffered() {
        QCOMPARE(Source{.text = "configurable int limit = 10;\n\n«»// note\n"}.titles(), QStringList());
    }
};

ARABESQUE_TEST(ActionsTest)
#include "actions_test.moc"
