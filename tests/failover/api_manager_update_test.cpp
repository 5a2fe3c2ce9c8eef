#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace arabesque::tests;

namespace {

/// What stands in for programs of the machines: a server serves when it is started, unless its release is a broken one.
constexpr const char* systemctl = R"sh(#!/bin/bash
case $1 in
    stop) rm -f "$ROOT/$MACHINE/running" ;;
    start) readlink "$ROOT/$MACHINE"/opt/wso2/*/current >"$ROOT/$MACHINE/running" ;;
esac
)sh";
constexpr const char* curl = R"sh(#!/bin/bash
[[ -f $ROOT/$MACHINE/running ]] && ! grep --quiet --fixed-strings 4.9.0 "$ROOT/$MACHINE/running"
)sh";
constexpr const char* unzip = R"sh(#!/bin/bash
mkdir -p "$4"/wso2am/repository/{conf,components/lib,resources/security,deployment/server/eventpublishers}
)sh";

class Machines {
public:
    Machines() {
        project.write("Ballerina.toml", "[package]\norg = \"acme\"\nname = \"apis\"\nversion = \"1.0.0\"\n");
        project.write("main.bal", "public function main() {\n}\n");
        project.write("Deployment.toml",
                      "product = \"api-manager\"\ntargets = [\"vm\"]\n[api_manager]\nuser = \"root\"\n"
                      "[[node]]\nname = \"cp-1\"\nrole = \"control-plane\"\nhost = \"one\"\n"
                      "[[node]]\nname = \"gw-1\"\nrole = \"gateway\"\nhost = \"two\"\n");
        ready = cli({"generate", project.path(), "--out", files.path(), "--force"}).exit == 0;
        for (const auto& [name, text] :
             {std::pair("systemctl", systemctl), std::pair("curl", curl), std::pair("unzip", unzip)})
            program(name, text);
        for (const char* script : {"rolling-update.sh", "check.sh"})
            QFile(files.path(QStringLiteral("api-manager/bin/") + script))
                .setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        for (const char* machine : {"one", "two"})
            root.write(QString(machine) + "/etc/systemd/system/other.service", "");
        for (const char* archive : {"wso2am-acp-4.7.0", "wso2am-universal-gw-4.7.0", "wso2am-acp-4.9.0",
                                    "wso2am-universal-gw-4.9.0"})
            distributions.write(QString(archive) + ".zip", "archive");
    }

    Folder project, files, root, programs, distributions;
    bool ready = false;

    [[nodiscard]] Run script(const char* name, QStringList arguments) const {
        QProcess process;
        process.setEnvironment({"PATH=" + programs.path() +
                                    ":" ARABESQUE_SOURCE_DIR
                                    "/tests/failover/machines:/usr/bin:/bin:/usr/sbin:/sbin",
                                "ROOT=" + root.path(), "START_TIMEOUT=1", "DRAIN_TIME=0", "LANG=C.UTF-8"});
        process.start(files.path(QStringLiteral("api-manager/bin/") + name), arguments);
        if (!process.waitForFinished(30'000)) return {-1, {}, "does not end"};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    void fillIn() const {
        root.write("one/opt/wso2/cp-1/config/secrets.env", "WSO2_ADMIN_PASSWORD=x\n");
        root.write("two/opt/wso2/gw-1/config/secrets.env", "WSO2_ADMIN_PASSWORD=x\n");
    }
    [[nodiscard]] QByteArray running() const {
        return root.read("one/running").trimmed() + ' ' + root.read("two/running").trimmed();
    }

private:
    void program(const char* name, const char* text) const {
        programs.write(name, text);
        QFile(programs.path(name)).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
};

}

/// The scripts of the API Manager on machines that are folders: install, repeat, try out, and go back.
class ApiManagerUpdateTest : public QObject {
    Q_OBJECT

private slots:
    void serversAreUpdatedInTurn() {
        const Machines machines;
        QVERIFY(machines.ready);
        const QString folder = machines.distributions.path();
        const Run first = machines.script("rolling-update.sh", {folder});
        QCOMPARE(first.exit, 1);
        QVERIFY2(first.err.contains("fill in config/secrets.env, from secrets.env.template, on: cp-1 gw-1"),
                 first.err);

        machines.fillIn();
        const Run installed = machines.script("rolling-update.sh", {folder});
        QVERIFY2(installed.exit == 0, installed.out + installed.err);
        QCOMPARE(machines.running(), "releases/4.7.0 releases/4.7.0");
        QVERIFY(machines.root.read("one/opt/wso2/cp-1/current/repository/conf/deployment.toml")
                    .contains("[server]"));
        QVERIFY(machines.script("check.sh", {}).exit == 0);

        const Run again = machines.script("rolling-update.sh", {folder});
        QVERIFY2(again.out.contains("cp-1: up to date\ngw-1: up to date\n"), again.out + again.err);

        QCOMPARE(machines.script("rolling-update.sh", {"--dry-run", folder, "4.9.0"}).exit, 0);
        QCOMPARE(machines.running(), "releases/4.7.0 releases/4.7.0");
    }

    /// Who reads an address decodes it: a password is the same afterwards, whatever it is made of.
    void passwordsOfAddressesAreEscaped() {
        const Machines machines;
        const QString folder = machines.distributions.path();
        machines.files.write("api-manager/cp-1/conf/jndi-cp-2.properties.template",
                             "a = amqp://admin:@PASSWORD@@clientid/carbon?brokerlist='tcp://two:5672'\n");
        static_cast<void>(machines.script("rolling-update.sh", {folder}));
        machines.fillIn();
        const QByteArray password = "p@ss:w/rd?{ü}&%\\\"$*~._-'";
        QByteArray quoted = password;
        machines.root.write("one/opt/wso2/cp-1/config/secrets.env",
                            "WSO2_ADMIN_PASSWORD='" + quoted.replace("'", "'\\''") + "'\n");
        const Run installed = machines.script("rolling-update.sh", {folder});
        QVERIFY2(installed.exit == 0, installed.out + installed.err);
        const QByteArray made =
            machines.root.read("one/opt/wso2/cp-1/current/repository/conf/jndi-cp-2.properties");
        QCOMPARE(made, "a = amqp://admin:" + password.toPercentEncoding() +
                           "@clientid/carbon?brokerlist='tcp://two:5672'\n");
    }

    /// 4.9.0 never serves here.
    void theFirstThatDoesNotServeEndsTheUpdate() {
        const Machines machines;
        const QString folder = machines.distributions.path();
        static_cast<void>(machines.script("rolling-update.sh", {folder}));
        machines.fillIn();
        QCOMPARE(machines.script("rolling-update.sh", {folder}).exit, 0);
        const Run update = machines.script("rolling-update.sh", {folder, "4.9.0"});
        QCOMPARE(update.exit, 1);
        QVERIFY2(update.err.contains("cp-1 runs what it ran before; servers after it were left alone"),
                 update.err);
        QCOMPARE(machines.running(), "releases/4.7.0 releases/4.7.0");
        QVERIFY(!QFile::exists(machines.root.path("two/opt/wso2/gw-1/releases/4.9.0")));
    }
};

ARABESQUE_TEST(ApiManagerUpdateTest)
#include "api_manager_update_test.moc"
