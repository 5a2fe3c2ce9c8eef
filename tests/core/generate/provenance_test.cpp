#include "tests/support/project.h"
#include "tests/support/test_main.h"

#include "core/model/settings.h"
#include "core/schema/ballerina_toml.h"
#include "core/schema/cloud_toml.h"
#include "core/schema/deployment_toml.h"
#include "core/toml/rewrite.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

using namespace arabesque;

namespace {

constexpr std::string_view sample = "resources/examples/order-service";

/// Another valid value of a field.
std::string otherValue(const Field& field, const toml::Value* now) {
    switch (field.type) {
    case ValueType::Boolean:
        return now != nullptr             ? (now->boolean ? "false" : "true")
               : field.fallback == "true" ? "false"
                                          : "true";
    case ValueType::Integer: return std::to_string((now != nullptr ? now->integer : 40) + 1);
    case ValueType::Float: return "7.5";
    case ValueType::StringList: return "[\"other\"]";
    case ValueType::Any: return "7";
    case ValueType::String: break;
    }
    if (field.meaning == Meaning::Memory || field.meaning == Meaning::Cpu) return "\"333m\"";
    if (field.path == "build-options.cloud") return "\"docker\"";
    if (field.path == "package.version") return "\"7.0.0\"";
    if (!field.choices.empty()) return field.choices.back();
    return "\"other\"";
}

bool names(const Origin& origin, const std::string& document, const std::string& key) {
    const bool named = origin.kind() == Origin::Kind::Setting || origin.kind() == Origin::Kind::Default;
    return named && origin.key() == key && origin.document() == document;
}

/// Every line of all files, and how many of its kind name the setting. The same line elsewhere is the same line:
/// sets may list their elements in another order.
struct Lines {
    std::map<std::string, int> all;
    std::map<std::string, int> listing;
};

Lines linesOf(const Analysis& analysis, const std::string& document, const std::string& key) {
    Lines lines;
    for (const Artifact& artifact : analysis.artifacts) {
        std::size_t begin = 0;
        const auto isNamed = [&](const Origin& origin) { return names(origin, document, key); };
        const bool file = std::ranges::any_of(artifact.origins, isNamed);
        std::vector<bool> listing;   // by number of the origin
        std::ranges::transform(artifact.originTable.all(), std::back_inserter(listing), isNamed);
        for (const std::vector<OriginId>& ids : artifact.lines) {
            const std::size_t end = std::min(artifact.text.find('\n', begin), artifact.text.size());
            const std::string line = artifact.path + ": " + artifact.text.substr(begin, end - begin);
            begin = end + 1;
            ++lines.all[line];
            if (file || std::ranges::any_of(ids, [&](OriginId id) { return listing[id]; }))
                ++lines.listing[line];
        }
    }
    return lines;
}

/// Lines that one side has more of than the other says why.
QStringList unexplained(const Lines& lines, const Lines& other) {
    QStringList found;
    for (const auto& [line, count] : lines.all) {
        const auto there = other.all.find(line);
        const int changed = count - (there == other.all.end() ? 0 : there->second);
        const auto listing = lines.listing.find(line);
        if (changed > (listing == lines.listing.end() ? 0 : listing->second))
            found += QString::fromStdString(line);
    }
    return found;
}

}

/// Every line says why it is there, and nothing else changes it.
class ProvenanceTest : public QObject {
    Q_OBJECT

private slots:
    void everyLineHasAnOrigin_data() { projects(); }

    void everyLineHasAnOrigin() {
        QFETCH(QString, path);
        const Analysis analysis = tests::analyzed(path.toStdString());
        for (const Artifact& artifact : analysis.artifacts) {
            QVERIFY(!artifact.origins.empty());
            if (artifact.binary) continue;
            const auto lines = static_cast<std::size_t>(std::ranges::count(artifact.text, '\n'));
            QCOMPARE(artifact.lines.size(),
                     lines + (artifact.text.empty() || artifact.text.ends_with('\n') ? 0 : 1));
            for (std::size_t i = 0; i < artifact.lines.size(); ++i)
                QVERIFY2(!artifact.lines[i].empty(), (artifact.path + ':' + std::to_string(i + 1)).c_str());
        }
    }

    void aChangedSettingChangesOnlyLinesThatListIt_data() { projects(); }

    void aChangedSettingChangesOnlyLinesThatListIt() {
        QFETCH(QString, path);
        const Analysis before = tests::analyzed(path.toStdString());
        if (before.deployment.target == Deployment::Cloud::None) return;
        int changed = 0;
        for (const Schema* schema :
             {static_cast<const Schema*>(&cloud()), static_cast<const Schema*>(&ballerinaToml()),
              static_cast<const Schema*>(&deploymentToml())}) {
            if (schema->document() != "Ballerina.toml" && !before.snapshot->exists(schema->document()))
                continue;
            for (const Field& field : schema->fields())
                for (const std::string& key : keysOf(before, *schema, field))
                    changed += changeOne(path, before, *schema, field, key);
        }
        QVERIFY(changed > 0);
    }

private:
    static void projects() {
        QTest::addColumn<QString>("path");
        QTest::newRow("sample") << QString::fromLatin1(sample.data());
        for (const char* golden :
             {"kubernetes/order_api", "docker/native", "docker/native_with_base", "clusters/two_environments",
              "clusters/two_regions", "machines/pair_with_database", "products/micro_integrators",
              "api_manager/distributed", "api_manager/charts", "products/observed", "products/cloud"})
            QTest::newRow(golden) << QStringLiteral("tests/golden/%1/project").arg(QLatin1String(golden));
        const QDir all(QStringLiteral(ARABESQUE_SOURCE_DIR "/tests/projects"));
        for (const QString& name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (QFile::exists(all.filePath(name + "/Ballerina.toml")))
                QTest::newRow(qPrintable(name)) << "tests/projects/" + name;
    }

    /// The keys a field has in a project: one, or one a record.
    static std::vector<std::string> keysOf(const Analysis& analysis, const Schema& schema,
                                           const Field& field) {
        const std::size_t at = field.path.find("[]");
        if (at == std::string::npos) return {field.path};
        const auto table = toml::readPath(field.path.substr(0, at));
        const toml::Node* records = analysis.documents.find(schema.document())->second.find(*table);
        std::vector<std::string> keys;
        for (std::size_t i = 0; records != nullptr && i < records->elements.size(); ++i) {
            std::string key = field.path;
            keys.push_back(key.insert(at + 1, std::to_string(i)));
        }
        return keys;
    }

    /// The number of lines that changed.
    static int changeOne(const QString& path, const Analysis& before, const Schema& schema,
                         const Field& field, const std::string& key) {
        const toml::Path at = *toml::readPath(key);
        const toml::Node* node = before.documents.find(schema.document())->second.find(at);
        const bool written = node != nullptr && node->value != nullptr;
        const auto edit =
            setValue(before, schema.document(), at, otherValue(field, written ? node->value : nullptr));
        if (!edit || edit->empty()) return 0;
        const Analysis after = tests::analyzed(path.toStdString(), *edit);
        const Lines old = linesOf(before, schema.document(), key);
        const Lines now = linesOf(after, schema.document(), key);
        const QStringList lost = unexplained(old, now);
        const QStringList gained = unexplained(now, old);
        if (!lost.isEmpty() || !gained.isEmpty())
            qWarning("%s", qPrintable(QString::fromStdString(key) + " is not named by\n- " +
                                      lost.join("\n- ") + "\n+ " + gained.join("\n+ ")));
        [&] { QVERIFY(lost.isEmpty() && gained.isEmpty()); }();
        return static_cast<int>(old.all != now.all);
    }
};

ARABESQUE_TEST(ProvenanceTest)
#include "provenance_test.moc"
