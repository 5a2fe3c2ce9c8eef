#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace arabesque::tests;
using Json = nlohmann::json;

namespace {

Json schema(const QStringList& arguments) {
    const Run run = cli(QStringList{"schema"} + arguments);
    return run.exit == 0 ? Json::parse(run.out.toStdString(), nullptr, false) : Json(run.err.toStdString());
}

}

/// What is printed for other editors. That real tools take it is checked in tests/validators.
class SchemaTest : public QObject {
    Q_OBJECT

private slots:
    void cloudTomlNeedsNoProject() {
        const Json json = schema({"Cloud.toml"});
        QCOMPARE(json["$schema"].get<std::string>(), std::string("http://json-schema.org/draft-07/schema#"));
        QCOMPARE(json["additionalProperties"].get<bool>(), false);
        const Json& deployment = json["properties"]["cloud"]["properties"]["deployment"]["properties"];
        QCOMPARE(deployment["max_memory"]["type"].get<std::string>(), std::string("string"));
        QCOMPARE(deployment["max_memory"]["default"].get<std::string>(), std::string("512Mi"));
        QVERIFY(!deployment["max_memory"]["description"].get<std::string>().empty());
        QCOMPARE(deployment["autoscaling"]["properties"]["cpu"]["minimum"].get<int>(), 1);
        QCOMPARE(deployment["autoscaling"]["properties"]["cpu"]["maximum"].get<int>(), 100);
        const Json& files = json["properties"]["cloud"]["properties"]["config"]["properties"]["files"];
        QCOMPARE(files["type"].get<std::string>(), std::string("array"));
        QCOMPARE(files["items"]["properties"]["file"]["type"].get<std::string>(), std::string("string"));
        QCOMPARE(files["items"]["additionalProperties"].get<bool>(), false);
    }

    void ballerinaTomlNeedsNoProject() {
        const Json json = schema({"Ballerina.toml"});
        const Json& package = json["properties"]["package"]["properties"];
        QCOMPARE(package["name"]["type"].get<std::string>(), std::string("string"));
        QVERIFY(package["name"].contains("pattern"));
    }

    void configTomlFollowsFromTheProgram() {
        const Folder folder;
        writeSmallProject(folder);
        const Json json = schema({"Config.toml", folder.path()});
        const Json& package = json["properties"]["acme"]["properties"]["order_api"];
        QCOMPARE(package["properties"]["largest"]["type"].get<std::string>(), std::string("integer"));
        QCOMPARE(package["properties"]["shop"]["type"].get<std::string>(), std::string("string"));
    }
};

ARABESQUE_TEST(SchemaTest)

#include "schema_test.moc"
