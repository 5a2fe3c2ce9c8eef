#include "tests/failover/loopback.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace arabesque::tests;
using namespace std::chrono_literals;

namespace {

constexpr int rate = 100;   // requests a second

/// What HAProxy says of a server at its socket: "UP", "DOWN".
QByteArray statusOf(const QString& socketPath, const char* server) {
    const int number = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = socketPath.toUtf8();
    std::copy_n(path.constData(), path.size(), address.sun_path);
    QByteArray text;
    if (::connect(number, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        ::write(number, "show stat\n", 10) == 10) {
        std::array<char, 65536> buffer{};
        for (ssize_t got = 0; (got = ::read(number, buffer.data(), buffer.size())) > 0;)
            text.append(buffer.data(), static_cast<qsizetype>(got));
    }
    ::close(number);
    constexpr qsizetype name = 1, status = 17;   // columns, HAProxy management guide 9.1
    for (const QByteArray& line : text.split('\n')) {
        const QList<QByteArray> columns = line.split(',');
        if (columns.size() > status && columns[name] == server) return columns[status].split(' ').front();
    }
    return "(no such server)";
}

/// HAProxy with active checks in front of two servers, on ports of this machine.
struct Pair {
    explicit Pair(bool standby) {
        writeProgram(project);
        project.write("Deployment.toml",
                      "targets = [\"vm\"]\n[objectives]\npeak = " + QByteArray::number(rate) +
                          "\n[load_balancer]\nengine = \"haproxy\"\ntls = false\nconnect_timeout = \"1s\"\n"
                          "read_timeout = \"5s\"\nretry_on = [\"error\", \"timeout\"]\n"
                          "health_check = { path = \"/health\", interval = \"200ms\", fails = 2, passes = 2, "
                          "timeout = \"500ms\" }\n"
                          "[[node]]\nname = \"lb-1\"\nrole = \"load-balancer\"\nport = " +
                          QByteArray::number(port) + "\n" + serverText("app-1", first) +
                          serverText("app-2", second, standby));
        ready = generated(files, project);
        if (ready) start();
    }

    void start() {
        QByteArray text = files.read("vm/haproxy/lb-1/haproxy.cfg");
        text.replace("/run/haproxy", run.path().toUtf8());   // the only place that a test cannot have
        run.write("haproxy.cfg", text);
        haproxy = std::make_unique<Program>("haproxy", QStringList{"-db", "-f", run.path("haproxy.cfg")});
        // Bound after the ports: a client that gets through does not say that the socket is there.
        QVERIFY(waitForPort("127.0.0.1", port));
        QVERIFY(until("app-1", "UP") < 5);
    }

    [[nodiscard]] QByteArray statusOf(const char* server) const {
        return ::statusOf(run.path("admin.sock"), server);
    }
    /// Seconds until a server has a status; more than five seconds fail.
    [[nodiscard]] double until(const char* server, const QByteArray& status) const {
        const auto begin = Clock::now();
        while (statusOf(server) != status && Clock::now() - begin < 5s) std::this_thread::sleep_for(10ms);
        return seconds(Clock::now() - begin);
    }

    int port = freePort(), first = freePort(), second = freePort();
    Folder project, files, run;
    Backend app1{run, "app-1", "127.0.0.1", first}, app2{run, "app-2", "127.0.0.1", second};
    std::unique_ptr<Program> haproxy;
    bool ready = false;
};

}

/// The generated configuration in a real HAProxy that asks its servers actively.
class HaproxyFailoverTest : public QObject {
    Q_OBJECT

private slots:
    void aLostServerIsSeenWithoutAFailedRequest() {
        Pair pair(false);
        QVERIFY(pair.ready);
        QCOMPARE(pair.statusOf("app-1"), QByteArray("UP"));
        Traffic traffic(pair.port, rate);
        std::this_thread::sleep_for(300ms);
        pair.app1.kill();
        const double measured = pair.until("app-1", "DOWN");
        std::this_thread::sleep_for(200ms);
        const std::vector<Answer>& answers = traffic.stop();
        const double predicted = predictedDetection(pair.project, "app-1");
        qInfo("detection: predicted %.2f s, measured %.2f s; %zu requests, %zu failed", predicted, measured,
              answers.size(), failuresIn(answers));
        QCOMPARE(failuresIn(answers), 0u);
        QVERIFY(measured <= predicted + 0.1);
    }

    void aServerThatAnswersNoMoreWellIsLeftOut() {
        Pair pair(false);
        QVERIFY(pair.ready);
        pair.app1.kill();
        pair.run.write("backends/app-1", "app-1 broken");
        pair.app1.start();
        QVERIFY(pair.until("app-1", "DOWN") < 5);
        for (int i = 0; i < 4; ++i) QCOMPARE(ask(pair.port).body, std::string("app-2"));
    }

    void theStandbyServesOnlyWhileTheActiveOneIsLost() {
        Pair pair(true);
        QVERIFY(pair.ready);
        for (int i = 0; i < 4; ++i) QCOMPARE(ask(pair.port).body, std::string("app-1"));
        pair.app1.kill();
        QVERIFY(pair.until("app-1", "DOWN") < 5);
        for (int i = 0; i < 4; ++i) QCOMPARE(ask(pair.port).body, std::string("app-2"));
        pair.app1.start();
        QVERIFY(pair.until("app-1", "UP") < 5);
        for (int i = 0; i < 4; ++i) QCOMPARE(ask(pair.port).body, std::string("app-1"));
    }
};

ARABESQUE_TEST(HaproxyFailoverTest)

#include "haproxy_failover_test.moc"
