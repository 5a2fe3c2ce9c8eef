#include "tests/cli/program.h"
#include "tests/support/test_main.h"
#include "tests/validators/judges.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace arabesque::tests;

namespace {

constexpr const char* patterns[] = {"active-active",
                                    "active-active-checks",
                                    "active-passive",
                                    "multi-region-active-passive",
                                    "multi-region-active-active",
                                    "distributed"};

/// A new project of a pattern with files for machines: every node has an address.
void makeProject(const Folder& project, const QString& pattern, const QByteArray& engine) {
    QCOMPARE(cli({"new", project.path("orders"), "--pattern", pattern}).exit, 0);
    QByteArray text = project.read("orders/Deployment.toml");
    int number = 10;
    for (qsizetype at = text.indexOf("[[node]]\n"); at >= 0; at = text.indexOf("[[node]]\n", at + 1))
        text.insert(at + 9, "host = \"127.0.0." + QByteArray::number(++number) + "\"\n");
    if (!engine.isEmpty() && !text.contains("engine = "))
        text.replace("[load_balancer]\n", "[load_balancer]\nengine = \"" + engine + "\"\n");
    project.write("orders/Deployment.toml", "targets = [\"vm\"]\n" + text);
}

QStringList madeFiles(const Folder& folder, const QString& name) {
    QStringList files;
    for (const auto& [path, bytes] : folder.content())
        if (path.startsWith("vm/") && path.endsWith(name)) files << path;
    return files;
}

bool isRefused(const Verdict& verdict) {
    return verdict.startsWith("refused: ");
}

/// Certificates of a balancer, which every deployment has and no bundle holds.
void makeCertificate(const Folder& folder, const QString& certificate, const QString& key) {
    folder.write(certificate, {});
    QCOMPARE(run("openssl", {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                             "/CN=localhost", "-out", folder.path(certificate), "-keyout", folder.path(key)}),
             Verdict());
}

/// The files of one balancer, in the judge's place instead of /etc, /run and /var/log, each changed before.
Verdict nginx(const Folder& made, const QString& balancer,
              const std::function<QByteArray(const QByteArray&)>& changed) {
    const Folder place;
    const QString stem = "vm/nginx/" + balancer + "/";
    for (const auto& [path, bytes] : made.content()) {
        if (!path.startsWith(stem) || path.endsWith('/')) continue;
        QByteArray text = bytes;
        text.replace("/run/nginx.pid", place.path("pid").toUtf8());
        text.replace("/var/log/nginx", place.path().toUtf8());
        // which names the module below a folder that -p moves
        text.replace("include /etc/nginx/modules-enabled/*.conf;",
                     "load_module /usr/lib/nginx/modules/ngx_stream_module.so;");
        place.write(path.mid(stem.size()), changed(text));
    }
    makeCertificate(place, "tls/orders.crt", "tls/orders.key");
    return run("nginx",
               {"-t", "-q", "-c", place.path("nginx.conf"), "-p", place.path(), "-e", place.path("log")});
}

Verdict nginx(const Folder& made, const QString& balancer, const QByteArray& from = {},
              const QByteArray& to = {}) {
    return nginx(made, balancer,
                 [&](QByteArray text) { return from.isEmpty() ? text : text.replace(from, to); });
}

/// Without the words that only NGINX Plus knows, if each is written as nginx.org documents it: the program of Plus is
/// sold, so the open one judges everything else, and also refuses those words in any other form.
QByteArray withoutPlus(const QByteArray& text) {
    static const QRegularExpression words(QStringLiteral(
        R"((?<=[;{}\n])\s*health_check( (uri=/\S*|interval=\d+m?s?|fails=\d+|passes=\d+|port=\d+))*;)"
        R"(|(?<=[;{}\n])\s*least_time (header|last_byte|first_byte|connect);)"
        R"(|(?<=[;{}\n])\s*sticky cookie \w+( path=/\S*)?( httponly)?;)"
        R"(|(?<=\w) slow_start=\d+(ms|s|m|h)?(?=[ ;])|(?<=\w) resolve(?=;))"));
    return QString::fromUtf8(text).remove(words).toUtf8();
}

Verdict haproxy(const Folder& made, const QString& file, const QByteArray& from = {},
                const QByteArray& to = {}) {
    const Folder place;
    QByteArray text = made.read(file);
    text.replace("/etc/haproxy/", place.path().toUtf8() + "/");
    if (!from.isEmpty()) text.replace(from, to);
    place.write("haproxy.cfg", text);
    makeCertificate(place, "tls/orders.pem", "tls/orders.pem.key");
    return run("haproxy", {"-c", "-dW", "-f", place.path("haproxy.cfg")});
}

/// The one thing of the machine it names is the interface, which the judge's machine has to have.
Verdict keepalived(const Folder& made, const QString& file, const QByteArray& from = {},
                   const QByteArray& to = {}) {
    const Folder place;
    QByteArray text = made.read(file);
    text.replace("/etc/keepalived/", place.path().toUtf8() + "/");
    if (!from.isEmpty()) text.replace(from, to);
    place.write("keepalived.conf", text);
    place.write("check-balancer.sh",
                made.read(QString(file).replace("keepalived.conf", "check-balancer.sh")));
    QFile::setPermissions(place.path("check-balancer.sh"),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return run("keepalived", {"-t", "-f", place.path("keepalived.conf")});
}

}

/// Real programs judge the files of load balancers of every pattern, and the scripts.
class BalancerFilesTest : public QObject {
    Q_OBJECT

private slots:
    void nginxTakesEveryPattern_data() { everyPattern(); }
    void nginxTakesEveryPattern() {
        QFETCH(QString, pattern);
        const Folder project, made;
        makeProject(project, pattern, pattern == "active-active-checks" ? "haproxy" : "nginx");
        generate(project, made);
        const QStringList balancers = madeFiles(made, "/nginx.conf");
        QCOMPARE(balancers.isEmpty(), pattern == "active-active-checks");   // which wants HAProxy or Plus
        for (const QString& file : balancers) QCOMPARE(nginx(made, file.section('/', 2, 2)), Verdict());
    }

    void nginxTakesWhatPlusSharesWithIt_data() { everyPattern(); }
    void nginxTakesWhatPlusSharesWithIt() {
        QFETCH(QString, pattern);
        const Folder project, made;
        makeProject(project, pattern, "nginx-plus");
        QByteArray text = project.read("orders/Deployment.toml");
        text.replace("engine = \"haproxy\"", "engine = \"nginx-plus\"");
        for (const char* line : {"zone = \"64k\"", "method = \"least-time\"", "slow_start = \"30s\"",
                                 "resolvers = [\"10.0.0.2\"]", "affinity = \"cookie\"",
                                 "health_check = { path = \"/health\", fails = 2 }"})
            if (const QByteArray key = QByteArray(line).split(' ').first(); !text.contains(key))
                text.replace("[load_balancer]\n", "[load_balancer]\n" + QByteArray(line) + "\n");
        project.write("orders/Deployment.toml", text);
        generate(project, made);
        const QStringList balancers = madeFiles(made, "/nginx.conf");
        QVERIFY(!balancers.isEmpty());
        for (const QString& file : balancers) {
            const QString balancer = file.section('/', 2, 2);
            QVERIFY(isRefused(nginx(made, balancer)));   // there is something of Plus in it
            QCOMPARE(nginx(made, balancer, withoutPlus), Verdict());
            const auto misspelt = [](QByteArray whole) {
                return withoutPlus(whole.replace("health_check uri=", "health_check url="));
            };
            QVERIFY(isRefused(nginx(made, balancer, misspelt)));
        }
    }

    void haproxyTakesEveryPattern_data() { everyPattern(); }
    void haproxyTakesEveryPattern() {
        QFETCH(QString, pattern);
        const Folder project, made;
        makeProject(project, pattern, "haproxy");
        generate(project, made);
        const QStringList files = madeFiles(made, "/haproxy.cfg");
        QVERIFY(!files.isEmpty());
        for (const QString& file : files) QCOMPARE(haproxy(made, file), Verdict());
    }

    void keepalivedTakesEveryPattern_data() { everyPattern(); }
    void keepalivedTakesEveryPattern() {
        QFETCH(QString, pattern);
        const Folder project, made;
        makeProject(project, pattern, "nginx");
        generate(project, made);
        const QStringList files = madeFiles(made, "/keepalived.conf");
        QVERIFY(files.size() >= 2);
        for (const QString& file : files)
            QCOMPARE(keepalived(made, file, "eth0", interfaceOfJudge()), Verdict());
    }

    void everyKeyOfABalancerIsTaken_data() {
        QTest::addColumn<QByteArray>("engine");
        QTest::addColumn<QByteArray>("settings");
        const auto add = [](const char* name, const char* engine, const char* settings) {
            QTest::newRow(name) << QByteArray(engine) << QByteArray(settings);
        };
        const char* many =
            "zone = \"1m\"\nworkers = 2\nkeepalive = 16\nread_timeout = \"3m\"\nheader_buffer = 32768\n"
            "trusted_proxies = [\"10.0.0.0/8\", \"fd00::/8\"]\nresolvers = [\"10.0.0.2\"]\n"
            "retry_on = [\"error\", \"http_500\"]\nretry_non_idempotent = true\nencrypt_upstream = true\n"
            "connect_timeout = \"1500ms\"\naccess_log = \"json\"\n"
            "limits = { body = 10485760, rate = 50, burst = 0, connections = 10 }\n";
        add("many of NGINX", "nginx", many);
        add("many of HAProxy", "haproxy", many);
        for (const char* engine : {"nginx", "haproxy"}) {
            for (const char* method : {"round-robin", "least-conn", "ip-hash", "hash", "random"})
                add((QByteArray(engine) + " " + method).constData(), engine,
                    (QByteArray("method = \"") + method + "\"\n").constData());
            add((QByteArray(engine) + " tcp").constData(), engine, "mode = \"tcp\"\nmethod = \"hash\"\n");
            add((QByteArray(engine) + " source").constData(), engine, "affinity = \"source\"\n");
            add((QByteArray(engine) + " no log").constData(), engine, "access_log = \"off\"\ntls = false\n");
        }
        add("HAProxy cookie", "haproxy", "affinity = \"cookie\"\nslow_start = \"30s\"\n");
        add("HAProxy checks", "haproxy",
            "health_check = { path = \"/health\", interval = \"500ms\", fails = 2, passes = 3, port = 9091 "
            "}\n");
        add("HAProxy checks tcp", "haproxy", "mode = \"tcp\"\nhealth_check = { interval = \"1s\" }\n");
    }
    void everyKeyOfABalancerIsTaken() {
        QFETCH(QByteArray, engine);
        QFETCH(QByteArray, settings);
        const Folder project, made;
        makeProject(project, "active-active", engine);
        QByteArray text = project.read("orders/Deployment.toml");
        for (const QByteArray& line : settings.split('\n')) {
            const QByteArray key = line.left(line.indexOf(" = "));
            const qsizetype there = text.indexOf("\n" + key + " = ");
            if (!key.isEmpty() && there >= 0) text.remove(there, text.indexOf('\n', there + 1) - there);
        }
        text.replace("[load_balancer]\n", "[load_balancer]\n" + settings);
        project.write("orders/Deployment.toml", text);
        generate(project, made);
        for (const QString& file : madeFiles(made, "/nginx.conf"))
            QCOMPARE(nginx(made, file.section('/', 2, 2)), Verdict());
        for (const QString& file : madeFiles(made, "/haproxy.cfg")) QCOMPARE(haproxy(made, file), Verdict());
        QVERIFY(!madeFiles(made, engine == "nginx" ? "/nginx.conf" : "/haproxy.cfg").isEmpty());
    }

    void judgesRefuseWhatIsBroken() {
        const Folder project, made, other;
        makeProject(project, "active-active", "nginx");
        generate(project, made);
        QVERIFY(isRefused(nginx(made, "lb-1", "max_fails=", "max_failures=")));
        QVERIFY(isRefused(nginx(made, "lb-1", "listen 443", "listen 4430000")));
        QVERIFY(isRefused(keepalived(made, "vm/keepalived/lb-1/keepalived.conf", "virtual_router_id 51",
                                     "virtual_router_id 300")));
        QVERIFY(isRefused(run("shellcheck", {made.path("vm/bin/update.sh") + ".missing"})));
        made.write("broken.sh", made.read("vm/bin/update.sh").replace("\"$file\"", "$file"));
        QVERIFY(isRefused(run("shellcheck", {made.path("broken.sh")})));
        makeProject(other, "active-active", "haproxy");
        const Folder otherMade;
        generate(other, otherMade);
        QVERIFY(isRefused(haproxy(otherMade, "vm/haproxy/lb-1/haproxy.cfg", "    timeout server 60s\n", "")));
        QVERIFY(isRefused(haproxy(otherMade, "vm/haproxy/lb-1/haproxy.cfg", "balance ", "balanced ")));
    }

    void shellcheckTakesEveryScript() {
        const Folder project, made;
        makeProject(project, "active-passive", "nginx");
        generate(project, made);
        const QStringList scripts = madeFiles(made, ".sh");
        QVERIFY(scripts.size() >= 8);
        for (const QString& file : scripts) {
            QCOMPARE(run("shellcheck", {made.path(file)}), Verdict());
            QCOMPARE(run("bash", {"-n", made.path(file)}), Verdict());
        }
    }

private:
    static void everyPattern() {
        QTest::addColumn<QString>("pattern");
        for (const char* pattern : patterns) QTest::newRow(pattern) << QString(pattern);
    }
    static void generate(const Folder& project, const Folder& made) {
        const Run generated = cli({"generate", project.path("orders"), "--out", made.path()});
        QVERIFY2(generated.exit == 0, generated.out + generated.err);
    }
    /// keepalived refuses loopback and interfaces that are not there; a container may have none but loopback.
    static QByteArray interfaceOfJudge() {
        for (const QString& name : QDir("/sys/class/net").entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (name != "lo") return name.toUtf8();
        return "lo";
    }
};

ARABESQUE_TEST(BalancerFilesTest)

#include "balancer_files_test.moc"
