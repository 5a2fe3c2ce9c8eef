#include "tests/failover/loopback.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace arabesque::tests;
using namespace std::chrono_literals;

namespace {

constexpr int rate = 100;   // requests a second
/// More than fail_timeout, which NGINX counts in whole seconds.
constexpr auto untilTriedAgain = 3100ms;

/// A balancer in front of two servers, on ports of this machine.
struct Pair {
    explicit Pair(bool standby) {
        writeProgram(project);
        project.write(
            "Deployment.toml",
            "targets = [\"vm\"]\n[objectives]\npeak = " + QByteArray::number(rate) +
                "\n[load_balancer]\ntls = false\nzone = \"64k\"\nmax_fails = 3\nfail_timeout = \"2s\"\n"
                "connect_timeout = \"1s\"\nretry_on = [\"error\", \"timeout\", \"http_502\"]\n"
                "[[node]]\nname = \"lb-1\"\nrole = \"load-balancer\"\nport = " +
                QByteArray::number(port) + "\n" + serverText("app-1", first) +
                serverText("app-2", second, standby));
        ready = generated(files, project);
        if (ready) nginx = startNginx(run, files.path("vm/nginx/lb-1"), port);
    }

    int port = freePort(), first = freePort(), second = freePort();
    Folder project, files, run;
    Backend app1{run, "app-1", "127.0.0.1", first}, app2{run, "app-2", "127.0.0.1", second};
    std::unique_ptr<Program> nginx;
    bool ready = false;

    /// Bodies of `count` answers to requests, one after the other.
    [[nodiscard]] QByteArray ask(int count) const {
        QByteArray bodies;
        for (int i = 0; i < count; ++i) bodies += arabesque::tests::ask(port).body + ' ';
        return bodies.trimmed();
    }
    /// Numbers of the requests for which a server was tried that did not answer.
    [[nodiscard]] std::vector<std::size_t> triedTwice() const {
        std::vector<std::size_t> numbers;
        const QList<QByteArray> lines = run.read("nginx/access.log").trimmed().split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i)
            if (lines[i].contains(", ")) numbers.push_back(static_cast<std::size_t>(i));
        return numbers;
    }
};

}

/// The generated configuration in a real NGINX that loses servers under load. What is measured is printed beside what the
/// simulation predicts.
class NginxFailoverTest : public QObject {
    Q_OBJECT

private slots:
    void bothServeWhereBothAreActive() {
        const Pair pair(false);
        QVERIFY(pair.ready);
        const QByteArray bodies = pair.ask(6);
        QCOMPARE(bodies.count("app-1"), 3);
        QCOMPARE(bodies.count("app-2"), 3);
    }

    void theOtherTakesOverWithoutAFailure() {
        Pair pair(false);
        QVERIFY(pair.ready);
        Traffic traffic(pair.port, rate);
        std::this_thread::sleep_for(300ms);
        const auto lost = Clock::now();
        pair.app1.kill();
        std::this_thread::sleep_for(1500ms);
        const std::vector<Answer>& answers = traffic.stop();

        QCOMPARE(failuresIn(answers), 0u);
        const std::vector<std::size_t> tried = pair.triedTwice();
        QCOMPARE(tried.size(), 3u);   // max_fails, shared by all workers
        const double measured = seconds(answers[tried.back()].asked - lost);
        const double predicted = predictedDetection(pair.project, "app-1");
        qInfo("detection: predicted %.2f s, measured %.2f s; %zu requests, 0 failed", predicted, measured,
              answers.size());
        QVERIFY2(measured <= predicted + 2.0 / rate + 0.1, qPrintable(QString::number(measured)));
        QCOMPARE(answers.back().body, std::string("app-2"));
    }

    void whatIsRefusedIsSentElsewhereEvenWithAPost() {
        Pair pair(false);
        QVERIFY(pair.ready);
        pair.app1.kill();
        for (int i = 0; i < 6; ++i) QCOMPARE(ask(pair.port, "POST").body, std::string("app-2"));
    }

    void aServerThatIsBackServesAgain() {
        Pair pair(false);
        QVERIFY(pair.ready);
        pair.app1.kill();
        QCOMPARE(pair.ask(8).count("app-2"), 8);
        pair.app1.start();
        QCOMPARE(pair.ask(4).count("app-2"), 4);   // left out until the time is over
        std::this_thread::sleep_for(untilTriedAgain);
        const QByteArray bodies = pair.ask(8);
        QVERIFY2(bodies.count("app-1") >= 3, bodies);
    }

    void theStandbyServesOnlyWhileTheActiveOneIsLost() {
        Pair pair(true);
        QVERIFY(pair.ready);
        QCOMPARE(pair.ask(6).count("app-1"), 6);
        Traffic traffic(pair.port, rate);
        std::this_thread::sleep_for(200ms);
        const auto lost = Clock::now();
        pair.app1.kill();
        std::this_thread::sleep_for(1s);
        const std::vector<Answer>& answers = traffic.stop();
        QCOMPARE(failuresIn(answers), 0u);
        const auto taken = std::ranges::find(answers, std::string("app-2"), &Answer::body);
        QVERIFY(taken != answers.end());
        const double predicted = predictedDetection(pair.project, "app-1");
        qInfo("takeover: predicted %.2f s, measured %.2f s until the standby's first answer", predicted,
              seconds(taken->asked - lost));
        QVERIFY(seconds(taken->asked - lost) <= predicted + 0.2);

        pair.app1.start();
        std::this_thread::sleep_for(untilTriedAgain);
        QCOMPARE(pair.ask(6).count("app-1"), 6);   // back on its own
    }

    void withoutAnyServerClientsGetAnErrorAtOnce() {
        Pair pair(false);
        QVERIFY(pair.ready);
        pair.app1.kill();
        pair.app2.kill();
        const auto asked = Clock::now();
        for (int i = 0; i < 10; ++i) QCOMPARE(ask(pair.port).status, 502);
        QVERIFY(seconds(Clock::now() - asked) < 2);
    }
};

ARABESQUE_TEST(NginxFailoverTest)

#include "nginx_failover_test.moc"
