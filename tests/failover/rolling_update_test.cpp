#include "tests/failover/loopback.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <set>

using namespace arabesque::tests;
using namespace std::chrono_literals;

namespace {

/// Three machines behind a real NGINX. A machine is a folder and an address of this one; what ssh, sudo and systemctl
/// would do there, tests/failover/machines do here.
class Machines {
public:
    Machines() {
        project.write("Ballerina.toml",
                      "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n");
        project.write("main.bal",
                      "import ballerina/http;\n\nservice / on new http:Listener(" + number(m_port) +
                          ") {\n    resource function get health() returns http:Ok => http:OK;\n}\n");
        project.write("Cloud.toml", "[cloud.deployment.probes.readiness]\nport = " + number(m_port) +
                                        "\npath = \"/health\"\n");
        QByteArray text =
            "targets = [\"vm\"]\n[vm]\nuser = \"root\"\nstart_timeout = \"3s\"\n[load_balancer]\n"
            "tls = false\nzone = \"64k\"\nconnect_timeout = \"1s\"\n"
            "[[node]]\nname = \"lb-1\"\nrole = \"load-balancer\"\nhost = \"127.0.0.1\"\nport = " +
            number(port) + "\n";
        for (const char* host : {"127.0.0.11", "127.0.0.12", "127.0.0.13"})
            text += "[[node]]\nname = \"app-" + QByteArray(host).right(1) +
                    "\"\nrole = \"service\"\nhost = \"" + host + "\"\n";
        project.write("Deployment.toml", text);
        ready = generated(files, project);
        writeMainFile();
    }
    ~Machines() {
        for (const char* pid : {"nginx/pid", "127.0.0.11/pid", "127.0.0.12/pid", "127.0.0.13/pid"})
            if (const int running = root.read(pid).trimmed().toInt(); running > 0) ::kill(running, SIGTERM);
    }
    Machines(const Machines&) = delete;
    Machines& operator=(const Machines&) = delete;

    int port = freePort();
    Folder project, files, root;
    bool ready = false;

    /// Runs a generated script.
    [[nodiscard]] Run script(const char* name, const QStringList& arguments) const {
        QProcess process;
        process.setEnvironment(
            {"PATH=" ARABESQUE_SOURCE_DIR "/tests/failover/machines:/usr/sbin:/usr/bin:/sbin:/bin",
             "ROOT=" + root.path(), "SERVER=" ARABESQUE_SOURCE_DIR "/tests/failover/server.py",
             "PORT=" + QString::number(m_port), "DRAIN_TIME=0.4", "LANG=C.UTF-8"});
        process.start(files.path(QString("vm/bin/") + name), arguments);
        if (!process.waitForFinished(30'000)) return {-1, {}, "does not end"};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    /// A build of the program that answers with `text`.
    [[nodiscard]] QString build(const QByteArray& text) const {
        root.write("builds/" + text, text);
        return root.path("builds/" + text);
    }
    /// The releases that run, by machine.
    [[nodiscard]] QByteArray running() const {
        QByteArray names;
        for (const char* host : {"127.0.0.11", "127.0.0.12", "127.0.0.13"})
            names += QFile::symLinkTarget(root.path(QString(host) + "/opt/orders/current"))
                         .section('/', -1)
                         .toUtf8() +
                     ' ';
        return names.trimmed();
    }

private:
    static QByteArray number(int value) { return QByteArray::number(value); }

    void writeMainFile() const {
        const QByteArray place = root.path().toUtf8();
        QByteArray text = "pid " + place +
                          "/nginx/pid;\nworker_processes 2;\nevents { worker_connections 1024; }\nhttp {\n";
        text += "access_log off;\n";
        for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
            text += QByteArray(kind) + "_temp_path " + place + "/nginx/" + kind + ";\n";
        root.write("nginx/nginx.conf",
                   text + "include " + place + "/127.0.0.1/etc/nginx/conf.d/*.conf;\n}\n");
    }

    int m_port = freePort();
};

std::set<std::string> bodiesIn(const std::vector<Answer>& answers) {
    std::set<std::string> bodies;
    for (const Answer& answer : answers) bodies.insert(answer.body);
    return bodies;
}

}

/// The generated scripts on three machines under traffic.
class RollingUpdateTest : public QObject {
    Q_OBJECT

private slots:
    void aReleaseReplacesAnotherWithoutAFailedRequest() {
        const Machines machines;
        QVERIFY(machines.ready);
        const Run installed = machines.script("install.sh", {machines.build("one")});
        QVERIFY2(installed.exit == 0, installed.err + installed.out);
        QVERIFY(waitForPort("127.0.0.1", machines.port));
        QCOMPARE(machines.running(), QByteArray("1.0.0 1.0.0 1.0.0"));

        Traffic traffic(machines.port, 100);
        const Run updated = machines.script("update.sh", {machines.build("two"), "1.1.0"});
        const std::vector<Answer>& answers = traffic.stop();
        QVERIFY2(updated.exit == 0, updated.err + updated.out);
        QCOMPARE(machines.running(), QByteArray("1.1.0 1.1.0 1.1.0"));
        QCOMPARE(failuresIn(answers), 0u);
        const std::set<std::string> both{"one", "two"};
        QCOMPARE(bodiesIn(answers), both);
        QCOMPARE(answers.back().body, std::string("two"));
        qInfo("%zu requests while three machines were updated, 0 failed", answers.size());

        const Run again = machines.script("update.sh", {machines.build("two"), "1.1.0"});
        QCOMPARE(again.exit, 0);
        QCOMPARE(again.out.count("runs 1.1.0 already"), 3);
        QCOMPARE(machines.script("check.sh", {}).exit, 0);
    }

    void aReleaseThatDoesNotServeIsTakenBack() {
        const Machines machines;
        QVERIFY(machines.ready);
        QCOMPARE(machines.script("install.sh", {machines.build("one")}).exit, 0);
        QVERIFY(waitForPort("127.0.0.1", machines.port));
        Traffic traffic(machines.port, 100);
        const Run updated = machines.script("update.sh", {machines.build("broken"), "1.1.0"});
        const std::vector<Answer>& answers = traffic.stop();
        QCOMPARE(updated.exit, 1);
        QVERIFY2(
            updated.err.contains("1.1.0 was not installed on app-1 and on nodes after it; they run 1.0.0"),
            updated.err);
        QCOMPARE(machines.running(), QByteArray("1.0.0 1.0.0 1.0.0"));
        QCOMPARE(failuresIn(answers), 0u);
        const std::set<std::string> only{"one"};
        QCOMPARE(bodiesIn(answers), only);
        const QByteArray site = machines.root.read("127.0.0.1/etc/nginx/conf.d/orders.conf");
        QVERIFY2(!site.contains(" down;"), site);
    }

    void theReleaseBeforeComesBack() {
        const Machines machines;
        QVERIFY(machines.ready);
        QCOMPARE(machines.script("install.sh", {machines.build("one")}).exit, 0);
        QVERIFY(waitForPort("127.0.0.1", machines.port));
        QCOMPARE(machines.script("update.sh", {machines.build("two"), "1.1.0"}).exit, 0);
        const Run back = machines.script("rollback.sh", {});
        QVERIFY2(back.exit == 0, back.err + back.out);
        QCOMPARE(machines.running(), QByteArray("1.0.0 1.0.0 1.0.0"));
        QCOMPARE(ask(machines.port).body, std::string("one"));
    }

    void aTrialRunChangesNothing() {
        const Machines machines;
        QVERIFY(machines.ready);
        const Run trial = machines.script("install.sh", {"--dry-run", machines.build("one")});
        QVERIFY2(trial.exit == 0, trial.err);
        QVERIFY2(trial.out.contains("app-1: account, folders and unit\n"), trial.out);
        QVERIFY(!QDir(machines.root.path("127.0.0.11")).exists());
    }

    void whatIsNotBuiltIsNotInstalled() {
        const Machines machines;
        QVERIFY(machines.ready);
        const Run run = machines.script("update.sh", {"/no/such/file"});
        QCOMPARE(run.exit, 1);
        QCOMPARE(
            run.err,
            QByteArray("update.sh: '/no/such/file' is not there: build the program first, with build.sh\n"));
        QCOMPARE(machines.script("update.sh", {machines.build("two"), "../../etc"}).exit, 1);
    }
};

ARABESQUE_TEST(RollingUpdateTest)

#include "rolling_update_test.moc"
