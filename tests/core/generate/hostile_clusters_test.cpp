#include "core/analysis/analysis.h"
#include "core/schema/ballerina_toml.h"
#include "core/schema/cloud_toml.h"
#include "core/schema/deployment_toml.h"
#include "core/toml/rewrite.h"
#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>

using namespace arabesque;

namespace {

constexpr const char* project = "tests/golden/clusters/two_environments/project";

/// U+0085 is missing: yaml-cpp reads its escape wrongly. The real tools are asked with it.
const std::vector<std::string> hostile{"a\"b'c\\",
                                       "first\nsecond\n",
                                       "{{ .Values.name }}",
                                       "{{",
                                       "}}{{{{",
                                       "$(id)`id`${HOME}",
                                       "a: b # c",
                                       "- a",
                                       "*a &b !c %d @e",
                                       "\x01\x1b\x7f",
                                       "\xe2\x80\xa8\xe2\x80\xa9\xef\xbb\xbf\xe2\x80\xaegro",
                                       "null",
                                       "~",
                                       "<<",
                                       " ",
                                       "../../etc/passwd"};

/// Most of them at once.
const std::vector<std::string> mixtures{
    "a\"b'c\\\nsecond: {{ .x }} }}{{ # $(id)`id` [*&!%@ \x01\x1b\x7f\xe2\x80\xa8\xef\xbb\xbf\n- z", "{{",
    "<<", "../../etc/passwd", ""};

/// Files for clusters, whose text is YAML.
bool isYaml(const Artifact& artifact) {
    static const std::vector<std::string> families{"kustomize", "helm", "argocd", "flux"};
    return std::ranges::contains(families, artifact.generator) && artifact.path.ends_with(".yaml") &&
           !artifact.path.contains("/templates/");
}

/// A node without its texts: what stands where.
std::string shapeOf(const YAML::Node& node) {
    std::string shape;
    if (node.IsMap()) {
        shape = "{";
        for (const auto& member : node) shape += shapeOf(member.second) + ',';
        return shape + '}';
    }
    if (node.IsSequence()) {
        shape = "[";
        for (const YAML::Node& element : node) shape += shapeOf(element) + ',';
        return shape + ']';
    }
    return node.IsNull() ? "null" : "text";
}

/// All texts of a document.
void collect(const YAML::Node& node, std::vector<std::string>& texts) {
    if (node.IsScalar()) texts.push_back(node.as<std::string>());
    if (node.IsSequence())
        for (const YAML::Node& element : node) collect(element, texts);
    if (node.IsMap())
        for (const auto& member : node) {
            texts.push_back(member.first.as<std::string>());
            collect(member.second, texts);
        }
}

struct Shapes {
    std::map<std::string, std::string> files;   ///< by path
    std::vector<std::string> texts;
};

/// Ends the test where a file cannot be read, or is called as no file should be.
Shapes shapesOf(const Analysis& analysis) {
    Shapes shapes;
    for (const Artifact& artifact : analysis.artifacts) {
        if (!isYaml(artifact)) continue;
        const bool plain = std::ranges::all_of(artifact.path, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   std::string_view("._-/").contains(c);
        });
        if (!plain || artifact.path.contains("..")) throw std::runtime_error("path: " + artifact.path);
        std::string& shape = shapes.files[artifact.path];
        for (const YAML::Node& document : YAML::LoadAll(artifact.text)) {
            shape += shapeOf(document);
            collect(document, shapes.texts);
        }
    }
    return shapes;
}

/// A key of each text setting of a document: of its first record, where it has any.
std::vector<std::string> keysOf(const Analysis& analysis, const Schema& schema) {
    std::vector<std::string> keys;
    for (const Field& field : schema.fields()) {
        if (field.type != ValueType::String) continue;
        std::string key = field.path;
        if (const std::size_t at = key.find("[]"); at != std::string::npos) {
            const auto table = toml::readPath(key.substr(0, at));
            const toml::Node* records = analysis.documents.find(schema.document())->second.find(*table);
            if (records == nullptr || records->elements.empty()) continue;
            key.insert(at + 1, "0");
        }
        keys.push_back(key);
    }
    keys.emplace_back(schema.document() == "Deployment.toml" ? "kubernetes.route.annotations.note" : "");
    if (keys.back().empty()) keys.pop_back();
    return keys;
}

}

/// Whatever a setting says, files for clusters are read back as they are meant, with the value as plain data in them.
class HostileClustersTest : public QObject {
    Q_OBJECT

private slots:
    void everySettingIsPlainData_data() {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("key");
        const Analysis before = tests::analyzed(project);
        for (const Schema* schema :
             {static_cast<const Schema*>(&cloud()), static_cast<const Schema*>(&deploymentToml()),
              static_cast<const Schema*>(&ballerinaToml())})
            for (const std::string& key : keysOf(before, *schema))
                if (key != "build-options.cloud" && !key.starts_with("pool") && !key.starts_with("database"))
                    QTest::newRow(key.c_str()) << QString::fromStdString(std::string(schema->document()))
                                               << QString::fromStdString(key);
    }
    void everySettingIsPlainData() {
        QFETCH(QString, document);
        QFETCH(QString, key);
        const Analysis before = tests::analyzed(project);
        const std::string file = document.toStdString();
        const auto path = toml::readPath(key.toStdString());
        for (const std::string& value : mixtures) {
            const auto edit = setValue(before, file, *path, toml::quoted(value));
            if (!edit) continue;
            const Analysis after = tests::analyzed(project, *edit);
            try {
                // it may be refused, left out or derived from; what is made can be read
                QVERIFY(shapesOf(after).files.contains("kustomize/base/kustomization.yaml"));
            } catch (const std::exception& error) {
                QFAIL((key.toStdString() + " = " + toml::quoted(value) + ": " + error.what()).c_str());
            }
        }
    }

    /// Texts that no name follows from: as they are written, in files of the same shape.
    void textsArriveWhole_data() {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("key");
        for (const char* key :
             {"kubernetes.route.path", "kubernetes.route.class", "kubernetes.route.tls_secret",
              "kubernetes.route.host", "kubernetes.route.annotations.note", "kubernetes.spread.over",
              "kubernetes.startup_probe.path", "kubernetes.secrets.path", "kubernetes.secrets.store",
              "gitops.project", "gitops.revision"})
            QTest::newRow(key) << "Deployment.toml" << key;
        for (const char* key : {"cloud.deployment.probes.readiness.path", "cloud.deployment.max_cpu",
                                "cloud.secret.envs[0].name", "cloud.secret.envs[0].key_ref"})
            QTest::newRow(key) << "Cloud.toml" << key;
    }
    void textsArriveWhole() {
        QFETCH(QString, document);
        QFETCH(QString, key);
        const Analysis before = tests::analyzed(project);
        const auto path = toml::readPath(key.toStdString());
        const auto shapesWith = [&](const std::string& value) {
            const auto edit = setValue(before, document.toStdString(), *path, toml::quoted(value));
            return shapesOf(tests::analyzed(project, *edit));
        };
        const Shapes plain = shapesWith("plain");
        for (const std::string& value : hostile) {
            const Shapes shapes = shapesWith(value);
            const std::string where = key.toStdString() + " = " + toml::quoted(value);
            for (const auto& [file, shape] : plain.files) {
                QVERIFY2(shapes.files.contains(file), (where + ": no " + file).c_str());
                QVERIFY2(shapes.files.at(file) == shape, (where + ": " + file).c_str());
            }
            const bool whole = std::ranges::contains(shapes.texts, value);
            const bool quotedForGo = key.startsWith("gitops") && value.contains("{{");
            QVERIFY2(whole || quotedForGo, where.c_str());
        }
    }

    /// Files of the project are data as well.
    void configurationIsPlainData() {
        for (const std::string& value : hostile) {
            const Analysis before = tests::analyzed(project);
            const auto edit =
                setValue(before, "Config.production.toml", {"acme", "orders", "note"}, toml::quoted(value));
            QVERIFY(edit.has_value());
            const Analysis after = tests::analyzed(project, *edit);
            const Artifact* map =
                after.artifact("kustomize/overlays/production/config-map-orders-deployment-config.yaml");
            QVERIFY(map != nullptr);
            const std::string text = YAML::Load(map->text)["data"]["Config.toml"].as<std::string>();
            QCOMPARE(toml::Document(text).find({"acme", "orders", "note"})->value->text, value);
            const Artifact* values = after.artifact("helm/orders/values-production.yaml");
            QCOMPARE(YAML::Load(values->text)["config"]["orders-deployment-config"]["Config.toml"]
                         .as<std::string>(),
                     text);
        }
    }
};

ARABESQUE_TEST(HostileClustersTest)

#include "hostile_clusters_test.moc"
