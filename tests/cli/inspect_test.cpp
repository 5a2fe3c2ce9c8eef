#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace arabesque::tests;

class InspectTest : public QObject {
    Q_OBJECT

private slots:
    void jsonHasTheShapeOthersRelyOn() {
        const Folder folder;
        writeSmallProject(folder);
        const Run run = cli({"inspect", folder.path(), "--format", "json"});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.out,
                 QByteArray("{'package':{'org':'acme','name':'order_api','version':'1.2.0'},"
                            "'services':[{'path':'/"
                            "orders','ports':[9090],'resources':[{'accessor':'get','path':'healthz'}],"
                            "'file':'main.bal','line':7}],"
                            "'configurables':[{'module':'','name':'shop','type':'string','required':false,"
                            "'default':'\\'main\\'','file':'main.bal','line':4},"
                            "{'module':'','name':'largest','type':'int','required':true,'default':null,"
                            "'file':'main.bal','line':5}],'task':null}\n")
                     .replace('\'', '"'));
    }

    void textSaysTheSame() {
        const Folder folder;
        writeSmallProject(folder);
        QCOMPARE(cli({"inspect", folder.path()}).out,
                 "acme/order_api 1.2.0\nservice /orders on 9090 (main.bal:7)\n  get healthz\n"
                 "configurable shop: string = \"main\" (main.bal:4)\nconfigurable largest: int, required "
                 "(main.bal:5)\n");
    }

    void everyProjectIsRead_data() {
        QTest::addColumn<QString>("project");
        for (const QString& project : allProjects())
            QTest::newRow(qPrintable(project.section('/', -2))) << project;
    }
    void everyProjectIsRead() {
        QFETCH(QString, project);
        const Run run = cli({"inspect", project, "--format", "json"});
        QCOMPARE(run.exit, 0);
        const auto json = nlohmann::json::parse(run.out.toStdString(), nullptr, false);
        QVERIFY(json.is_object());
        QVERIFY(!json["package"]["name"].get<std::string>().empty());
        for (const char* list : {"services", "configurables"}) QVERIFY(json[list].is_array());
        QVERIFY(json["task"].is_null() || json["task"].contains("schedule"));
        // tests/projects/x.inspect.json says what the sources of tests/projects/x say
        const QString folder = project.endsWith(".bal") ? project.section('/', 0, -2) : project;
        QFile expected(folder + ".inspect.json");
        if (!expected.open(QIODevice::ReadOnly)) return;
        const auto known = nlohmann::json::parse(expected.readAll().toStdString(), nullptr, false);
        QCOMPARE(QByteArray::fromStdString(json.dump(1)), QByteArray::fromStdString(known.dump(1)));
    }
};

ARABESQUE_TEST(InspectTest)

#include "inspect_test.moc"
