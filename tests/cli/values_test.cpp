#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include "core/toml/document.h"

#include <QFile>
#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

struct Leaf {
    toml::Path path;
    toml::Value value;
};

void collect(const toml::Node& node, const toml::Path& path, std::vector<Leaf>& leaves) {
    if (node.value != nullptr && node.value->kind != toml::Kind::InlineTable)
        leaves.push_back({path, *node.value});
    const auto inside = [&](toml::Step step) {
        toml::Path longer = path;
        longer.push_back(std::move(step));
        return longer;
    };
    for (const toml::Member& member : node.members) collect(member.node, inside(member.name), leaves);
    for (std::size_t i = 0; i < node.elements.size(); ++i) collect(node.elements[i], inside(i), leaves);
}

std::vector<Leaf> leavesOf(const QByteArray& text) {
    std::vector<Leaf> leaves;
    collect(toml::Document(text.toStdString()).root(), {}, leaves);
    return leaves;
}

/// Another value of the same type.
QString anotherValue(const toml::Value& value) {
    switch (value.kind) {
    case toml::Kind::Integer: return QString::number(value.integer + 1);
    case toml::Kind::Boolean: return value.boolean ? "false" : "true";
    case toml::Kind::Float: return "0.25";
    case toml::Kind::Array: return "[]";
    case toml::Kind::DateTime: return "2001-02-03";
    default: return "\"another\"";
    }
}

bool holds(const toml::Node* node, const toml::Value& before) {
    if (node == nullptr || node->value == nullptr) return false;
    const toml::Value& value = *node->value;
    switch (before.kind) {
    case toml::Kind::Integer: return value.integer == before.integer + 1;
    case toml::Kind::Boolean: return value.boolean != before.boolean;
    case toml::Kind::Float: return value.text == "0.25";
    case toml::Kind::Array: return value.elements.empty();
    case toml::Kind::DateTime: return value.text == "2001-02-03";
    default: return value.text == "another";
    }
}

}

/// get, set and unset.
class ValuesTest : public QObject {
    Q_OBJECT

private slots:
    void getPrintsWhatIsWritten() {
        const Folder folder;
        writeSmallProject(folder);
        const auto get = [&](const char* document, const char* key) {
            return cli({"get", folder.path(), document, key});
        };
        QCOMPARE(get("Cloud.toml", "container.image.name").out, "'orders'\n");
        QCOMPARE(get("Cloud.toml", "settings.thinJar").out, "false\n");
        QCOMPARE(get("Cloud.toml", "cloud.config.maps[0].file").out, "\"data/rates.csv\"\n");
        QCOMPARE(get("Config.toml", "acme.order_api.largest").out, "5\n");
        QCOMPARE(get("Ballerina.toml", "package.version").out, "\"1.2.0\"\n");
    }

    void getSaysTheDefaultOfAnAbsentKey() {
        const Folder folder;
        writeSmallProject(folder);
        const Run run = cli({"get", folder.path(), "Cloud.toml", "cloud.deployment.min_memory"});
        QCOMPARE(run.exit, 2);
        QCOMPARE(run.out, "");
        QCOMPARE(run.err, "arabesque-cli: Cloud.toml: 'cloud.deployment.min_memory' is not set; its default "
                          "is \"100Mi\"\n");
    }

    void setChangesTheValueOnly() {
        const Folder folder;
        writeSmallProject(folder);
        const QByteArray before = folder.read("Cloud.toml");
        QCOMPARE(cli({"set", folder.path(), "Cloud.toml", "container.image.name", "basket"}).exit, 0);
        QCOMPARE(folder.read("Cloud.toml"), QByteArray(before).replace("'orders'", "'basket'"));
        QCOMPARE(cli({"set", folder.path(), "Cloud.toml", "container.image.name", "'orders'"}).exit, 0);
        QCOMPARE(folder.read("Cloud.toml"), before);
        const Run run = cli({"set", folder.path(), "Cloud.toml", "settings.thinJar", "true"});
        QCOMPARE(run.out + run.err, "");
        QCOMPARE(folder.read("Cloud.toml"), QByteArray(before).replace("thinJar = false", "thinJar = true"));
    }

    void setMakesWhatIsMissing() {
        const Folder folder;
        writeSmallProject(folder);
        QCOMPARE(
            cli({"set", folder.path(), "Cloud.toml", "cloud.deployment.autoscaling.max_replicas", "4"}).exit,
            0);
        QCOMPARE(cli({"get", folder.path(), "Cloud.toml", "cloud.deployment.autoscaling.max_replicas"}).out,
                 "4\n");
        QVERIFY(QFile::remove(folder.path("Config.toml")));
        QCOMPARE(cli({"set", folder.path(), "Config.toml", "acme.order_api.largest", "-7"}).exit, 0);
        QCOMPARE(cli({"get", folder.path(), "Config.toml", "acme.order_api.largest"}).out, "-7\n");
    }

    void unsetRemovesTheKey() {
        const Folder folder;
        writeSmallProject(folder);
        const QByteArray before = folder.read("Cloud.toml");
        QCOMPARE(cli({"unset", folder.path(), "Cloud.toml", "container.image.tag"}).exit, 0);
        QCOMPARE(folder.read("Cloud.toml"), QByteArray(before).replace("tag = \"1.2.0\"\n", ""));
        const auto content = folder.content();
        QCOMPARE(cli({"unset", folder.path(), "Cloud.toml", "container.image.tag"}).exit, 0);
        QVERIFY(folder.content() == content);
    }

    /// Every value of every document of every project can be read, and taken away without harm to the text.
    void getAndUnsetReachEveryValue_data() { setChangesNothingElse_data(); }
    void getAndUnsetReachEveryValue() {
        QFETCH(QString, project);
        const Folder folder(project);
        for (const char* document : {"Ballerina.toml", "Cloud.toml", "Config.toml"}) {
            if (!QFile::exists(folder.path(document))) continue;
            const QByteArray before = folder.read(document);
            const bool valid = toml::Document(before.toStdString()).valid();
            for (const Leaf& leaf : leavesOf(before)) {
                const QString key = QString::fromStdString(toml::toText(leaf.path));
                const auto begin = static_cast<qsizetype>(leaf.value.range.begin);
                const QByteArray text = before.sliced(begin, static_cast<qsizetype>(leaf.value.range.size()));
                QCOMPARE(cli({"get", folder.path(), document, key}).out, text + '\n');
                const Run run = cli({"unset", folder.path(), document, key});
                QVERIFY2(run.exit == 0 || !valid, key.toUtf8() + ": " + run.err);
                QCOMPARE(toml::Document(folder.read(document).toStdString()).valid(), valid);
                folder.write(document, before);
            }
        }
    }

    /// Every value of every document of every project: set gives that value, and every other byte stays.
    void setChangesNothingElse_data() {
        QTest::addColumn<QString>("project");
        for (const QString& project : allProjects())
            if (!project.endsWith(".bal")) QTest::newRow(qPrintable(project.section('/', -2))) << project;
    }
    void setChangesNothingElse() {
        QFETCH(QString, project);
        const Folder folder(project);
        for (const char* document : {"Ballerina.toml", "Cloud.toml", "Config.toml"}) {
            if (!QFile::exists(folder.path(document))) continue;
            const QByteArray before = folder.read(document);
            const bool valid = toml::Document(before.toStdString()).valid();
            for (const Leaf& leaf : leavesOf(before)) {
                const QString key = QString::fromStdString(toml::toText(leaf.path));
                const Run run = cli({"set", folder.path(), document, key, anotherValue(leaf.value)});
                const QByteArray after = folder.read(document);
                if (run.exit == 2 && !valid && after == before)
                    continue;   // inside text that is not complete
                QVERIFY2(run.exit == 0, key.toUtf8() + ": " + run.err);
                const auto begin = static_cast<qsizetype>(leaf.value.range.begin);
                const QByteArray rest = before.mid(static_cast<qsizetype>(leaf.value.range.end));
                QCOMPARE(after.left(begin), before.left(begin));
                QCOMPARE(after.right(rest.size()), rest);
                const toml::Document reparsed(after.toStdString());
                QVERIFY2(holds(reparsed.find(leaf.path), leaf.value),
                         key.toUtf8() + ": " + after.mid(begin, 40));
                folder.write(document, before);
            }
        }
        const Folder original(project);
        QVERIFY(folder.content() == original.content());
    }
};

ARABESQUE_TEST(ValuesTest)

#include "values_test.moc"
