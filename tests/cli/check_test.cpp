#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

#include <nlohmann/json.hpp>

using namespace arabesque::tests;
using Json = nlohmann::json;

namespace {

/// The small project with one unknown key, of which the tests know every place. The line before holds a character of
/// two bytes: columns count characters, offsets bytes.
Folder& withUnknownKey() {
    static Folder folder;
    writeSmallProject(folder);
    folder.write("Cloud.toml",
                 "# Grüße\n[settings]\nthinJar = false\n\n[container]\nimage = { \"näme\" = 'x' }\n");
    return folder;
}

Json parsed(const Run& run) {
    return Json::parse(run.out.toStdString(), nullptr, false);
}

Json diagnosticsOf(const QStringList& arguments) {
    return parsed(cli(QStringList{"check"} + arguments + QStringList{"--format", "json"}));
}

}

class CheckTest : public QObject {
    Q_OBJECT

private slots:
    void aGoodProjectHasNoErrors() {
        Folder folder;
        writeSmallProject(folder);
        const Run run = cli({"check", folder.path()});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.err, "");
        QVERIFY2(!run.out.contains(": error: "), run.out);
        QCOMPARE(cli({"check", folder.path(), "--format=json"}).exit, 0);
    }

    void textNamesPlaceSeverityRuleAndFixes() {
        const Run run = cli({"check", withUnknownKey().path()});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.out.contains("Cloud.toml:6:11: error: key 'näme' not supported in schema 'image' "
                                  "[unknown-key TVE0001]\n    fix: "),
                 run.out);
        const QByteArray last = run.out.trimmed().split('\n').last();
        QVERIFY2(last.startsWith("1 error"), last);
    }

    void jsonHasTheShapeOthersRelyOn() {
        const Json json = diagnosticsOf({withUnknownKey().path()});
        QVERIFY(json.is_object() && json["diagnostics"].is_array() && !json["diagnostics"].empty());
        const Json* found = nullptr;
        for (const Json& diagnostic : json["diagnostics"])
            if (diagnostic["rule"] == "unknown-key") found = &diagnostic;
        QVERIFY(found != nullptr);
        QCOMPARE((*found)["code"].get<std::string>(), std::string("TVE0001"));
        QCOMPARE((*found)["severity"].get<std::string>(), std::string("error"));
        QCOMPARE((*found)["file"].get<std::string>(), std::string("Cloud.toml"));
        QCOMPARE((*found)["range"]["start"].dump(), std::string(R"({"column":11,"line":6,"offset":60})"));
        QVERIFY((*found)["message"].is_string());
        QVERIFY((*found)["fixes"].is_array() && !(*found)["fixes"].empty());
        const Json& fix = (*found)["fixes"][0];
        QVERIFY(fix["title"].is_string());
        for (const char* key : {"file", "range", "text"}) QVERIFY2(fix["edits"][0].contains(key), key);
    }

    /// Each offset lies in its file, and line and column say the same place.
    void everyPlaceIsRight_data() {
        QTest::addColumn<QString>("project");
        for (const QString& project : allProjects())
            QTest::newRow(qPrintable(project.section('/', -2))) << project;
    }
    void everyPlaceIsRight() {
        QFETCH(QString, project);
        const Json json = diagnosticsOf({project});
        QVERIFY(json.is_object() && json["diagnostics"].is_array());
        const QString folder = project.endsWith(".bal") ? project.section('/', 0, -2) : project;
        for (const Json& diagnostic : json["diagnostics"]) {
            QFile file(folder + "/" + QString::fromStdString(diagnostic["file"].get<std::string>()));
            if (!file.open(QIODevice::ReadOnly))
                continue;   // what a diagnostic asks for may not be there yet
            const QByteArray text = file.readAll();
            for (const char* end : {"start", "end"}) {
                const Json& at = diagnostic["range"][end];
                const auto offset = at["offset"].get<qsizetype>();
                QVERIFY(offset <= text.size());
                const QByteArray before = text.left(offset);
                QCOMPARE(at["line"].get<qsizetype>(), before.count('\n') + 1);
                QCOMPARE(at["column"].get<qsizetype>(),
                         QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).toUcs4().size() + 1);
            }
        }
    }

    void sarifIsWhatCodeHostsRead() {
        const Json json = parsed(cli({"check", withUnknownKey().path(), "--format", "sarif"}));
        QVERIFY(json.is_object());
        QCOMPARE(json["version"].get<std::string>(), std::string("2.1.0"));
        const Json& run = json["runs"][0];
        QCOMPARE(run["tool"]["driver"]["name"].get<std::string>(), std::string("arabesque"));
        QCOMPARE(run["columnKind"].get<std::string>(), std::string("unicodeCodePoints"));
        bool found = false;
        for (const Json& result : run["results"]) {
            bool declared = false;
            for (const Json& rule : run["tool"]["driver"]["rules"])
                declared |= rule["id"] == result["ruleId"];
            QVERIFY(declared);
            if (result["ruleId"] != "unknown-key") continue;
            found = true;
            const Json& place = result["locations"][0]["physicalLocation"];
            QCOMPARE(result["level"].get<std::string>(), std::string("error"));
            QCOMPARE(place["artifactLocation"]["uri"].get<std::string>(), std::string("Cloud.toml"));
            QCOMPARE(place["region"]["startLine"].get<int>(), 6);
            QCOMPARE(place["region"]["startColumn"].get<int>(), 11);
            QVERIFY(result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"].contains(
                "startLine"));
        }
        QVERIFY(found);
    }

    void junitFailsWhatIsAnError() {
        const Run run = cli({"check", withUnknownKey().path(), "--format", "junit"});
        QCOMPARE(run.exit, 1);
        QXmlStreamReader xml(run.out);
        int cases = 0, failures = 0, announced = -1;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement()) continue;
            if (xml.name() == u"testsuite") announced = xml.attributes().value("failures").toInt();
            cases += xml.name() == u"testcase" ? 1 : 0;
            failures += xml.name() == u"failure" ? 1 : 0;
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(cases >= 1 && failures >= 1);
        QCOMPARE(failures, announced);
    }

    void aTargetStandsInForTheBuildOption() {
        Folder folder;
        writeSmallProject(folder);
        folder.write("Ballerina.toml",
                     "[package]\norg = \"acme\"\nname = \"order_api\"\nversion = \"1.2.0\"\n");
        folder.write("Cloud.toml", "[settings]\nwrong = 1\n");
        QCOMPARE(cli({"check", folder.path()}).exit, 0);   // without a platform nobody reads Cloud.toml
        QCOMPARE(cli({"check", folder.path(), "--target", "k8s"}).exit, 1);
        QCOMPARE(cli({"check", folder.path(), "--target", "choreo"}).exit, 0);
    }
};

ARABESQUE_TEST(CheckTest)

#include "check_test.moc"
