#include "core/schema/known_modules.h"

#include "core/schema/config_toml.h"
#include "core/schema/json_schema.h"
#include "core/schema/shape.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace arabesque;
using ballerina::Import;
using ballerina::PackageFacts;

namespace {

PackageFacts importing(const std::vector<std::pair<std::string, std::string>>& modules) {
    PackageFacts facts;
    for (const auto& [organisation, module] : modules)
        facts.imports.push_back({.organisation = organisation, .module = module, .prefix = {}, .place = {}});
    return facts;
}

Schema schemaOf(const PackageFacts& facts) {
    return configToml(facts, "acme", "orders", toml::Document(""));
}

Schema everyModule() {
    PackageFacts facts;
    for (const KnownModule& module : knownModules())
        facts.imports.push_back(
            {.organisation = module.organisation, .module = module.name, .prefix = {}, .place = {}});
    return schemaOf(facts);
}

}

/// Settings of well-known modules, which their sources declare and ours repeat.
class KnownModulesTest : public QObject {
    Q_OBJECT

private slots:
    void everyVariableSaysWhatItIs() {
        for (const KnownModule& module : knownModules()) {
            QVERIFY2(!module.configurables().empty(), module.name.c_str());
            for (const auto& variable : module.configurables()) {
                const std::string name = module.section() + '.' + variable.name;
                QVERIFY2(variable.documentation.ends_with('.'), name.c_str());
                QVERIFY2(variable.type.kind != ballerina::Type::Kind::Other, name.c_str());
                QVERIFY2(variable.required || !variable.fallback.empty(), name.c_str());
            }
        }
    }
    void everyFieldHasHelpAndADefaultThatFits() {
        const Schema schema = everyModule();
        QVERIFY(schema.fields().size() > 100);
        for (const Field& field : schema.fields()) {
            QVERIFY2(!field.labelText.empty(), field.path.c_str());
            QVERIFY2(field.summaryText.ends_with('.'), field.path.c_str());
            QVERIFY2(!field.source.empty(), field.path.c_str());
            if (field.fallback.empty()) continue;
            const toml::Document document("v = " + field.fallback);
            const toml::Node* node = document.root().member("v");
            QVERIFY2(document.valid() && node != nullptr, field.path.c_str());
            QVERIFY2(hasRightType({.node = node, .field = &field}), field.path.c_str());
            if (!field.choices.empty())
                QVERIFY2(std::ranges::contains(field.choices, field.fallback), field.path.c_str());
        }
    }
    void aModuleIsThereWhenItIsImported() {
        const Schema none = schemaOf({});
        QVERIFY(none.fields().empty());
        const Schema log = schemaOf(importing({{"ballerina", "log"}}));
        QVERIFY(log.field("ballerina.log.level") != nullptr);
        QVERIFY(log.field("ballerina.http.defaultListenerPort") == nullptr);
        QCOMPARE(log.field("ballerina.log.level")->choices.size(), 4U);
        QVERIFY(log.table("ballerina.log.destinations")->records);
        QCOMPARE(log.field("ballerina.log.destinations[].rotation.maxAge") != nullptr, true);
        const Schema http = schemaOf(importing({{"ballerina", "http"}}));
        QVERIFY(http.field("ballerina.log.level") != nullptr &&
                http.field("ballerina.observe.enabled") != nullptr);
        QVERIFY(http.table("ballerina.http.defaultListenerConfig")->unknownKeys == Table::UnknownKeys::Error);
    }
    void otherKeysOfItsSectionAreUnknown() {
        const Schema schema = schemaOf(importing({{"wso2", "icp.runtime.bridge"}}));
        QVERIFY(schema.table("wso2.icp.runtime.bridge")->unknownKeys == Table::UnknownKeys::Error);
        QVERIFY(schema.table("wso2.icp")->unknownKeys == Table::UnknownKeys::Values);
        QVERIFY(schema.field("wso2.icp.runtime.bridge.secret")->meaning == Meaning::Secret);
        QVERIFY(schema.field("wso2.icp.runtime.bridge.secret")->required);
    }
    void theirJsonSchemaSaysTheSame() {
        const auto json = nlohmann::json::parse(toJsonSchema(everyModule()), nullptr, false);
        QVERIFY(json.is_object());
        const auto& attributes =
            json["properties"]["ballerina"]["properties"]["otel"]["properties"]["tracesResourceAttributes"];
        QCOMPARE(QByteArray::fromStdString(attributes["type"].dump()), "\"object\"");
        QCOMPARE(QByteArray::fromStdString(attributes["additionalProperties"].dump()),
                 "{\"type\":\"string\"}");
    }
};

ARABESQUE_TEST(KnownModulesTest)
#include "known_modules_test.moc"
