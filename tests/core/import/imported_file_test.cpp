#include "core/import/imported_file.h"
#include "core/import/mapping.h"
#include "core/schema/ballerina_toml.h"
#include "core/schema/cloud_toml.h"
#include "core/schema/deployment_toml.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QTest>

using namespace arabesque;

namespace {

QString kindOf(const char* name, std::string_view text) {
    const auto read = readImported(name, text);
    return QString::fromStdString(read ? Message(nameOf(read->kind)).english()
                                       : read.error().message.english());
}

}

class ImportedFileTest : public QObject {
    Q_OBJECT

private slots:
    void filesAreToldByWhatIsInThem() {
        QCOMPARE(kindOf("a.yaml", "apiVersion: v1\nkind: Service\n"), "Kubernetes objects");
        QCOMPARE(kindOf("a.yml", "services:\n  a:\n    image: b\n"), "a compose file");
        QCOMPARE(kindOf("values.yaml", "wso2:\n  deployment: {}\n"), "values of a Helm chart");
        QCOMPARE(kindOf("params", "environments:\n- name: a\n"), "parameters of apictl");
        QCOMPARE(kindOf("ci.yml", "on: push\njobs: {}\n"), "a pipeline");
        QCOMPARE(kindOf("a.conf", "upstream a {\n server b;\n}\n"), "a configuration of NGINX");
        QCOMPARE(kindOf("haproxy.cfg", "backend a\n  balance source\n"), "a configuration of HAProxy");
        QCOMPARE(kindOf("settings", "# c\nA=1\nexport B='2'\n"), "environment variables");
        QCOMPARE(kindOf("deployment.toml", "[server]\n"), "deployment.toml of a product");
        QCOMPARE(kindOf("a.sql", "DELETE FROM a;"), "SQL");
        QCOMPARE(kindOf("a", "#!/bin/sh\nls\n"), "a script");
        QCOMPARE(kindOf("notes.txt", "hello, world\n"), "a text");
    }

    void whatCannotBeReadGetsOneSentence() {
        using namespace std::string_literals;
        QCOMPARE(kindOf("a", "a\0b"s), "'a' is no text in UTF-8, so nothing can be read from it");
        QCOMPARE(kindOf("a", "\xff\xfe"), "'a' is no text in UTF-8, so nothing can be read from it");
        QCOMPARE(kindOf("a", " \n"), "'a' is empty");
        QVERIFY(kindOf("a", std::string(10'000'000, 'x')).startsWith("'a' has more than 4 MiB"));
        QCOMPARE(kindOf("a.yaml", "a:\n\t- b\n").left(41), "'a.yaml' cannot be imported: line 2 is no");
        QVERIFY(kindOf("a.toml", "a = \n").startsWith("'a.toml' cannot be imported: line 1 is no TOML"));
    }

    void aliasesThatGrowAreRefused() {
        std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const std::string before = "*a" + std::to_string(i - 1);
            bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
            for (int k = 0; k < 9; ++k) bomb += ", " + before;
            bomb += "]\n";
        }
        QElapsedTimer clock;
        clock.start();
        QVERIFY(kindOf("bomb.yaml", bomb).contains("once its aliases are written out"));
        QVERIFY(clock.elapsed() < 5000);
        QVERIFY(!kindOf("deep.yaml", std::string(5000, '[')).isEmpty());
        QVERIFY(!kindOf("open.yaml", "a: *nobody\n").isEmpty());
    }

    void anAliasIsWhatItStandsFor() {
        const auto read =
            readImported("c.yaml", "x: &x {mem: 1Gi}\nservices:\n  a: {image: b, deploy: *x}\n");
        QVERIFY(read.has_value());
        const auto found =
            std::ranges::find(read->values, std::string("services.a.deploy.mem"), &ImportedValue::path);
        QVERIFY(found != read->values.end());
        QCOMPARE(found->text, std::string("1Gi"));
    }

    void membersOfAListStandByThemselves() {
        const auto read =
            readImported("l.yaml", "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n"
                                   "  metadata: {name: a}\n");
        QVERIFY(read.has_value());
        QCOMPARE(read->values.front().path, std::string("Service[a].apiVersion"));
    }

    void patternsFitTheEndOfAPath() {
        QVERIFY(isAt("Deployment[a].spec.containers[b.c].image", "containers[].image"));
        QVERIFY(isAt("HPA[a].metrics[cpu].target", "metrics[cpu].target"));
        QVERIFY(!isAt("HPA[a].metrics[memory].target", "metrics[cpu].target"));
        QVERIFY(!isAt("spec.initcontainers[a].image", "containers[].image"));
        QVERIFY(isAt("balance", "balance"));
    }

    /// A mapping that names no setting would never do anything.
    void everyMappingNamesASetting() {
        for (int kind = 0; kind <= static_cast<int>(ImportKind::Text); ++kind)
            for (const Mapping& each : mappingsOf(static_cast<ImportKind>(kind))) {
                const Schema& schema =
                    each.document == "Cloud.toml" ? static_cast<const Schema&>(cloud()) : deploymentToml();
                QVERIFY2(schema.field(each.setting) != nullptr, std::string(each.setting).c_str());
            }
    }
};

ARABESQUE_TEST(ImportedFileTest)

#include "imported_file_test.moc"
