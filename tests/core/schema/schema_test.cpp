#include "core/schema/ballerina_toml.h"
#include "core/schema/cloud_toml.h"
#include "core/schema/pattern.h"
#include "core/schema/shape.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <set>

using namespace arabesque;

namespace {

/// What keeps `value`, a TOML value of `field`'s own declaration, from being one the field accepts; empty when nothing does.
std::string objectionTo(const Field& field, const std::string& value) {
    const toml::Document document("v = " + value);
    const toml::Node* node = document.root().member("v");
    if (!document.valid() || node == nullptr) return "no TOML value";
    if (!hasRightType({.node = node, .field = &field})) return "wrong type";
    const toml::Value& read = *node->value;
    if (field.least && read.number < static_cast<double>(*field.least)) return "too low";
    if (field.most && read.number > static_cast<double>(*field.most)) return "too high";
    if (!field.pattern.empty() && !matchesWhole(field.pattern, read.text))
        return "does not match " + field.pattern;
    for (const Pattern& pattern : field.furtherPatterns)
        if (!matchesWhole(pattern.expression, read.text)) return "does not match " + pattern.expression;
    if (field.longest && read.text.size() > *field.longest) return "too long";
    return {};
}

/// The schemas of files that a tool has words for; Ballerina.toml's with every table a file can call into being.
const std::vector<const Schema*>& allSchemas() {
    static const Schema everyTable = *ballerinaToml(
        toml::Document("[platform.java11]\n[platform.java17]\n[platform.java21]\n[platform.java25]\n"
                       "[[tool.openapi]]\n[[tool.health.fhir]]\n"));
    static const std::vector<const Schema*> schemas{&cloud(), &everyTable};
    return schemas;
}

void addAllFields() {
    QTest::addColumn<const Field*>("field");
    for (const Schema* schema : allSchemas())
        for (const Field& field : schema->fields())
            QTest::addRow("%s: %s", schema->document().c_str(), field.path.c_str()) << &field;
}

void addAllTables() {
    QTest::addColumn<const Table*>("table");
    for (const Schema* schema : allSchemas())
        for (const Table& table : schema->tables())
            QTest::addRow("%s: [%s]", schema->document().c_str(), table.path.c_str()) << &table;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
    return text;
}

}

class SchemaTest : public QObject {
    Q_OBJECT

private slots:
    void everyFieldSaysWhatItIs_data() { addAllFields(); }
    void everyFieldSaysWhatItIs() {
        QFETCH(const Field*, field);
        QVERIFY(!field->label.empty());
        QVERIFY(!field->summary.empty());
        QVERIFY(!field->source.empty());
        const std::string summary = field->summary.text;
        QVERIFY2(summary.ends_with('.'), summary.c_str());
        const bool hasDefault = !field->fallback.empty() || !field->fallbackNote.empty();
        const bool ownFile = field->path.starts_with("package") || field->path.starts_with("build-options");
        if (ownFile)
            QVERIFY2(hasDefault || field->required || field->dead, "what holds when it is left out?");
    }
    void everyTableSaysWhatItIs_data() { addAllTables(); }
    void everyTableSaysWhatItIs() {
        QFETCH(const Table*, table);
        QVERIFY(!table->label.empty());
        QVERIFY(!table->summary.empty());
    }
    void aDefaultIsInsideItsOwnLimits_data() { addAllFields(); }
    void aDefaultIsInsideItsOwnLimits() {
        QFETCH(const Field*, field);
        if (!field->fallback.empty()) QCOMPARE(objectionTo(*field, field->fallback), "");
        if (!field->hint.empty()) QCOMPARE(objectionTo(*field, field->hint), "");
        for (const std::string& choice : field->choices) QCOMPARE(objectionTo(*field, choice), "");
    }
    void limitsAreSound_data() { addAllFields(); }
    void limitsAreSound() {
        QFETCH(const Field*, field);
        if (field->least && field->most) QVERIFY(*field->least <= *field->most);
        if (field->least || field->most)
            QVERIFY(field->type == ValueType::Integer || field->type == ValueType::Float);
        if (!field->pattern.empty()) QVERIFY(field->type == ValueType::String);
        if (field->dead) QVERIFY(!field->required && field->fallback.empty());
        QVERIFY(field->patternMessage.empty() || !field->pattern.empty());
        if (field->closedChoice && !field->choices.empty() && !field->fallback.empty())
            QVERIFY(std::ranges::contains(field->choices, field->fallback));
    }
    void aFormerNameIsNoPresentOne_data() { addAllFields(); }
    void aFormerNameIsNoPresentOne() {
        QFETCH(const Field*, field);
        for (const Schema* schema : allSchemas()) {
            if (schema->field(field->path) != field) continue;
            const std::vector<std::string> present = schema->namesIn(parentOf(field->path));
            for (const std::string& former : field->formerNames)
                QVERIFY2(!std::ranges::contains(present, former), former.c_str());
        }
    }
    void noTwoFieldsAreAlike() {
        for (const Schema* schema : allSchemas()) {
            std::set<std::string> paths;
            std::set<std::string> labels;
            for (const Field& field : schema->fields()) {
                QVERIFY2(paths.insert(field.path).second, field.path.c_str());
                const std::string label = std::string(parentOf(field.path)) + ": " + field.label.text;
                QVERIFY2(labels.insert(label).second, label.c_str());
                QVERIFY2(schema->table(field.path) == nullptr, field.path.c_str());
            }
        }
    }
    void everyFieldStandsInADeclaredTable() {
        for (const Schema* schema : allSchemas())
            for (const Field& field : schema->fields()) {
                const Table* table = schema->table(parentOf(field.path));
                QVERIFY2(table != nullptr, field.path.c_str());
                QCOMPARE(table->records, field.path.contains("[]"));
            }
    }

    void handlesLeadToTheirDeclaration() {
        QCOMPARE(cloud()[cloud().maxMemory].path, "cloud.deployment.max_memory");
        QCOMPARE(cloud()[cloud().volumeSize].path, "cloud.deployment.storage.volumes[].size");
        QCOMPARE(cloud()[cloud().configMaps].path, "cloud.config.maps");
        QCOMPARE(ballerinaToml()[ballerinaToml().cloudTarget].path, "build-options.cloud");
        QCOMPARE(ballerinaToml()[ballerinaToml().taintCheck].path, "build-options.taintCheck");
    }
    void defaultsAreThoseOfTheCode() {
        const CloudToml& c = cloud();
        QCOMPARE(c[c.minMemory].fallback, "\"100Mi\"");
        QCOMPARE(c[c.maxMemory].fallback, "\"512Mi\"");
        QCOMPARE(c[c.minCpu].fallback, "\"200m\"");
        QCOMPARE(c[c.maxCpu].fallback, "\"500m\"");
        QCOMPARE(c[c.maxReplicas].fallback, "2");
        QCOMPARE(c[c.scaleAtCpu].fallback, "50");
        QCOMPARE(c[c.scaleAtMemory].fallback, "");
        QCOMPARE(c[c.imageTag].fallback, "\"latest\"");
        QCOMPARE(c[c.builderBase].fallback, "\"ghcr.io/graalvm/native-image-community:21-ol9\"");
    }
    void replicasAreNoKeyOfCloudToml() {
        QVERIFY(cloud().field("cloud.deployment.replicas") == nullptr);
        QVERIFY(cloud().field("container.image.cmd") == nullptr);
    }

    void pathsArePatternsWithoutNumbers() {
        QCOMPARE(Schema::patternOf(*toml::readPath("a[3].b[0].c")), "a[].b[].c");
        QCOMPARE(Schema::patternOf({}), "");
        QCOMPARE(cloud().field(*toml::readPath("cloud.config.files[7].name")),
                 &cloud()[cloud().configFileObject]);
        QCOMPARE(cloud().table(*toml::readPath("cloud.config.files[7]")), &cloud()[cloud().configFiles]);
        QVERIFY(cloud().field("cloud.config") == nullptr);
        QVERIFY(cloud().table("cloud.deployment.max_memory") == nullptr);
    }
    void namesOfATableAreListedAsDeclared() {
        QCOMPARE(joined(cloud().namesIn("")), "container cloud settings graalvm");
        QCOMPARE(joined(cloud().namesIn("cloud.config.maps")), "file mount_dir");
        QCOMPARE(joined(cloud().namesIn("cloud.config.maps[]")), "file mount_dir");
        QCOMPARE(joined(cloud().namesIn("cloud.deployment.probes")), "readiness liveness");
        QCOMPARE(joined(cloud().namesIn("nowhere")), "");
    }
    void parentAndNameOfAPath() {
        QCOMPARE(parentOf("cloud.config.files[].name"), "cloud.config.files");
        QCOMPARE(parentOf("cloud.deployment"), "cloud");
        QCOMPARE(parentOf("cloud"), "");
        QCOMPARE(nameOf("cloud.config.files[].name"), "name");
        QCOMPARE(nameOf("cloud"), "cloud");
    }
};

ARABESQUE_TEST(SchemaTest)
#include "schema_test.moc"
