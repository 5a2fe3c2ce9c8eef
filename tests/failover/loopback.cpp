#include "tests/failover/loopback.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <nlohmann/json.hpp>
#include <sys/socket.h>
#include <unistd.h>

namespace arabesque::tests {

namespace {

/// A TCP socket that closes itself; what takes longer than five seconds fails.
class Socket {
public:
    Socket() : m_number(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        constexpr timeval longest{5, 0};
        ::setsockopt(m_number, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
        ::setsockopt(m_number, SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof longest);
    }
    ~Socket() { ::close(m_number); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool connect(const char* host, int port) const {
        const sockaddr_in address = addressOf(host, port);
        return ::connect(m_number, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    static sockaddr_in addressOf(const char* host, int port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        ::inet_pton(AF_INET, host, &address.sin_addr);
        return address;
    }

private:
    int m_number;
};

}

int freePort() {
    const Socket socket;
    sockaddr_in address = Socket::addressOf("127.0.0.1", 0);
    socklen_t size = sizeof address;
    ::bind(socket.number(), reinterpret_cast<const sockaddr*>(&address), size);
    ::getsockname(socket.number(), reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

bool waitForPort(const char* host, int port) {
    const auto end = Clock::now() + std::chrono::seconds(5);
    while (Clock::now() < end) {
        if (Socket().connect(host, port)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

Answer ask(int port, const std::string& method, const std::string& path) {
    Answer answer{.asked = Clock::now()};
    const Socket socket;
    if (!socket.connect("127.0.0.1", port)) return answer;
    const std::string request =
        method + ' ' + path +
        " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    if (::send(socket.number(), request.data(), request.size(), MSG_NOSIGNAL) < 0) return answer;
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = ::recv(socket.number(), buffer.data(), buffer.size(), 0)) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(got));
    constexpr std::size_t status = std::string_view("HTTP/1.1 ").size();
    const std::size_t body = text.find("\r\n\r\n");
    if (body == std::string::npos) return answer;
    answer.status = std::atoi(text.c_str() + status);
    answer.body = text.substr(body + 4);
    return answer;
}

Backend::Backend(const Folder& folder, std::string name, std::string host, int port)
    : m_program(folder.path(QString::fromStdString("backends/" + name))),
      m_host(std::move(host)),
      m_port(port) {
    folder.write(QString::fromStdString("backends/" + name), QByteArray::fromStdString(name));
    start();
}

void Backend::start() {
    m_process = std::make_unique<QProcess>();
    m_process->start("python3", {"-I", ARABESQUE_SOURCE_DIR "/tests/failover/server.py",
                                 QString::fromStdString(m_host), QString::number(m_port), m_program});
    QVERIFY(waitForPort(m_host.c_str(), m_port));
}

Backend::~Backend() {
    if (m_process) kill();
}

void Backend::kill() {
    m_process->kill();
    m_process->waitForFinished();
}

Program::Program(const QString& program, const QStringList& arguments) {
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, arguments);
    QVERIFY2(m_process.waitForStarted(), qPrintable(program + " is not installed"));
}

Program::~Program() {
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) m_process.kill();
    m_process.waitForFinished();
}

Traffic::Traffic(int port, int rate)
    : m_thread([this, port, rate] {
          const auto pause = std::chrono::microseconds(1'000'000 / rate);
          for (auto next = Clock::now(); !m_stopped; next += pause) {
              m_answers.push_back(ask(port));
              std::this_thread::sleep_until(next + pause);
          }
      }) {}

const std::vector<Answer>& Traffic::stop() {
    m_stopped = true;
    if (m_thread.joinable()) m_thread.join();
    return m_answers;
}

std::size_t failuresIn(const std::vector<Answer>& answers) {
    return static_cast<std::size_t>(
        std::ranges::count_if(answers, [](const Answer& answer) { return answer.status != 200; }));
}

void writeProgram(const Folder& project) {
    project.write("Ballerina.toml", "[package]\norg = \"acme\"\nname = \"order_api\"\nversion = \"1.0.0\"\n");
    project.write("main.bal", "import ballerina/http;\n\nconfigurable int port = 9090;\n\n"
                              "service / on new http:Listener(port) {\n"
                              "    resource function get health() returns http:Ok => http:OK;\n}\n");
}

QByteArray serverText(const char* name, int port, bool standby) {
    return "[[node]]\nname = \"" + QByteArray(name) +
           "\"\nrole = \"service\"\nhost = \"127.0.0.1\"\nport = " + QByteArray::number(port) +
           (standby ? "\nstate = \"standby\"\n" : "\n");
}

bool generated(const Folder& out, const Folder& project) {
    const Run run = cli({"generate", project.path(), "--out", out.path()});
    if (run.exit != 0) qWarning("%s%s", run.out.constData(), run.err.constData());
    return run.exit == 0;
}

std::unique_ptr<Program> startNginx(const Folder& folder, const QString& siteFolder, int port) {
    const QByteArray place = folder.path().toUtf8();
    folder.write("nginx/nginx.conf",
                 "pid " + place + "/nginx/pid;\nerror_log " + place +
                     "/nginx/error.log;\nworker_processes 2;\n" +
                     "events { worker_connections 1024; }\nhttp {\n" +
                     "log_format attempts '$upstream_addr|$upstream_status|$status';\naccess_log " + place +
                     "/nginx/access.log attempts;\nclient_body_temp_path " + place +
                     "/nginx/body;\nproxy_temp_path " + place + "/nginx/proxy;\nfastcgi_temp_path " + place +
                     "/nginx/fastcgi;\nuwsgi_temp_path " + place + "/nginx/uwsgi;\nscgi_temp_path " + place +
                     "/nginx/scgi;\ninclude " + siteFolder.toUtf8() + "/conf.d/*.conf;\n}\n");
    auto program = std::make_unique<Program>(
        "nginx", QStringList{"-c", folder.path("nginx/nginx.conf"), "-p", folder.path("nginx"), "-e",
                             folder.path("nginx/error.log"), "-g", "daemon off;"});
    if (!waitForPort("127.0.0.1", port)) qWarning("%s", folder.read("nginx/error.log").constData());
    return program;
}

double predictedDetection(const Folder& project, const char* node) {
    const Run run = cli({"simulate", project.path(), "--format", "json", "--fail", QString("node:") + node});
    return nlohmann::json::parse(run.out.toStdString())["detection_s"][node].get<double>();
}

}
