#pragma once

#include "tests/cli/program.h"

#include <QProcess>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace arabesque::tests {

using Clock = std::chrono::steady_clock;

/// A port of 127.0.0.1 that nobody listens at.
[[nodiscard]] int freePort();

/// Whether somebody listens there; waited for up to five seconds.
[[nodiscard]] bool waitForPort(const char* host, int port);

/// What a client got. Status 0: no answer.
struct Answer {
    int status = 0;
    std::string body{};
    Clock::time_point asked{};
};

/// One request on a connection of its own.
[[nodiscard]] Answer ask(int port, const std::string& method = "GET", const std::string& path = "/");

/// A server of one node, in a process of its own; its body is the node's name.
class Backend {
public:
    Backend(const Folder& folder, std::string name, std::string host, int port);
    ~Backend();
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;

    void start();
    /// As a machine that loses power: nothing is ended well.
    void kill();

private:
    QString m_program;
    std::string m_host;
    int m_port;
    std::unique_ptr<QProcess> m_process;
};

/// A program that runs in the foreground until the test is over.
class Program {
public:
    Program(const QString& program, const QStringList& arguments);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

private:
    QProcess m_process;
};

/// Clients that ask steadily, `rate` times a second, until they are stopped.
class Traffic {
public:
    Traffic(int port, int rate);
    ~Traffic() { static_cast<void>(stop()); }
    Traffic(const Traffic&) = delete;
    Traffic& operator=(const Traffic&) = delete;

    /// All answers, in order.
    const std::vector<Answer>& stop();

private:
    std::atomic<bool> m_stopped = false;
    std::vector<Answer> m_answers;
    std::thread m_thread;
};

/// How many of them are none that a client wanted.
[[nodiscard]] std::size_t failuresIn(const std::vector<Answer>& answers);

/// The package acme/order_api, whose port can be set: several copies of it run on this machine.
void writeProgram(const Folder& project);

/// A [[node]] of role service on this machine.
[[nodiscard]] QByteArray serverText(const char* name, int port, bool standby = false);

/// Makes the files of a deployment into `out`; false where the program refuses.
[[nodiscard]] bool generated(const Folder& out, const Folder& project);

/// Starts NGINX with the generated conf.d of a balancer, below a main file of the test's own.
[[nodiscard]] std::unique_ptr<Program> startNginx(const Folder& folder, const QString& siteFolder, int port);

/// Seconds after the first failure at which the balancer sees that a node is lost, as `arabesque-cli simulate` predicts.
[[nodiscard]] double predictedDetection(const Folder& project, const char* node);

[[nodiscard]] inline double seconds(Clock::duration duration) {
    return std::chrono::duration<double>(duration).count();
}

}
