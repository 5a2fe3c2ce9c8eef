#include "core/schema/cloud_toml.h"

#include "core/toml/syntax_tree.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using namespace arabesque;
using Json = nlohmann::json;

namespace {

/// One line for everything that is said about a value or table, so that two can be compared and shown.
using Facts = std::map<std::string, std::string>;

const char* typeOf(ValueType type) {
    switch (type) {
    case ValueType::String: return "string";
    case ValueType::Integer: return "integer";
    case ValueType::Float: return "number";
    case ValueType::Boolean: return "boolean";
    case ValueType::StringList: return "array";
    case ValueType::Any: return "any";
    }
    return "";
}

/// A TOML value as JSON prints it; the published defaults are strings, integers and booleans only.
std::string asJson(const std::string& toml) {
    if (toml.empty()) return {};
    const toml::SyntaxTree tree = toml::parse("v = " + toml);
    const toml::Value& value = tree.sections.front().entries.front().value;
    return value.kind == toml::Kind::String ? Json(value.text).dump() : value.text;
}

void collectPublished(const Json& json, const std::string& path, Facts& facts) {
    const auto say = [&](const char* fact, const std::string& text) { facts[path + " " + fact] = text; };
    const auto text = [&](const char* key) { return json.contains(key) ? json[key].dump() : std::string(); };
    if (json["type"] == "object" || json["type"] == "array") {
        const bool records = json["type"] == "array";
        const Json& object = records ? json["items"] : json;
        say("type", records ? "records" : "table");
        // c2c takes an object without a word about further keys for a closed one (c2c 4.0.0, section 4)
        say("unknown keys", object.value("additionalProperties", false) ? "allowed" : "refused");
        const std::string prefix = path + (records ? "[]" : "") + (path.empty() ? "" : ".");
        for (const auto& [name, property] : object["properties"].items())
            collectPublished(property, prefix + name, facts);
        return;
    }
    say("type", json["type"].get<std::string>());
    say("minimum", text("minimum"));
    say("maximum", text("maximum"));
    say("pattern", json.value("pattern", ""));
    say("pattern message", json.contains("message") ? json["message"].value("pattern", "") : "");
    say("default", text("default"));
}

Facts published() {
    std::ifstream file(ARABESQUE_SOURCE_DIR "/tests/data/ballerina-cloud-toml-schema.json");
    Facts facts;
    const Json json = Json::parse(file, nullptr, false);
    if (json.is_object()) collectPublished(json, "", facts);
    return facts;
}

Facts declared() {
    Facts facts;
    for (const Table& table : cloud().tables()) {
        facts[table.path + " type"] = table.records ? "records" : "table";
        facts[table.path + " unknown keys"] =
            table.unknownKeys == Table::UnknownKeys::Error ? "refused" : "allowed";
    }
    for (const Field& field : cloud().fields()) {
        const auto say = [&](const char* fact, const std::string& text) {
            facts[field.path + " " + fact] = text;
        };
        say("type", typeOf(field.type));
        say("minimum", field.least ? std::to_string(*field.least) : "");
        say("maximum", field.most ? std::to_string(*field.most) : "");
        say("pattern", field.pattern);
        say("pattern message", field.patternMessage);
        say("default", asJson(field.hint));
    }
    return facts;
}

}

/// Our Cloud.toml against the schema that code-to-cloud itself checks with: a change there, or a slip here, is seen.
class PublishedSchemaTest : public QObject {
    Q_OBJECT

private slots:
    void cloudTomlIsThePublishedOne() {
        const Facts theirs = published(), ours = declared();
        QVERIFY(theirs.size() > 150);
        std::set<std::string> names;
        for (const auto* facts : {&theirs, &ours})
            for (const auto& [name, text] : *facts) names.insert(name);
        const auto said = [](const Facts& facts, const std::string& name) {
            const auto found = facts.find(name);
            return found == facts.end() ? std::string("(not there)") : found->second;
        };
        QStringList differences;
        for (const std::string& name : names)
            if (said(theirs, name) != said(ours, name))
                differences << QString::fromStdString(name + ": published '" + said(theirs, name) +
                                                      "', ours '" + said(ours, name) + "'");
        QVERIFY2(differences.isEmpty(), qPrintable("\n" + differences.join('\n')));
    }
};

ARABESQUE_TEST(PublishedSchemaTest)

#include "published_schema_test.moc"
