#include "core/text/line_index.h"
#include "tests/core/ballerina/scanned.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <QDirIterator>
#include <QFile>
#include <QtTest>

#include <map>

using namespace arabesque;
using namespace arabesque::ballerina;
using namespace arabesque::ballerina::tests;

namespace {

using Json = nlohmann::json;

const QString folder = QStringLiteral(ARABESQUE_SOURCE_DIR "/tests/projects/");

std::string readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// The sources of a project and what is in them, in the words of `arabesque-cli inspect`.
class Project {
public:
    explicit Project(const QString& name) {
        const QString root = folder + name + '/';
        for (QDirIterator each(root, {"*.bal"}, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            const QString path = each.next();
            const std::string file = path.mid(root.size()).toStdString();
            if (moduleOf(file)) m_sources.emplace(file, source(file, readFile(path)));
        }
    }

    [[nodiscard]] Json inspected() const {
        std::vector<Source> sources;
        for (const auto& [file, each] : m_sources) sources.push_back(each);
        const auto facts = scan(std::move(sources));
        Json services = Json::array();
        Json configurables = Json::array();
        for (const Service& service : facts.services) services.push_back(toJson(service));
        for (const Configurable& configurable : facts.configurables)
            configurables.push_back(toJson(configurable));
        return {{"services", services}, {"configurables", configurables}, {"task", toJson(facts.task)}};
    }

private:
    [[nodiscard]] Json at(const Place& place, Json json) const {
        const auto& text = *m_sources.at(place.file).text;
        json["file"] = place.file;
        json["line"] = LineIndex(text).lineOf(place.range.begin);
        return json;
    }

    [[nodiscard]] Json toJson(const Service& service) const {
        Json ports = Json::array();
        Json resources = Json::array();
        for (const Port& port : service.ports) ports.push_back(port.number);
        for (const auto& each : service.resources)
            resources.push_back({{"accessor", each.accessor}, {"path", each.path}});
        return at(service.place, {{"path", service.path}, {"ports", ports}, {"resources", resources}});
    }

    [[nodiscard]] Json toJson(const Configurable& configurable) const {
        return at(configurable.place,
                  {{"module", configurable.module},
                   {"name", configurable.name},
                   {"type", configurable.type.text},
                   {"required", configurable.required},
                   {"default", configurable.required ? Json() : Json(configurable.fallback)}});
    }

    [[nodiscard]] Json toJson(const std::optional<Task>& task) const {
        if (!task) return nullptr;
        return at(task->place, {{"schedule", task->schedule ? Json(*task->schedule) : Json()}});
    }

    std::map<std::string, Source> m_sources;
};

QString printed(const Json& json) {
    return QString::fromStdString(json.dump(1));
}

}

/// Each project below tests/projects has an inspect.json beside it that says what its sources say.
class ScanProjectsTest : public QObject {
    Q_OBJECT

private slots:
    void sourcesSayWhatIsExpected_data() {
        QTest::addColumn<QString>("name");
        for (const QString& name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void sourcesSayWhatIsExpected() {
        QFETCH(QString, name);
        auto expected = Json::parse(readFile(folder + name + ".inspect.json"), nullptr, false);
        QVERIFY2(expected.is_object(), "no JSON object beside the project");
        const auto found = Project(name).inspected();
        for (const char* part : {"services", "configurables", "task"}) {
            QCOMPARE(printed(found[part]), printed(expected[part]));
        }
    }

    void everyExpectationHasItsProject() {
        for (const QString& file : QDir(folder).entryList({"*.inspect.json"}, QDir::Files)) {
            QVERIFY2(QFileInfo(folder + file.chopped(13)).isDir(), qPrintable(file));
        }
    }

    void lineEndsAndMarksSurviveTheRepository() {
        QVERIFY(readFile(folder + "plain-main/Config.toml").contains("\r\n"));
        QVERIFY(readFile(folder + "plain-main/Cloud.toml").starts_with("\xEF\xBB\xBF"));
    }
};

ARABESQUE_TEST(ScanProjectsTest)
#include "scan_projects_test.moc"
